// SPDX-License-Identifier: MIT
// N, P, L and F, evidence and findings, and the strict rule for levels.
#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>

#include "support/plugin_rules.hpp"

extern "C" const orienta_entry_t orienta_entry_v1;

using namespace orienta::test;

namespace {

enum : std::uint32_t { kSet, kProcess, kOther, kDone, kManaged, kDefined, kOtherDone };

CriterionSpec attribute(const std::string& id, std::int32_t level, std::uint32_t evidence) {
  CriterionSpec one;
  one.id = id;
  one.level = level;
  one.evidence = evidence;
  one.indicators = {{id + "-asked"}};
  return one;
}

SetSpec process_set() {
  SetSpec set;
  set.levels = 3;
  set.dimensions = {{"process",
                     1,
                     ORIENTA_AGGREGATE_MEAN,
                     {attribute("done", 1, ORIENTA_EVIDENCE_DOCUMENT | ORIENTA_EVIDENCE_RECORD),
                      attribute("managed", 2, 0), attribute("defined", 3, 0)}},
                    {"other", 1, ORIENTA_AGGREGATE_MEAN, {attribute("other-done", 1, 0)}}};
  return set;
}

PluginUnderTest plugin() {
  return {orienta_entry_v1, process_set(), 3, [](UnitSpec& unit) {
            for (orienta_reading_t& reading : unit.combined) {
              // A finding about what is not answered yet caps what is possible below what the rest has now.
              if (reading.state != ORIENTA_STATE_VALUE) continue;
              reading.evidence = *rc::gen::inRange<std::uint8_t>(0, 16);
              reading.major_findings = *rc::gen::inRange<std::uint16_t>(0, 2);
              reading.minor_findings = *rc::gen::inRange<std::uint16_t>(0, 2);
            }
          }};
}

UnitSpec unit_of(double done, double managed, double defined, double other, std::uint8_t evidence = 3) {
  UnitSpec unit;
  std::uint32_t i = 0;
  for (const double value : {done, managed, defined, other}) {
    unit.combined.push_back(reading(i++, value));
    unit.combined.back().evidence = evidence;
  }
  return unit;
}

}  // namespace

TEST_CASE("process standards keep the rules of scoring", "[process]") {
  CHECK(keeps_the_rules(plugin()));
  CHECK(survives_degenerate_sets(orienta_entry_v1));
}

TEST_CASE("a level needs its own attributes largely and all lower ones fully achieved", "[process]") {
  CHECK(scores_of(plugin(), unit_of(0.9, 0.9, 0.6, 0.9))[kProcess].level == 3);
  CHECK(scores_of(plugin(), unit_of(0.9, 0.85, 0.6, 0.9))[kProcess].level == 2);
  CHECK(scores_of(plugin(), unit_of(0.85, 1, 1, 0.9))[kProcess].level == 1);
  CHECK(scores_of(plugin(), unit_of(0.5, 1, 1, 0.9))[kProcess].level == 0);
}

TEST_CASE("the set has the level that all its processes allow", "[process]") {
  const auto scores = scores_of(plugin(), unit_of(1, 1, 1, 0.6));
  CHECK(scores[kProcess].level == 3);
  CHECK(scores[kOther].level == 1);
  CHECK(scores[kSet].level == 1);
}

TEST_CASE("evidence of all kinds together carries full marks and less of it caps", "[process]") {
  CHECK(scores_of(plugin(), unit_of(1, 1, 1, 1, 3))[kDone].value == 1);
  CHECK(scores_of(plugin(), unit_of(1, 1, 1, 1, ORIENTA_EVIDENCE_RECORD))[kDone].value == 0.85);
  CHECK(scores_of(plugin(), unit_of(1, 1, 1, 1, ORIENTA_EVIDENCE_OBSERVATION))[kDone].value == 0.5);
  CHECK(scores_of(plugin(), unit_of(0.4, 1, 1, 1, 0))[kDone].value == 0.4);
}

TEST_CASE("kinds of evidence count together over the answers of a criterion", "[process]") {
  PluginUnderTest two = plugin();
  two.set.dimensions[0].criteria[0].indicators = {{"a"}, {"b"}};
  UnitSpec unit = unit_of(1, 1, 1, 1, 0);
  unit.combined.insert(unit.combined.begin(), reading(0, 1));
  for (std::uint32_t i = 0; i < unit.combined.size(); ++i)
    unit.combined[i].indicator = i;
  unit.combined[0].evidence = ORIENTA_EVIDENCE_DOCUMENT;
  unit.combined[1].evidence = ORIENTA_EVIDENCE_RECORD;
  CHECK(scores_of(two, unit)[kDone].value == 1);
}

TEST_CASE("an open answer may still bring its evidence", "[process]") {
  PluginUnderTest two = plugin();
  two.set.dimensions[0].criteria[0].indicators = {{"a"}, {"b"}};
  UnitSpec unit = unit_of(1, 1, 1, 1, 0);
  unit.combined.insert(unit.combined.begin() + 1, reading_without(1, ORIENTA_STATE_MISSING));
  for (std::uint32_t i = 0; i < unit.combined.size(); ++i)
    unit.combined[i].indicator = i;
  ScenarioSpec best;
  best.open = ORIENTA_OPEN_BEST;
  CHECK(scores_of(two, unit)[kDone].value == 0.5);
  CHECK(scores_of(two, unit, best)[kDone].value == 1);
}

TEST_CASE("an open major finding blocks the level and a minor one keeps from full marks", "[process]") {
  UnitSpec unit = unit_of(1, 1, 1, 1);
  unit.combined[0].minor_findings = 1;
  CHECK(scores_of(plugin(), unit)[kDone].value == 0.85);
  CHECK(scores_of(plugin(), unit)[kProcess].level == 1);
  unit.combined[0].major_findings = 1;
  CHECK(scores_of(plugin(), unit)[kDone].value == 0.5);
  CHECK(scores_of(plugin(), unit)[kProcess].level == 0);
  CHECK(told(plugin(), unit).note("process-standards.major") != nullptr);
}

TEST_CASE("what keeps from the next level is named with what it needs", "[process]") {
  const Said said = told(plugin(), unit_of(0.8, 0.7, 0.6, 0.9));
  const NoteCopy* const blocked = said.note("process-standards.blocked");
  REQUIRE(blocked != nullptr);
  CHECK(blocked->texts.at("needed") == "F");
  CHECK(blocked->texts.at("rating") == "L");
  CHECK(blocked->indexes.at("criterion") == kDone);
}
