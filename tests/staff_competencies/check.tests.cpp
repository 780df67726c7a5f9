// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "support/block_builder.hpp"

extern "C" const orienta_entry_t orienta_entry_v1;

using namespace orienta::test;
using Codes = std::vector<std::string>;

namespace {

SetSpec sound_set() {
  SetSpec set;
  CriterionSpec one;
  one.id = "one";
  one.indicators = {{"seen"}};
  set.dimensions = {{"all", 1, ORIENTA_AGGREGATE_MEAN, {one}}};
  set.roles = {{"agent", {{2, 70}}}};
  return set;
}

Codes codes(const SetSpec& set) {
  return problem_codes(orienta_entry_v1, set);
}

}  // namespace

TEST_CASE("a sound profile has no problems", "[staff]") {
  CHECK(codes(sound_set()).empty());
}

TEST_CASE("what is wrong with profiles is named", "[staff]") {
  SetSpec set = sound_set();
  set.roles.clear();
  CHECK(codes(set) == Codes{"staff-competencies.no-roles"});
  set = sound_set();
  set.roles[0].needs.clear();
  CHECK(codes(set) == Codes{"staff-competencies.nobody-needs"});
  set = sound_set();
  set.params = {{"blind_spot", ORIENTA_PARAM_NUMBER, 101, ""}};
  CHECK(codes(set) == Codes{"trace.param-number"});
  set.params = {{"blind", ORIENTA_PARAM_NUMBER, 10, ""}};
  CHECK(codes(set) == Codes{"trace.unknown-param"});
}
