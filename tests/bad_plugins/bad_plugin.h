/* SPDX-License-Identifier: MIT */
/* A plugin that behaves, against the bare contract, as the ground for those that do not: each of them defines
 * misbehave(), which is run when unit 2 is scored and may change the scores or speak to the sink itself, and
 * lists itself with BAD_PLUGIN(). */
#pragma once

#include <stdlib.h>
#include <string.h>

#include "orienta/plugin.h"

/* Whether it stops when the sink asks for it. */
#ifndef BAD_STOP
#define BAD_STOP 1
#endif

struct orienta_handle {
  const orienta_host_t* host;
  const void* set;
  uint32_t nodes;
  /* Of the call that goes on: */
  const orienta_sink_t* sink;
  uint32_t want;
};

static int32_t misbehave(orienta_handle_t* handle, orienta_score_t* scores, uint32_t count);

static int32_t bad_check(const orienta_host_t* host, const orienta_block_t* set, void* sink_data,
                         int32_t (*note)(void* sink_data, const orienta_note_t* note)) {
  (void)host, (void)set, (void)sink_data, (void)note;
  return ORIENTA_OK;
}

static int32_t bad_prepare(const orienta_host_t* host, const orienta_block_t* set,
                           orienta_handle_t** handle) {
  orienta_handle_t* made = malloc(sizeof *made);
  if (made == NULL) return ORIENTA_FAILED;
  made->host = host;
  made->set = set->data;
  made->nodes = ((const orienta_set_t*)set->data)->nodes.count;
  *handle = made;
  return ORIENTA_OK;
}

static void bad_release(orienta_handle_t* handle) {
  free(handle);
}

static int32_t bad_score(orienta_handle_t* handle, const orienta_block_t* batch, uint32_t first_unit,
                         uint32_t unit_count, uint32_t first_scenario, uint32_t scenario_count,
                         const orienta_sink_t* sink) {
  const orienta_batch_t* head = batch->data;
  const uint32_t count = head->want == ORIENTA_WANT_SUMMARY ? 1 : handle->nodes;
  int32_t status = ORIENTA_OK;
  orienta_score_t* scores = calloc(count, sizeof *scores);
  if (scores == NULL) return ORIENTA_FAILED;
  handle->sink = sink;
  handle->want = head->want;
  for (uint32_t unit = first_unit; unit < first_unit + unit_count && status == ORIENTA_OK; ++unit) {
    for (uint32_t node = 0; node < count; ++node) {
      memset(&scores[node], 0, sizeof *scores);
      scores[node].node = node;
      scores[node].value = 0.5;
      scores[node].level = ORIENTA_NO_LEVEL;
    }
    if (unit == 2) status = misbehave(handle, scores, count);
    for (uint32_t s = first_scenario; s < first_scenario + scenario_count && status == ORIENTA_OK; ++s)
      if (sink->scores(sink->host_data, unit, s, scores, count, sizeof *scores) != 0 && BAD_STOP)
        status = ORIENTA_STOPPED;
  }
  free(scores);
  return status;
}

#define BAD_TEXT(text) \
  { text, sizeof(text) - 1 }

/* `entry_size` and `major` are what the plugin says of itself. */
#define BAD_ENTRY(id, entry_size, major)                                            \
  extern const orienta_entry_t orienta_entry_v1;                                    \
  __attribute__((visibility("default"))) const orienta_entry_t orienta_entry_v1 = { \
      entry_size, 0,           {major, 0},  BAD_TEXT(id), BAD_TEXT("1.0"),          \
      bad_check,  bad_prepare, bad_release, bad_score,    NULL}

#define BAD_PLUGIN(id, major) BAD_ENTRY(id, sizeof(orienta_entry_t), major)
