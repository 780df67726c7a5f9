/* SPDX-License-Identifier: MIT */

#include "bad_plugin.h"

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  (void)handle;
  scores[count - 1].node = 1000;
  return ORIENTA_OK;
}

BAD_PLUGIN("unknown_node", 1);
