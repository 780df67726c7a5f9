// SPDX-License-Identifier: MIT
// Expected values are computed by hand from the formulas that the headers name.
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <vector>

#include "answers/small_set.hpp"
#include "scoring/result.hpp"
#include "scoring/tree.hpp"

using namespace orienta;
using namespace orienta::test;
using Catch::Matchers::WithinAbs;

namespace {

NodeResult own(double index) {
  NodeResult made;
  made.state = ResultState::kNoLadder;
  made.index = index;
  made.completeness = 1;
  return made;
}

/// Twenty branches below two regions: b1 to b10 in the north, b11 to b20 in the south.
Organisation network() {
  std::vector<std::pair<std::string, std::string>> ids{{"top", ""}, {"north", "top"}, {"south", "top"}};
  for (int i = 1; i <= 20; ++i)
    ids.emplace_back("b" + std::to_string(i), i <= 10 ? "north" : "south");
  std::vector<Unit> units = tree_of(ids).units();
  units[1].kind = units[2].kind = UnitKind::kRegion;
  return Organisation::build(std::move(units)).value();
}

Sample drawn(const std::vector<std::string>& ids) {
  Sample sample;
  for (const std::string& id : ids)
    sample.drawn.emplace_back(id);
  return sample;
}

std::vector<UnitResult> results_of(const Organisation& organisation,
                                   const std::vector<std::pair<std::string, double>>& indices) {
  std::vector<UnitResult> results;
  for (const auto& [id, index] : indices)
    results.push_back({*organisation.find(UnitId(id)), {own(index)}});
  return results;
}

const NodeResult& rolled(const std::vector<UnitResult>& results, std::uint32_t unit) {
  for (const UnitResult& result : results)
    for (const NodeResult& node : result.nodes)
      if (result.unit == unit && node.basis == Basis::kRolled) return node;
  throw std::out_of_range("no rolled result");
}

}  // namespace

// 60, 70, 80, 90 of 20: mean 75, s = sqrt(500 / 3), error s / 2 * sqrt(16 / 19) = 5.923488777590923,
// t(3) = 3.182446305284263.
TEST_CASE("a mean of drawn units has a t interval with finite correction", "[scoring]") {
  const std::vector<double> indices{60, 70, 80, 90};
  const Estimate estimate = estimate_index(indices, 20);
  CHECK(estimate.n == 4);
  CHECK(estimate.population == 20);
  CHECK(estimate.index == 75);
  CHECK_THAT(estimate.low.value(), WithinAbs(56.14881502536297, 1e-9));
  CHECK_THAT(estimate.high.value(), WithinAbs(93.85118497463702, 1e-9));
}

TEST_CASE("who draws all units knows their mean", "[scoring]") {
  const std::vector<double> indices{40, 60};
  const Estimate all = estimate_index(indices, 2);
  CHECK(all.low == 50.0);
  CHECK(all.high == 50.0);
}

TEST_CASE("one drawn unit says nothing of how far the others lie apart", "[scoring]") {
  const std::vector<double> indices{40};
  const Estimate one = estimate_index(indices, 9);
  CHECK(one.index == 40);
  CHECK(!one.low);
  CHECK(!one.high);
}

// 40 and 60 of 3: error sqrt(100) * sqrt(1 / 2), t(1) = 12.706: -39.8 to 139.8.
TEST_CASE("the interval stays within what an index can be", "[scoring]") {
  const std::vector<double> indices{40, 60};
  const Estimate wide = estimate_index(indices, 3);
  CHECK(wide.low == 0.0);
  CHECK(wide.high == 100.0);
}

// 1 of 4 from 20: n_eff = 4 * 19 / 16 = 4.75 in Wilson's formula.
TEST_CASE("a share of drawn units at target has Wilson's interval", "[scoring]") {
  const std::vector<double> indices{60, 70, 80, 90};
  Estimate estimate = estimate_index(indices, 20);
  add_share(estimate, 1);
  CHECK(estimate.share == 0.25);
  CHECK_THAT(estimate.share_low.value(), WithinAbs(0.051408870346870805, 1e-12));
  CHECK_THAT(estimate.share_high.value(), WithinAbs(0.6721537923432686, 1e-12));
}

TEST_CASE("only units drawn at random speak for the whole network", "[scoring]") {
  const Organisation organisation = network();
  CriteriaSet set = small_set();
  set.target.index = 85;
  auto results =
      results_of(organisation, {{"b1", 60}, {"b2", 70}, {"b3", 10}, {"b11", 80}, {"b12", 90}, {"b13", 5}});
  roll_up(set, organisation, results);
  const double index = *rolled(results, 0).index;
  add_estimates(set, organisation, drawn({"b1", "b2", "b11", "b12"}), results);
  const NodeResult& top = rolled(results, 0);
  CHECK(top.index == index);  // as it was: all that were assessed
  CHECK(top.of_units == 6u);
  REQUIRE(top.estimate);
  CHECK(top.estimate->n == 4);
  CHECK(top.estimate->population == 20);
  CHECK(top.estimate->index == 75);
  CHECK(top.estimate->share == 0.25);
  CHECK(top.ci_low == top.estimate->low);
  CHECK(top.ci_high == top.estimate->high);
  const NodeResult& north = rolled(results, 1);
  REQUIRE(north.estimate);
  CHECK(north.estimate->population == 10);
  CHECK(north.estimate->index == 65);
}

TEST_CASE("a drawn unit without a result lowers the number that speak", "[scoring]") {
  const Organisation organisation = network();
  const CriteriaSet set = small_set();
  auto results = results_of(organisation, {{"b1", 60}, {"b2", 70}});
  results.push_back({*organisation.find(UnitId("b3")), {NodeResult{}}});
  roll_up(set, organisation, results);
  add_estimates(set, organisation, drawn({"b1", "b2", "b3", "no-longer-there"}), results);
  REQUIRE(rolled(results, 0).estimate);
  CHECK(rolled(results, 0).estimate->n == 2);
  CHECK(!rolled(results, 0).estimate->share);  // nobody has a target
}

TEST_CASE("the lowest of all cannot be estimated from some", "[scoring]") {
  const Organisation organisation = network();
  CriteriaSet set = small_set();
  set.rollup = Rollup::kWeakest;
  auto results = results_of(organisation, {{"b1", 60}, {"b2", 70}});
  roll_up(set, organisation, results);
  add_estimates(set, organisation, drawn({"b1", "b2"}), results);
  CHECK(!rolled(results, 0).estimate);
  CHECK(!rolled(results, 0).ci_low);
}
