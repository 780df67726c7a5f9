/* SPDX-License-Identifier: MIT */

#include "bad_plugin.h"

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  (void)handle, (void)scores, (void)count;
  const char reason[] = "the moon is not full";
  const orienta_text_t text = {reason, sizeof reason - 1};
  handle->host->fail(handle->host->host_data, text);
  return ORIENTA_FAILED;
}

BAD_PLUGIN("failing", 1);
