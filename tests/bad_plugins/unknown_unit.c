/* SPDX-License-Identifier: MIT */

#include "bad_plugin.h"

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  handle->sink->scores(handle->sink->host_data, 1000, 0, scores, count, sizeof *scores);
  return ORIENTA_OK;
}

BAD_PLUGIN("unknown_unit", 1);
