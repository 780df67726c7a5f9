/* SPDX-License-Identifier: MIT */
/* Prints, which nobody sees; its scores are good. */

#include "bad_plugin.h"

#include <stdio.h>
#include <unistd.h>

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  (void)handle, (void)scores, (void)count;
  const char line[] = "unit,set,node\nprinted,by,plugin\n";
  printf("%s", line);
  fflush(stdout);
  fprintf(stderr, "%s", line);
  return write(1, line, sizeof line) < 0 || write(2, line, sizeof line) < 0 ? ORIENTA_FAILED : ORIENTA_OK;
}

BAD_PLUGIN("prints", 1);
