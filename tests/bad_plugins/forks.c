/* SPDX-License-Identifier: MIT */

#include "bad_plugin.h"

#include <unistd.h>

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  (void)handle, (void)scores, (void)count;
  return fork() < 0 ? ORIENTA_FAILED : ORIENTA_OK;
}

BAD_PLUGIN("forks", 1);
