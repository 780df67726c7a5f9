// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "small_network.hpp"

using namespace orienta;
using orienta::test::SmallNetwork;

namespace {

AssessmentTarget index_target(double index) {
  AssessmentTarget target;
  target.set = SetId("small");
  target.node = NodeId("basic");
  target.target.index = index;
  return target;
}

double basic_target(const SmallNetwork& network, const Unit& unit,
                    const std::vector<AssessmentTarget>& targets) {
  for (const orienta_target_t& target : targets_of(network.set, unit, targets))
    if (target.node == network.set.node("basic")) return target.target;
  return -1;
}

}  // namespace

TEST_CASE("the most particular target holds whatever the order they stand in", "[analysis]") {
  const SmallNetwork network(1);
  Unit unit = network.organisation.units()[1];
  unit.role = "agent";
  std::vector<AssessmentTarget> targets{index_target(10), index_target(20), index_target(30),
                                        index_target(40)};
  targets[1].kind = UnitKind::kBranch;
  targets[2].role = "agent";
  targets[3].unit = unit.id;
  CHECK(basic_target(network, unit, targets) == 40);
  CHECK(basic_target(network, unit, {targets[3], targets[2], targets[1], targets[0]}) == 40);
  CHECK(basic_target(network, unit, {targets[2], targets[0], targets[1]}) == 30);
  CHECK(basic_target(network, unit, {targets[1], targets[0]}) == 20);
  CHECK(basic_target(network, unit, {targets[0]}) == 10);
}

TEST_CASE("no target is not target nought", "[analysis]") {
  const SmallNetwork network(1);
  CHECK(basic_target(network, network.organisation.units()[1], {}) == -1);
  CHECK(basic_target(network, network.organisation.units()[1], {index_target(0)}) == 0);
}

TEST_CASE("a target for another unit, role or kind does not concern a unit", "[analysis]") {
  const SmallNetwork network(1);
  std::vector<AssessmentTarget> targets{index_target(1), index_target(2), index_target(3)};
  targets[0].unit = UnitId("elsewhere");
  targets[1].role = "manager";
  targets[2].kind = UnitKind::kTeam;
  CHECK(basic_target(network, network.organisation.units()[1], targets) == -1);
}
