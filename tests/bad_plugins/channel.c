/* SPDX-License-Identifier: MIT */
/* Writes into what the worker talks to the host through, and goes no further. */

#include "bad_plugin.h"

#include <unistd.h>

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  (void)handle, (void)scores, (void)count;
  const char line[] = "{\"orienta\": 1, \"score\": []}\n";
  volatile int on = write(3, line, sizeof line) == sizeof line;
  while (on) {
  }
  return ORIENTA_FAILED;
}

BAD_PLUGIN("channel", 1);
