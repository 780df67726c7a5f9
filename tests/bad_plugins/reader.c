/* SPDX-License-Identifier: MIT */

#include "bad_plugin.h"

#include <fcntl.h>

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  (void)handle, (void)scores, (void)count;
  return open("/etc/passwd", O_RDONLY) < 0 ? ORIENTA_FAILED : ORIENTA_OK;
}

BAD_PLUGIN("reader", 1);
