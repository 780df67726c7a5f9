/* SPDX-License-Identifier: MIT */
/* Says that it exports less than the contract asks for. */

#include "bad_plugin.h"

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  (void)handle, (void)scores, (void)count;
  return ORIENTA_OK;
}

BAD_ENTRY("short_struct", sizeof(orienta_entry_t) - sizeof(void*), 1);
