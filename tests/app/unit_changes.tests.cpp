// SPDX-License-Identifier: MIT
#include "app/unit_changes.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace orienta;

namespace {

Unit unit(const std::string& id, const std::string& parent = "head") {
  Unit made;
  made.id = UnitId(id);
  made.parent = UnitId(parent);
  made.name = id;
  return made;
}

const std::vector<Unit> kBefore{unit("head", ""), unit("north"), unit("south"), unit("desk", "north")};

}  // namespace

TEST_CASE("a change of one unit is told with its id and never with its name", "[app]") {
  auto after = kBefore;
  after[1].name = "Nadezhda Petrova";
  CHECK(action_on_units(kBefore, after) == msg("store.action-unit-renamed", {{"unit", "north"}}));
  after = kBefore;
  after[3].parent = UnitId("south");
  CHECK(action_on_units(kBefore, after) == msg("store.action-unit-moved", {{"unit", "desk"}}));
  after = kBefore;
  after[2].weight = 3;
  CHECK(action_on_units(kBefore, after) == msg("store.action-unit-changed", {{"unit", "south"}}));
  after = kBefore;
  after.push_back(unit("west"));
  CHECK(action_on_units(kBefore, after) == msg("store.action-unit-added", {{"unit", "west"}}));
  after = kBefore;
  after.pop_back();
  CHECK(action_on_units(kBefore, after) == msg("store.action-unit-removed", {{"unit", "desk"}}));
}

TEST_CASE("a change of several units is told with their number, of the order as that", "[app]") {
  auto after = kBefore;
  std::swap(after[1], after[2]);
  CHECK(action_on_units(kBefore, after) == msg("store.action-units-order"));
  after[0].name = "Head";
  after[1].weight = 2;
  after.pop_back();
  CHECK(action_on_units(kBefore, after) == msg("store.action-units", {{"n", 3}}));
}
