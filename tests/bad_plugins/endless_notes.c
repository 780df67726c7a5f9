/* SPDX-License-Identifier: MIT */
/* Reasons and remarks without end, whatever the sink says. */

#include "bad_plugin.h"

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  (void)scores, (void)count;
  const orienta_note_t note = {0, 0, BAD_TEXT("endless_notes.more"), NULL, 0, 0};
  volatile int on = 1;
  while (on) {
    handle->sink->trace(handle->sink->host_data, 2, &note);
    handle->sink->remark(handle->sink->host_data, 2, &note);
  }
  return ORIENTA_OK;
}

BAD_PLUGIN("endless_notes", 1);
