/* SPDX-License-Identifier: MIT */
/* Text that is no UTF-8: in a remark where those are wanted, else in the reason for failing. */

#include "bad_plugin.h"

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  (void)scores, (void)count;
  const orienta_text_t broken = BAD_TEXT("\xff\xfe");
  const orienta_arg_t args[] = {{BAD_TEXT("word"), ORIENTA_ARG_TEXT, 0, 0, BAD_TEXT("\xc3\x28")}};
  const orienta_note_t note = {0, 0, BAD_TEXT("bad_utf8.said"), args, 1, sizeof args[0]};
  if (handle->want == ORIENTA_WANT_TRACE) {
    handle->sink->remark(handle->sink->host_data, 2, &note);
    return ORIENTA_OK;
  }
  handle->host->fail(handle->host->host_data, broken);
  return ORIENTA_FAILED;
}

BAD_PLUGIN("bad_utf8", 1);
