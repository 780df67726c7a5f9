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

Codes codes_with(const ParamSpec& param) {
  SetSpec set = sound_set();
  set.params = {param};
  return problem_codes(orienta_entry_v1, set);
}

}  // namespace

TEST_CASE("cuts and caps are checked", "[process]") {
  CHECK(codes_with({"cuts.partly", ORIENTA_PARAM_NUMBER, 20, ""}).empty());
  CHECK(codes_with({"cuts.partly", ORIENTA_PARAM_NUMBER, 60, ""}) == Codes{"process-standards.cuts"});
  CHECK(codes_with({"caps.no_evidence", ORIENTA_PARAM_NUMBER, 90, ""}) == Codes{"process-standards.caps"});
  CHECK(codes_with({"caps.minor", ORIENTA_PARAM_NUMBER, 120, ""}) == Codes{"trace.param-number"});
  CHECK(codes_with({"caps.tiny", ORIENTA_PARAM_NUMBER, 10, ""}) == Codes{"trace.unknown-param"});
}

TEST_CASE("levels are needed, and a criterion without one is pointed out", "[process]") {
  SetSpec set = sound_set();
  set.levels = 0;
  set.dimensions[0].criteria[0].level = 0;
  CHECK(problem_codes(orienta_entry_v1, set) ==
        Codes{"process-standards.no-levels", "process-standards.no-level"});
}
