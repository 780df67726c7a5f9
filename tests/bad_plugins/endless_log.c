/* SPDX-License-Identifier: MIT */
/* Lines for the log without end. */

#include "bad_plugin.h"

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  (void)scores, (void)count;
  const orienta_text_t id = BAD_TEXT(ORIENTA_EXTENSION_LOG);
  const orienta_text_t line = BAD_TEXT("and on");
  const orienta_host_log_t* log = handle->host->extension(handle->host->host_data, id);
  while (log != NULL)
    log->log(handle->host->host_data, ORIENTA_LOG_DEBUG, line);
  return ORIENTA_OK;
}

BAD_PLUGIN("endless_log", 1);
