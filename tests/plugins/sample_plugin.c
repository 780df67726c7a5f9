/* SPDX-License-Identifier: MIT */
/* A plugin that makes a figure of everything it can see in a batch, so that any difference between two runs
 * shows. It says its scores in another order than asked, with a stride of its own, and notes with every kind
 * of argument. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orienta/plugin.h"

#define TEXT(text) \
  { text, sizeof(text) - 1 }

struct orienta_handle {
  const orienta_block_t* set;
};

typedef struct wide_score {
  orienta_score_t score;
  uint64_t more;
} wide_score_t;

static const void* at(const orienta_block_t* block, orienta_range_t range, uint32_t index) {
  return (const char*)block->data + range.offset + (uint64_t)index * range.stride;
}

static int32_t check(const orienta_host_t* host, const orienta_block_t* set, void* sink_data,
                     int32_t (*note)(void* sink_data, const orienta_note_t* note)) {
  const orienta_set_t* head = set->data;
  const orienta_host_log_t* log;
  const orienta_text_t id = TEXT(ORIENTA_EXTENSION_LOG);
  const orienta_text_t line = TEXT("checking");
  log = host->extension(host->host_data, id);
  if (log != NULL) log->log(host->host_data, ORIENTA_LOG_DEBUG, line);
  for (uint32_t i = 0; i < head->params.count; ++i) {
    const orienta_param_t* param = at(set, head->params, i);
    const orienta_arg_t args[] = {
        {TEXT("key"), ORIENTA_ARG_TEXT, 0, 0, {(const char*)set->data + param->key.offset, param->key.size}},
        {TEXT("value"), ORIENTA_ARG_NUMBER, 0, param->number, {NULL, 0}}};
    const orienta_note_t unknown = {ORIENTA_NONE, 1, TEXT("sample.unknown-param"), args, 2, sizeof args[0]};
    if (note(sink_data, &unknown) != 0) return ORIENTA_STOPPED;
  }
  return ORIENTA_OK;
}

static int32_t prepare(const orienta_host_t* host, const orienta_block_t* set, orienta_handle_t** handle) {
  (void)host;
  *handle = malloc(sizeof **handle);
  if (*handle == NULL) return ORIENTA_FAILED;
  (*handle)->set = set;
  return ORIENTA_OK;
}

static void release(orienta_handle_t* handle) {
  free(handle);
}

static double figure(const orienta_block_t* batch, const orienta_unit_t* unit,
                     const orienta_scenario_t* scenario) {
  double sum = 0.1;
  for (uint32_t i = 0; i < unit->combined.count; ++i) {
    const orienta_reading_t* reading = at(batch, unit->combined, i);
    sum += exp(-reading->value) / (1.0 + (double)reading->count) + (double)reading->state / 7.0;
  }
  for (uint32_t i = 0; i < scenario->values.count; ++i) {
    const orienta_value_override_t* value = at(batch, scenario->values, i);
    sum += log1p(value->value) / 3.0;
  }
  return sum - floor(sum);
}

static int32_t remark(uint32_t unit, double value, const orienta_sink_t* sink) {
  const orienta_arg_t args[] = {{TEXT("share"), ORIENTA_ARG_SHARE, 0, value, {NULL, 0}},
                                {TEXT("index"), ORIENTA_ARG_INDEX, 0, 100 * value, {NULL, 0}},
                                {TEXT("node"), ORIENTA_ARG_NODE, 0, 0, {NULL, 0}},
                                {TEXT("aggregate"), ORIENTA_ARG_AGGREGATE, 1, 0, {NULL, 0}},
                                {TEXT("word"), ORIENTA_ARG_TEXT, 0, 0, TEXT("r\xc3\xa9sum\xc3\xa9")}};
  const orienta_note_t note = {0, 0, TEXT("sample.said"), args, 5, sizeof args[0]};
  if (sink->remark(sink->host_data, unit, &note) != 0) return ORIENTA_STOPPED;
  return sink->trace(sink->host_data, unit, &note) != 0 ? ORIENTA_STOPPED : ORIENTA_OK;
}

static int32_t say(orienta_handle_t* handle, const orienta_block_t* batch, uint32_t unit, uint32_t scenario,
                   wide_score_t* scores, const orienta_sink_t* sink) {
  const orienta_batch_t* head = batch->data;
  const orienta_set_t* set = handle->set->data;
  const uint32_t count = head->want == ORIENTA_WANT_SUMMARY ? 1 : set->nodes.count;
  const double value = figure(batch, at(batch, head->units, unit), at(batch, head->scenarios, scenario));
  memset(scores, 0, count * sizeof *scores);
  for (uint32_t i = 0; i < count; ++i) {
    orienta_score_t* score = &scores[i].score;
    score->node = count - 1 - i;
    score->value = value / (1.0 + (double)score->node);
    score->error = sqrt(value) / 9.0;
    score->completeness = 1.0 - value;
    score->level = set->levels.count > 0 ? (int32_t)(unit % (set->levels.count + 1)) : ORIENTA_NO_LEVEL;
    score->count = unit;
  }
  if (sink->scores(sink->host_data, unit, scenario, &scores->score, count, sizeof *scores) != 0)
    return ORIENTA_STOPPED;
  return scenario == 0 && head->want == ORIENTA_WANT_TRACE ? remark(unit, value, sink) : ORIENTA_OK;
}

static int32_t score(orienta_handle_t* handle, const orienta_block_t* batch, uint32_t first_unit,
                     uint32_t unit_count, uint32_t first_scenario, uint32_t scenario_count,
                     const orienta_sink_t* sink) {
  const orienta_set_t* set = handle->set->data;
  int32_t status = ORIENTA_OK;
  wide_score_t* scores = calloc(set->nodes.count, sizeof *scores);
  if (scores == NULL) return ORIENTA_FAILED;
  for (uint32_t unit = first_unit; unit < first_unit + unit_count; ++unit)
    for (uint32_t s = first_scenario + scenario_count; s > first_scenario && status == ORIENTA_OK; --s)
      status = say(handle, batch, unit, s - 1, scores, sink);
  free(scores);
  return status;
}

extern const orienta_entry_t orienta_entry_v1;
__attribute__((visibility("default"))) const orienta_entry_t orienta_entry_v1 = {
    sizeof(orienta_entry_t), 0, {1, 0}, TEXT("sample"), TEXT("1.0"), check, prepare, release, score, NULL};
