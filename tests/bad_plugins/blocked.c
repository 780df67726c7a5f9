/* SPDX-License-Identifier: MIT */
/* Waits for what never comes, without using the processor. */

#include "bad_plugin.h"

#include <semaphore.h>

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count) {
  (void)handle, (void)scores, (void)count;
  sem_t never;
  sem_init(&never, 0, 0);
  sem_wait(&never);
  return ORIENTA_OK;
}

BAD_PLUGIN("blocked", 1);
