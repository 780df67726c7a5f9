/* SPDX-License-Identifier: MIT */

#include "bad_plugin.h"

#include <sys/socket.h>

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  (void)handle, (void)scores, (void)count;
  return socket(AF_INET, SOCK_STREAM, 0) < 0 ? ORIENTA_FAILED : ORIENTA_OK;
}

BAD_PLUGIN("network", 1);
