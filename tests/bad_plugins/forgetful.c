/* SPDX-License-Identifier: MIT */
/* Remembers how often it was asked, so that the same input does not give the same output. */

#include "bad_plugin.h"

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  static uint32_t times = 0;
  (void)handle;
  ++times;
  scores[count - 1].value = 1.0 / (1.0 + times);
  return ORIENTA_OK;
}

BAD_PLUGIN("forgetful", 1);
