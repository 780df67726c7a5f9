/* SPDX-License-Identifier: MIT */
/* Ends before any of its functions is called. */

#include "bad_plugin.h"

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  (void)handle, (void)scores, (void)count;
  return ORIENTA_OK;
}

__attribute__((constructor)) static void begin(void) {
  abort();
}

BAD_PLUGIN("static_abort", 1);
