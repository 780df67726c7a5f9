// SPDX-License-Identifier: MIT
// The layout that plugins in the field were built against. A change here breaks them: raise the major version
// instead.
#include <catch2/catch_test_macros.hpp>
#include <cstddef>

#include "orienta/plugin.h"

TEST_CASE("a plugin of the same major version and no newer minor version fits", "[abi]") {
  CHECK(orienta_version_is_compatible({ORIENTA_ABI_MAJOR, ORIENTA_ABI_MINOR}) != 0);
  CHECK(orienta_version_is_compatible({ORIENTA_ABI_MAJOR, 0}) != 0);
  CHECK(orienta_version_is_compatible({ORIENTA_ABI_MAJOR, ORIENTA_ABI_MINOR + 1}) == 0);
  CHECK(orienta_version_is_compatible({ORIENTA_ABI_MAJOR + 1, 0}) == 0);
  CHECK(orienta_version_is_compatible({ORIENTA_ABI_MAJOR - 1, 0}) == 0);
}

TEST_CASE("an entry keeps its layout", "[abi]") {
  CHECK(sizeof(orienta_entry_t) == 88);
  CHECK(offsetof(orienta_entry_t, size) == 0);
  CHECK(offsetof(orienta_entry_t, abi) == 8);
  CHECK(offsetof(orienta_entry_t, id) == 16);
  CHECK(offsetof(orienta_entry_t, version) == 32);
  CHECK(offsetof(orienta_entry_t, check) == 48);
  CHECK(offsetof(orienta_entry_t, prepare) == 56);
  CHECK(offsetof(orienta_entry_t, release) == 64);
  CHECK(offsetof(orienta_entry_t, score) == 72);
  CHECK(offsetof(orienta_entry_t, extension) == 80);
}

TEST_CASE("what the host offers keeps its layout", "[abi]") {
  CHECK(offsetof(orienta_host_t, abi) == 8);
  CHECK(offsetof(orienta_host_t, host_data) == 16);
  CHECK(offsetof(orienta_host_t, fail) == 24);
  CHECK(offsetof(orienta_host_t, extension) == 32);
  CHECK(offsetof(orienta_sink_t, host_data) == 8);
  CHECK(offsetof(orienta_sink_t, scores) == 16);
  CHECK(offsetof(orienta_sink_t, trace) == 24);
  CHECK(offsetof(orienta_sink_t, remark) == 32);
}

TEST_CASE("what a plugin says keeps its layout", "[abi]") {
  CHECK(offsetof(orienta_arg_t, kind) == 16);
  CHECK(offsetof(orienta_arg_t, number) == 24);
  CHECK(offsetof(orienta_arg_t, text) == 32);
  CHECK(offsetof(orienta_note_t, code) == 8);
  CHECK(offsetof(orienta_note_t, args) == 24);
  CHECK(offsetof(orienta_note_t, arg_stride) == 36);
  CHECK(offsetof(orienta_score_t, value) == 8);
  CHECK(offsetof(orienta_score_t, completeness) == 32);
  CHECK(offsetof(orienta_score_t, progress) == 40);
  CHECK(offsetof(orienta_score_t, level) == 48);
  CHECK(offsetof(orienta_score_t, count) == 52);
}

TEST_CASE("a set keeps its layout", "[abi]") {
  CHECK(offsetof(orienta_set_t, hold_rating) == 24);
  CHECK(offsetof(orienta_set_t, nodes) == 48);
  CHECK(offsetof(orienta_set_t, requirements) == 144);
  CHECK(offsetof(orienta_node_t, weight) == 24);
  CHECK(offsetof(orienta_node_t, level) == 36);
  CHECK(offsetof(orienta_node_t, first_tag) == 52);
  CHECK(offsetof(orienta_indicator_t, weight) == 16);
  CHECK(offsetof(orienta_indicator_t, statistic) == 32);
  CHECK(offsetof(orienta_param_t, number) == 16);
}

TEST_CASE("a batch keeps its layout", "[abi]") {
  CHECK(offsetof(orienta_reading_t, indicator) == 32);
  CHECK(offsetof(orienta_reading_t, count) == 36);
  CHECK(offsetof(orienta_reading_t, state) == 48);
  CHECK(offsetof(orienta_reading_t, minor_findings) == 54);
  CHECK(offsetof(orienta_unit_t, combined) == 8);
  CHECK(offsetof(orienta_unit_t, targets) == 40);
  CHECK(offsetof(orienta_scenario_t, values) == 8);
  CHECK(offsetof(orienta_scenario_t, weights) == 40);
  CHECK(offsetof(orienta_batch_t, scenarios) == 24);
}
