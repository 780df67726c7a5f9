// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "support/block_builder.hpp"

extern "C" const orienta_entry_t orienta_entry_v1;

using namespace orienta::test;
using Codes = std::vector<std::string>;

namespace {

SetSpec sound_set() {
  SetSpec set;
  set.levels = 1;
  CriterionSpec one;
  one.id = "one";
  one.level = 1;
  one.indicators = {{"asked"}};
  set.dimensions = {{"all", 1, ORIENTA_AGGREGATE_MEAN, {one}}};
  return set;
}

Codes codes(const SetSpec& set) {
  return problem_codes(orienta_entry_v1, set);
}

}  // namespace

TEST_CASE("a sound ladder has no problems", "[levels]") {
  CHECK(codes(sound_set()).empty());
}

TEST_CASE("what is wrong with a ladder is named", "[levels]") {
  SetSpec set = sound_set();
  set.levels = 0;
  CHECK(codes(set) == Codes{"service-levels.no-levels"});
  set = sound_set();
  set.params = {{"gate", ORIENTA_PARAM_TEXT, 0, "open"}};
  CHECK(codes(set) == Codes{"service-levels.gate"});
  set.params = {{"gates", ORIENTA_PARAM_TEXT, 0, "none"}};
  CHECK(codes(set) == Codes{"trace.unknown-param"});
  set = sound_set();
  set.dimensions[0].criteria[0].tags = {{"layer", "top"}};
  CHECK(codes(set) == Codes{"service-levels.layer"});
  set = sound_set();
  set.dimensions[0].criteria[0].indicators.clear();
  CHECK(codes(set) == Codes{"trace.no-indicators"});
  set = sound_set();
  set.dimensions[0].criteria[0].level = 0;
  set.params = {{"gate", ORIENTA_PARAM_TEXT, 0, "none"}};
  CHECK(codes(set) == Codes{"service-levels.no-rungs"});
}
