/* SPDX-License-Identifier: MIT */
/* Shows more symbols than the one. */

#include "bad_plugin.h"

extern const int talkative_more;
__attribute__((visibility("default"))) const int talkative_more = 1;

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  (void)handle, (void)scores, (void)count;
  return ORIENTA_OK;
}

BAD_PLUGIN("talkative", 1);
