/* SPDX-License-Identifier: MIT */
/* The same scores without end, whatever the sink says. */

#include "bad_plugin.h"

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  volatile int on = 1;
  while (on)
    handle->sink->scores(handle->sink->host_data, 2, 0, scores, count, sizeof *scores);
  return ORIENTA_OK;
}

BAD_PLUGIN("endless_scores", 1);
