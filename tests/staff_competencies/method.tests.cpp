// SPDX-License-Identifier: MIT
// Observed against required.
#include <catch2/catch_test_macros.hpp>

#include "support/plugin_rules.hpp"

extern "C" const orienta_entry_t orienta_entry_v1;

using namespace orienta::test;

namespace {

enum : std::uint32_t { kSet, kAll, kTalk, kListen, kLead };
constexpr std::uint32_t kAgent = 0;
constexpr std::uint32_t kLeader = 1;

CriterionSpec competency(const std::string& id, std::int32_t level, bool mandatory) {
  CriterionSpec one;
  one.id = id;
  one.level = level;
  one.mandatory = mandatory;
  one.indicators = {{id + "-seen"}};
  return one;
}

PluginUnderTest plugin(std::uint32_t role = kAgent) {
  SetSpec set;
  set.levels = 2;
  set.hold_rating = 0.9;
  set.hold_mandatory = 1;
  set.dimensions = {
      {"all",
       1,
       ORIENTA_AGGREGATE_MEAN,
       {competency("talk", 1, true), competency("listen", 1, false), competency("lead", 2, true)}}};
  set.roles = {{"agent", {{kTalk, 70}, {kListen, 50}}},
               {"leader", {{kTalk, 80}, {kListen, 60}, {kLead, 75}}}};
  const std::int32_t top = role == kAgent ? 1 : role == kLeader ? 2 : ORIENTA_NO_LEVEL;
  return {orienta_entry_v1, set, top, [role](UnitSpec& unit) { unit.role = role; }};
}

UnitSpec person(std::uint32_t role, double talk, double listen, double lead) {
  UnitSpec unit;
  unit.kind = ORIENTA_UNIT_EMPLOYEE;
  unit.role = role;
  unit.combined = {reading(0, talk), reading(1, listen), reading(2, lead)};
  return unit;
}

}  // namespace

TEST_CASE("competencies keep the rules of scoring, for every role and without one", "[staff]") {
  for (const std::uint32_t role : {kAgent, kLeader, std::uint32_t{ORIENTA_NONE}})
    CHECK(keeps_the_rules(plugin(role)));
  CHECK(survives_degenerate_sets(orienta_entry_v1));
}

TEST_CASE("what the role does not require is not applicable", "[staff]") {
  const auto scores = scores_of(plugin(), person(kAgent, 0.8, 0.6, 0.1));
  CHECK(scores[kLead].state == ORIENTA_SCORE_NOT_APPLICABLE);
  CHECK(scores[kTalk].value == 0.8);
  CHECK(scores[kSet].value == 0.7);
}

TEST_CASE("a rung counts with achievement, and more than required makes up for nothing", "[staff]") {
  CHECK(scores_of(plugin(), person(kAgent, 0.7, 0.5, 0))[kSet].level == 1);
  CHECK(scores_of(plugin(), person(kAgent, 0.69, 1, 0))[kSet].level == 0);
  // The mean of the rung: (1 + 0.4 / 0.5) / 2 = 0.9 holds, (1 + 0.39 / 0.5) / 2 does not.
  CHECK(scores_of(plugin(), person(kAgent, 1, 0.4, 0))[kSet].level == 1);
  CHECK(scores_of(plugin(), person(kAgent, 1, 0.39, 0))[kSet].level == 0);
  CHECK(scores_of(plugin(), person(kLeader, 0.8, 0.6, 0.75))[kSet].level == 2);
  CHECK(scores_of(plugin(), person(kLeader, 0.8, 0.6, 0.74))[kSet].level == 1);
}

TEST_CASE("a unit without a role has an index and no level", "[staff]") {
  const auto scores = scores_of(plugin(), person(ORIENTA_NONE, 1, 0.5, 0));
  CHECK(scores[kSet].value == 0.5);
  CHECK(scores[kSet].level == ORIENTA_NO_LEVEL);
}

TEST_CASE("the furthest below and the count of what is met are told", "[staff]") {
  const Said said = told(plugin(), person(kAgent, 0.8, 0.2, 0));
  const NoteCopy* const profile = said.note("staff-competencies.profile");
  REQUIRE(profile != nullptr);
  CHECK(profile->numbers.at("met") == 1);
  CHECK(profile->numbers.at("n") == 2);
  const NoteCopy* const furthest = said.note("staff-competencies.furthest");
  REQUIRE(furthest != nullptr);
  CHECK(furthest->node == kListen);
  CHECK(furthest->numbers.at("observed") == 20);
  CHECK(furthest->numbers.at("required") == 50);
}

TEST_CASE("a person's own view far from the combined one is told", "[staff]") {
  UnitSpec unit = person(kAgent, 0.5, 0.5, 0);
  orienta_reading_t self = reading(0, 0.71);
  self.source = ORIENTA_SOURCE_SELF;
  unit.sources = {self};
  CHECK(told(plugin(), unit).note("staff-competencies.rates-higher") != nullptr);
  unit.sources[0].value = 0.69;
  CHECK(told(plugin(), unit).note("staff-competencies.rates-higher") == nullptr);
  unit.sources[0].value = 0.2;
  CHECK(told(plugin(), unit).note("staff-competencies.rates-lower") != nullptr);
}
