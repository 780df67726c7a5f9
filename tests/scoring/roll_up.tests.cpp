// SPDX-License-Identifier: MIT
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "answers/small_set.hpp"
#include "scoring/result.hpp"
#include "scoring/tree.hpp"

using namespace orienta;
using namespace orienta::test;
using Catch::Matchers::WithinAbs;

namespace {

const std::vector<std::pair<std::string, std::string>> kTree{
    {"top", ""}, {"north", "top"}, {"south", "top"}, {"n1", "north"}, {"n2", "north"}, {"s1", "south"}};

CriteriaSet set_by(Rollup rule) {
  CriteriaSet set = small_set();
  set.rollup = rule;
  for (int level = 1; level <= 3; ++level)
    set.levels.push_back({level, level + 1, {}, {}});
  return set;
}

NodeResult own(std::uint32_t node, double index, int level) {
  NodeResult made;
  made.node = node;
  made.state = ResultState::kScored;
  made.index = made.index_low = made.index_high = index;
  made.level = made.level_possible = level;
  made.of = 3;
  made.completeness = 1;
  made.n = 20;
  return made;
}

NodeResult without_result(ResultState state) {
  NodeResult made;
  made.state = state;
  return made;
}

std::vector<UnitResult> branches(double n1, int l1, double n2, int l2, double s1, int l3) {
  return {{3, {own(0, n1, l1)}}, {4, {own(0, n2, l2)}}, {5, {own(0, s1, l3)}}};
}

const NodeResult* rolled(const std::vector<UnitResult>& results, std::uint32_t unit, std::uint32_t node = 0) {
  for (const UnitResult& result : results)
    for (const NodeResult& one : result.nodes)
      if (result.unit == unit && one.node == node && one.basis == Basis::kRolled) return &one;
  return nullptr;
}

}  // namespace

TEST_CASE("a weighted mean goes up by unit weight and has no level", "[scoring]") {
  const Organisation tree = tree_of(kTree, {1, 1, 3, 1, 4, 1});
  auto results = branches(40, 1, 90, 3, 60, 2);
  roll_up(set_by(Rollup::kWeightedMean), tree, results);
  REQUIRE(rolled(results, 1) != nullptr);
  CHECK(rolled(results, 1)->index == 80);
  CHECK(rolled(results, 1)->of_units == 2u);
  CHECK(rolled(results, 0)->index == 65);
  CHECK(rolled(results, 0)->of_units == 3u);
  CHECK(rolled(results, 0)->state == ResultState::kNoLadder);
  CHECK_FALSE(rolled(results, 0)->level.has_value());
  CHECK(rolled(results, 0)->n == 20);
  CHECK(rolled(results, 3) == nullptr);
}

TEST_CASE("the weakest child gives index and level", "[scoring]") {
  auto results = branches(40, 2, 90, 1, 60, 3);
  roll_up(set_by(Rollup::kWeakest), tree_of(kTree), results);
  CHECK(rolled(results, 0)->index == 40);
  CHECK(rolled(results, 0)->level == 1);
  CHECK(rolled(results, 0)->stage == 2);
  CHECK(rolled(results, 0)->state == ResultState::kScored);
  CHECK(rolled(results, 2)->level == 3);

  results = branches(40, 2, 90, 1, 60, 3);
  results[1].nodes[0].state = ResultState::kIncomplete;
  roll_up(set_by(Rollup::kWeakest), tree_of(kTree), results);
  CHECK(rolled(results, 0)->state == ResultState::kIncomplete);
  CHECK_FALSE(rolled(results, 0)->stage.has_value());
}

// Defect 15 of the peers: "partially" counted as compliant in a share. Here the target says what counts.
TEST_CASE("a share says how many units below reach the target", "[scoring]") {
  CriteriaSet set = set_by(Rollup::kShareAtTarget);
  set.target.level = 2;
  auto results = branches(40, 1, 90, 3, 60, 2);
  roll_up(set, tree_of(kTree), results);
  CHECK(rolled(results, 0)->share == 2.0 / 3);
  CHECK(rolled(results, 0)->of_units == 3u);
  CHECK(rolled(results, 1)->share == 0.5);
  CHECK_THAT(*rolled(results, 0)->index, WithinAbs(62.5, 1e-12));

  set.target = {};
  set.target.index = 60;
  results = branches(40, 1, 90, 3, 60, 2);
  roll_up(set, tree_of(kTree), results);
  CHECK(rolled(results, 0)->share == 2.0 / 3);
}

// Defect 17 of the peers: no target is taken as target 0.
TEST_CASE("without a target there is no share", "[scoring]") {
  auto results = branches(40, 1, 90, 3, 60, 2);
  roll_up(set_by(Rollup::kShareAtTarget), tree_of(kTree), results);
  CHECK_FALSE(rolled(results, 0)->share.has_value());
  CHECK(rolled(results, 0)->index.has_value());

  results = branches(40, 1, 90, 3, 60, 2);
  const TargetOf only_n1 = [](std::uint32_t unit, std::uint32_t) {
    Target target;
    if (unit == 3) target.level = 3;
    return target;
  };
  roll_up(set_by(Rollup::kShareAtTarget), tree_of(kTree), results, only_n1);
  CHECK(rolled(results, 0)->share == 0.0);
  CHECK_FALSE(rolled(results, 2)->share.has_value());
}

TEST_CASE("a dimension may have a rule of its own", "[scoring]") {
  CriteriaSet set = set_by(Rollup::kWeightedMean);
  set.dimensions[0].rollup = Rollup::kWeakest;
  auto results = branches(40, 1, 90, 3, 60, 2);
  for (UnitResult& unit : results)
    for (const std::uint32_t node : {1u, 2u})
      unit.nodes.push_back(own(node, *unit.nodes[0].index, *unit.nodes[0].level));
  roll_up(set, tree_of(kTree), results);
  CHECK_FALSE(rolled(results, 0, 0)->level.has_value());
  CHECK(rolled(results, 0, 1)->level == 1);
  CHECK(rolled(results, 0, 2)->index == 40);
}

// Defects 4 and 13 of the peers: what does not apply stays in the denominator, what is empty becomes NaN.
TEST_CASE("units without a result stay out and say why when they are all", "[scoring]") {
  std::vector<UnitResult> results{{3, {own(0, 40, 1)}},
                                  {4, {without_result(ResultState::kNotApplicable)}},
                                  {5, {without_result(ResultState::kOpen)}}};
  roll_up(set_by(Rollup::kWeightedMean), tree_of(kTree), results);
  CHECK(rolled(results, 1)->index == 40);
  CHECK(rolled(results, 1)->of_units == 1u);
  CHECK(rolled(results, 1)->completeness == 1);
  CHECK_FALSE(rolled(results, 2)->index.has_value());
  CHECK(rolled(results, 2)->state == ResultState::kOpen);
  CHECK(rolled(results, 0)->index == 40);
  CHECK(rolled(results, 0)->completeness == 0.5);
  CHECK(rolled(results, 0)->state == ResultState::kIncomplete);
}

TEST_CASE("what is open or withheld counts as worst in what is proven and as best in what is possible",
          "[scoring]") {
  for (const ResultState unknown : {ResultState::kOpen, ResultState::kWithheld}) {
    auto mean = branches(40, 1, 90, 3, 60, 2);
    mean[2].nodes = {without_result(unknown)};
    auto weakest = mean;
    roll_up(set_by(Rollup::kWeightedMean), tree_of(kTree), mean);
    CHECK(rolled(mean, 0)->index == 65);
    CHECK(rolled(mean, 0)->index_low == 32.5);
    CHECK(rolled(mean, 0)->index_high == 82.5);
    roll_up(set_by(Rollup::kWeakest), tree_of(kTree), weakest);
    CHECK(rolled(weakest, 0)->index == 40);
    CHECK(rolled(weakest, 0)->index_low == 0);
    CHECK(rolled(weakest, 0)->index_high == 40);
    CHECK(rolled(weakest, 0)->level == 0);
    CHECK(rolled(weakest, 0)->level_possible == 1);
  }
}

TEST_CASE("a unit that is scored itself carries both results and brings its own", "[scoring]") {
  auto results = branches(40, 1, 90, 3, 60, 2);
  results.push_back({1, {own(0, 100, 3)}});
  CriteriaSet set = set_by(Rollup::kWeightedMean);
  set.scored_at = {};
  roll_up(set, tree_of(kTree), results);
  REQUIRE(results[1].unit == 1);
  REQUIRE(results[1].nodes.size() == 2);
  CHECK(results[1].nodes[0].basis == Basis::kOwn);
  CHECK(results[1].nodes[1].index == 65);
  CHECK(rolled(results, 0)->index == 80);
  CHECK(rolled(results, 0)->of_units == 4u);
}

TEST_CASE("a unit above the kinds that are scored brings what is below it and is none of them", "[scoring]") {
  auto results = branches(40, 1, 90, 3, 60, 2);
  results.push_back({1, {own(0, 100, 3)}});  // from answers that its branches inherit
  Organisation tree = tree_of(kTree);
  CriteriaSet set = set_by(Rollup::kWeightedMean);
  set.scored_at = {};
  set.scored_at.add(UnitKind::kTeam);
  std::vector<Unit> units(tree.units().begin(), tree.units().end());
  for (std::size_t i = 3; i < units.size(); ++i)
    units[i].kind = UnitKind::kTeam;
  tree = *Organisation::build(units);
  roll_up(set, tree, results);
  CHECK(rolled(results, 1)->index == 65);
  CHECK(rolled(results, 0)->index == 62.5);
  CHECK(rolled(results, 0)->of_units == 3u);
}

TEST_CASE("all units at the maximum are exactly the maximum for any weights and order changes nothing",
          "[scoring]") {
  CHECK(rc::check([] {
    std::vector<double> weights;
    for (int i = 0; i < 6; ++i)
      weights.push_back(*rc::gen::inRange(1, 1000) / 7.0);
    const Organisation tree = tree_of(kTree, weights);
    const CriteriaSet set = set_by(*rc::gen::element(Rollup::kWeightedMean, Rollup::kWeakest));
    auto full = branches(100, 3, 100, 3, 100, 3);
    roll_up(set, tree, full);
    RC_ASSERT(*rolled(full, 0)->index == 100);

    auto forwards =
        branches(*rc::gen::inRange(0, 100), 1, *rc::gen::inRange(0, 100), 2, *rc::gen::inRange(0, 100), 3);
    auto backwards = forwards;
    std::reverse(backwards.begin(), backwards.end());
    roll_up(set, tree, forwards);
    roll_up(set, tree, backwards);
    RC_ASSERT(forwards == backwards);
  }));
}
