// SPDX-License-Identifier: MIT
// The staged ladder, ladders per dimension, and the pyramid.
#include <catch2/catch_test_macros.hpp>

#include "support/plugin_rules.hpp"

extern "C" const orienta_entry_t orienta_entry_v1;

using namespace orienta::test;

namespace {

enum : std::uint32_t { kSet, kFirst, kSecond, kBasic, kMore, kBasic2, kTop };

CriterionSpec criterion(const std::string& id, std::int32_t level, bool mandatory, const std::string& layer) {
  CriterionSpec one;
  one.id = id;
  one.level = level;
  one.mandatory = mandatory;
  one.tags = {{"layer", layer}};
  one.indicators = {{id + "-asked"}};
  return one;
}

/// Two dimensions, three rungs.
SetSpec ladder_set(const std::string& gate = "staged") {
  SetSpec set;
  set.levels = 3;
  set.dimensions = {{"first",
                     1,
                     ORIENTA_AGGREGATE_MEAN,
                     {criterion("basic", 1, true, "need"), criterion("more", 2, false, "ease")}},
                    {"second",
                     2,
                     ORIENTA_AGGREGATE_MEAN,
                     {criterion("basic-2", 1, false, "need"), criterion("top", 3, true, "emotion")}}};
  set.params = {{"gate", ORIENTA_PARAM_TEXT, 0, gate}};
  return set;
}

UnitSpec unit_of(double basic, double more, double basic2, double top) {
  UnitSpec unit;
  std::uint32_t i = 0;
  for (const double value : {basic, more, basic2, top})
    unit.combined.push_back(value < 0 ? reading_without(i, ORIENTA_STATE_NOT_APPLICABLE) : reading(i, value)),
        ++i;
  return unit;
}

PluginUnderTest plugin(const std::string& gate = "staged") {
  return {orienta_entry_v1, ladder_set(gate), gate == "none" ? ORIENTA_NO_LEVEL : 3};
}

}  // namespace

TEST_CASE("service levels keep the rules of scoring, with one ladder and with several", "[levels]") {
  CHECK(keeps_the_rules(plugin()));
  CHECK(keeps_the_rules(plugin("none")));
  CHECK(survives_degenerate_sets(orienta_entry_v1));
}

TEST_CASE("a rung counts only when all below it hold", "[levels]") {
  CHECK(scores_of(plugin(), unit_of(1, 1, 1, 1))[kSet].level == 3);
  CHECK(scores_of(plugin(), unit_of(1, 0.8, 1, 1))[kSet].level == 1);
  CHECK(scores_of(plugin(), unit_of(0.4, 1, 1, 1))[kSet].level == 0);
}

TEST_CASE("nothing above buys off a mandatory criterion below", "[levels]") {
  // The first rung's mean is 0.72 with the mandatory one at 0.44 and weights that would carry it.
  ScenarioSpec weights;
  weights.weights = {{kBasic2, 0, 1000}};
  CHECK(scores_of(plugin(), unit_of(0.49, 1, 1, 1), weights)[kSet].level == 0);
  CHECK(scores_of(plugin(), unit_of(0.5, 1, 1, 1), weights)[kSet].level == 3);
}

TEST_CASE("a rung that does not apply is passed over and never reached", "[levels]") {
  CHECK(scores_of(plugin(), unit_of(1, -1, 1, 1))[kSet].level == 3);
  CHECK(scores_of(plugin(), unit_of(1, 1, 1, -1))[kSet].level == 2);
}

TEST_CASE("without a gate each dimension has a level of its own and the weakest is named", "[levels]") {
  const UnitSpec unit = unit_of(1, 1, 0.2, 1);
  const auto scores = scores_of(plugin("none"), unit);
  CHECK(scores[kSet].level == ORIENTA_NO_LEVEL);
  CHECK(scores[kFirst].level == 2);
  CHECK(scores[kSecond].level == 0);
  const Said said = told(plugin("none"), unit);
  const NoteCopy* const weakest = said.note("service-levels.weakest");
  REQUIRE(weakest != nullptr);
  CHECK(weakest->node == kSecond);
  CHECK(weakest->is_remark);
}

TEST_CASE("in the pyramid a layer counts only when those below it hold", "[levels]") {
  const auto remark = [](const UnitSpec& unit) {
    for (const char* code : {"service-levels.pyramid-need", "service-levels.pyramid-ease",
                             "service-levels.pyramid-emotion", "service-levels.pyramid-complete"})
      if (told(plugin(), unit).note(code) != nullptr) return std::string(code + 15);
    return std::string();
  };
  CHECK(remark(unit_of(0.5, 1, 0.5, 1)) == "pyramid-need");
  CHECK(remark(unit_of(1, 0.5, 1, 1)) == "pyramid-ease");
  CHECK(remark(unit_of(1, 1, 1, 0.5)) == "pyramid-emotion");
  CHECK(remark(unit_of(1, 1, 1, 1)) == "pyramid-complete");
  CHECK(remark(unit_of(1, -1, 1, 1)).empty());
  CHECK(scores_of(plugin(), unit_of(0.5, 1, 0.5, 1))[kSet].value ==
        scores_of({orienta_entry_v1,
                   [] {
                     SetSpec plain = ladder_set();
                     for (DimensionSpec& dimension : plain.dimensions)
                       for (CriterionSpec& one : dimension.criteria)
                         one.tags.clear();
                     return plain;
                   }()},
                  unit_of(0.5, 1, 0.5, 1))[kSet]
            .value);
}
