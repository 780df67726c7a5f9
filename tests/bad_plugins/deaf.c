/* SPDX-License-Identifier: MIT */
/* Does not look at what the sink answers. */

#define BAD_STOP 0
#include "bad_plugin.h"

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  (void)handle, (void)scores, (void)count;
  return ORIENTA_OK;
}

BAD_PLUGIN("deaf", 1);
