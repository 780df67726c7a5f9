/* SPDX-License-Identifier: MIT */

#include "bad_plugin.h"

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  (void)handle;
  scores[count - 1].value = 1.5;
  return ORIENTA_OK;
}

BAD_PLUGIN("range", 1);
