// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>
#include <vector>

#include "feedback_set.hpp"
#include "support/block_builder.hpp"

using namespace orienta::test;
using Codes = std::vector<std::string>;

namespace {

Said problems(const SetSpec& set) {
  return check(orienta_entry_v1, build_set(set));
}
Codes codes(const SetSpec& set) {
  return problem_codes(orienta_entry_v1, set);
}
SetSpec with_param(const ParamSpec& param) {
  SetSpec set = feedback_set();
  set.params = {param};
  return set;
}
SetSpec with_tags(const std::map<std::string, std::string>& tags) {
  SetSpec set = feedback_set();
  set.dimensions[0].criteria[1].tags = tags;
  return set;
}

}  // namespace

TEST_CASE("a sound set has no problems", "[feedback]") {
  CHECK(codes(feedback_set()).empty());
  CHECK(codes(with_param({"margin", ORIENTA_PARAM_NUMBER, 50, ""})).empty());
}

TEST_CASE("a param that is not known is named", "[feedback]") {
  const Said said = problems(with_param({"marign", ORIENTA_PARAM_NUMBER, 5, ""}));
  REQUIRE(said.notes.size() == 1);
  CHECK(said.notes[0].code == "trace.unknown-param");
  CHECK(said.notes[0].texts.at("param") == "marign");
  CHECK(said.notes[0].node == ORIENTA_NONE);
}

TEST_CASE("a margin is a number above 0 and at most 50", "[feedback]") {
  const Codes expected{"feedback-systems.margin"};
  for (const double bad : {0.0, -1.0, 50.5, std::numeric_limits<double>::quiet_NaN()}) {
    CHECK(codes(with_param({"margin", ORIENTA_PARAM_NUMBER, bad, ""})) == expected);
  }
  CHECK(codes(with_param({"margin", ORIENTA_PARAM_TEXT, 0, "five"})) == expected);
}

TEST_CASE("a margin in a tag is checked like the one in params", "[feedback]") {
  for (const std::string bad : {"0", "51", "five", "5 points", "1e1", ""}) {
    INFO(bad);
    CHECK(codes(with_tags({{"derive", "adequacy"}, {"margin", bad}, {"of", "overall"}})) ==
          Codes{"feedback-systems.margin"});
  }
  CHECK(codes(with_tags({{"derive", "adequacy"}, {"margin", "2.5"}, {"of", "overall"}})).empty());
}

TEST_CASE("what is derived has to be known and come from an indicator that is there", "[feedback]") {
  CHECK(codes(with_tags({{"derive", "luck"}, {"of", "overall"}})) == Codes{"feedback-systems.derive"});
  CHECK(codes(with_tags({{"derive", "adequacy"}})) == Codes{"feedback-systems.of-missing"});
  CHECK(codes(with_tags({{"derive", "adequacy"}, {"of", "nothing"}})) ==
        Codes{"feedback-systems.of-unknown"});
  SetSpec set = feedback_set();
  set.dimensions[0].criteria[0].indicators[0].shown_only = true;
  CHECK(codes(set) == Codes{"feedback-systems.of-shown-only"});
  CHECK(problems(set).notes[0].node == kSample);
}

TEST_CASE("a criterion has indicators or is derived and not both", "[feedback]") {
  CHECK(codes(with_tags({})) == Codes{"trace.no-indicators"});
  SetSpec set = feedback_set();
  set.dimensions[0].criteria[1].indicators = {{"own"}};
  CHECK(codes(set) == Codes{"feedback-systems.derive-and-indicators"});
}
