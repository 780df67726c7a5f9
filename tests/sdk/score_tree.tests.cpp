// SPDX-License-Identifier: MIT
#include "orienta/score_tree.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "orienta/plugin.hpp"
#include "support/block_builder.hpp"

using namespace orienta::sdk;
using namespace orienta::test;
using Catch::Approx;
using Codes = std::vector<std::string>;

namespace {

class Plain {
 public:
  explicit Plain(const Set& set) : tree_(set) {}
  static void check(const Set&, Checker&) {}
  void score(const Unit& unit, Output& out) const {
    tree_.score(unit, out, [&](std::uint32_t node) { return tree_.rate_by_indicators(unit, out, node); });
  }

 private:
  ScoreTree tree_;
};

constexpr orienta_entry_t kPlain = detail::entry<Plain>("plain", "1.0.0");

// Nodes: 0 set, 1 and 2 dimensions, 3 a, 4 b, 5 c. Indicators: 0 1 of a, 2 of b, 3 4 of c.
SetSpec spec() {
  SetSpec set;
  set.levels = 2;
  set.dimensions = {
      {"one",
       3,
       ORIENTA_AGGREGATE_MEAN,
       {{"a", 1, ORIENTA_AGGREGATE_MEAN, 1, true, 0, {}, {{"a1", 1}, {"a2", 3}}},
        {"b", 1, ORIENTA_AGGREGATE_WEAKEST, 2, false, 0, {}, {{"b1"}}}}},
      {"two", 1, ORIENTA_AGGREGATE_GEOMETRIC, {{"c", 1, 0, 0, false, 0, {}, {{"c1"}, {"c2", 1, true}}}}}};
  return set;
}

UnitSpec unit_with(std::vector<orienta_reading_t> combined) {
  UnitSpec unit;
  unit.combined = std::move(combined);
  return unit;
}

UnitSpec full_unit() {
  return unit_with(
      {reading(0, 1, 20, 0.1), reading(1, 0.8, 30), reading(2, 0.5), reading(3, 0.25), reading(4, 1)});
}

Said score(const SetSpec& set, const UnitSpec& unit, const ScenarioSpec& scenario = {},
           std::uint32_t want = ORIENTA_WANT_TRACE) {
  Prepared prepared(kPlain, build_set(set));
  return prepared.score(build_batch({want, {unit}, {scenario}}));
}

}  // namespace

TEST_CASE("criteria, dimensions and the set are aggregated as declared", "[sdk]") {
  const Said said = score(spec(), full_unit());
  const auto& scores = said.scores.at({0, 0});
  REQUIRE(scores.size() == 6);
  CHECK(scores[3].value == Approx(0.85).epsilon(1e-15));
  CHECK(scores[3].error == Approx(0.025).epsilon(1e-12));
  CHECK(scores[3].freedom == 19);
  CHECK(scores[3].count == 20);
  CHECK(scores[4].value == 0.5);
  CHECK(scores[1].value == Approx(0.675).epsilon(1e-15));
  CHECK(scores[5].value == 0.25);  // what is only shown stays out
  CHECK(scores[0].value == Approx((3 * 0.675 + 0.25) / 4).epsilon(1e-15));
  CHECK(scores[0].completeness == 1);
  CHECK(scores[0].level == 1);
  CHECK(scores[0].progress == Approx(0.5 / 0.85).epsilon(1e-15));
  CHECK(scores[1].level == ORIENTA_NO_LEVEL);
}

TEST_CASE("reasons are given for every node and rung", "[sdk]") {
  const Said said = score(spec(), full_unit());
  CHECK(said.codes(3) == Codes{"trace.averaged"});
  CHECK(said.codes(4) == Codes{"trace.weakest"});
  CHECK(said.codes(0) == Codes{"trace.averaged", "trace.rung", "trace.rung-below", "trace.gated"});
  const NoteCopy& gated = *said.note("trace.gated");
  CHECK(gated.numbers.at("level") == 1);
  CHECK(gated.numbers.at("rung") == 2);
  CHECK(said.note("trace.weakest")->indexes.at("part") == 2);
  CHECK(said.note("trace.rung")->numbers.at("needed") == 85);
}

TEST_CASE("what is open, left out, withheld or inherited is said with its number", "[sdk]") {
  UnitSpec unit = full_unit();
  unit.combined[0] = reading_without(0, ORIENTA_STATE_DONT_KNOW);
  unit.combined[1].flags |= ORIENTA_READING_INHERITED;
  unit.combined[2] = reading_without(2, ORIENTA_STATE_NOT_ASKED);
  unit.combined[3] = reading_without(3, ORIENTA_STATE_WITHHELD);
  const Said said = score(spec(), unit);
  CHECK(said.codes(3) == Codes{"trace.averaged", "trace.unanswered", "trace.inherited"});
  CHECK(said.codes(4) == Codes{"trace.nothing-applies", "trace.left-out"});
  CHECK(said.codes(5) == Codes{"trace.nothing-shown", "trace.withheld"});
  CHECK(said.codes(0).front() == "trace.averaged");
  const auto& scores = said.scores.at({0, 0});
  CHECK(scores[3].completeness == 0.75);
  CHECK(scores[4].state == ORIENTA_SCORE_NOT_APPLICABLE);
  CHECK(scores[5].state == ORIENTA_SCORE_WITHHELD);
  CHECK(scores[0].completeness == 0.75);
}

TEST_CASE("without any answer there is no value and no level", "[sdk]") {
  UnitSpec unit;
  for (std::uint32_t i = 0; i < 5; ++i)
    unit.combined.push_back(reading_without(i, ORIENTA_STATE_MISSING));
  const Said said = score(spec(), unit);
  const orienta_score_t& set = said.scores.at({0, 0})[0];
  CHECK(set.state == ORIENTA_SCORE_OPEN);
  CHECK(set.level == ORIENTA_NO_LEVEL);
  CHECK(set.value == 0);
  CHECK(said.codes(0).front() == "trace.nothing-answered");
}

TEST_CASE("a rating from the scenario replaces what the indicators say", "[sdk]") {
  ScenarioSpec what_if;
  what_if.ratings = {{ORIENTA_NONE, 4, 0.9}};
  what_if.weights = {{2, 0, 0}};
  const Said said = score(spec(), full_unit(), what_if);
  const auto& scores = said.scores.at({0, 0});
  CHECK(scores[4].value == 0.9);
  CHECK(scores[0].value == Approx(0.875).epsilon(1e-15));
  CHECK(scores[0].level == 2);
  CHECK(said.codes(4) == Codes{"trace.overridden"});
  CHECK(said.codes(0) == Codes{"trace.averaged", "trace.weightless", "trace.rung", "trace.rung"});
}

TEST_CASE("each way a rung can fail has its words", "[sdk]") {
  UnitSpec unit = full_unit();
  unit.combined[0] = reading(0, 0);
  unit.combined[1] = reading(1, 0.5);
  CHECK(score(spec(), unit).note("trace.rung-mandatory")->indexes.at("criterion") == 3);
  unit.combined[0] = unit.combined[1] = reading_without(0, ORIENTA_STATE_MISSING);
  CHECK(score(spec(), unit).note("trace.rung-open") != nullptr);
  unit.combined[0] = unit.combined[1] = reading_without(0, ORIENTA_STATE_WITHHELD);
  CHECK(score(spec(), unit).note("trace.rung-withheld") != nullptr);
  unit.combined[0] = unit.combined[1] = reading_without(0, ORIENTA_STATE_NOT_APPLICABLE);
  CHECK(score(spec(), unit).note("trace.rung-left-out") != nullptr);
  SetSpec set = spec();
  set.dimensions[0].criteria[1].level = 1;
  unit.combined[0] = unit.combined[1] = reading_without(0, ORIENTA_STATE_MISSING);
  CHECK(score(set, unit).note("trace.rung-mandatory-open") != nullptr);
}

TEST_CASE("a zero in a geometric mean is named", "[sdk]") {
  SetSpec set = spec();
  set.aggregate = ORIENTA_AGGREGATE_GEOMETRIC;
  UnitSpec unit = full_unit();
  unit.combined[3] = reading(3, 0);
  const Said said = score(set, unit);
  CHECK(said.scores.at({0, 0})[0].value == 0);
  for (const NoteCopy& one : said.notes) {
    if (one.node == 0 && one.code == "trace.zero") CHECK(one.indexes.at("part") == 2);
  }
  CHECK(said.note("trace.zero") != nullptr);
}
