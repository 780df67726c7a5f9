// SPDX-License-Identifier: MIT
#include "app/unit_edit.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace orienta;

namespace {

Unit unit(const std::string& id, const std::string& parent) {
  Unit made;
  made.id = UnitId(id);
  made.parent = UnitId(parent);
  return made;
}

/// head: north (desk), south.
std::vector<Unit> network() {
  return {unit("head", ""), unit("north", "head"), unit("south", "head"), unit("desk", "north")};
}

std::string ids(const Result<std::vector<Unit>>& units) {
  std::string out;
  if (!units) return "refused";
  for (const Unit& each : *units)
    out += (out.empty() ? "" : " ") + each.id.value;
  return out;
}

}  // namespace

TEST_CASE("an added unit stands last below its parent and has an id of its own", "[app]") {
  Unit added = unit("", "north");
  added.name = "Desk";
  const auto units = with_unit_added(network(), added);
  CHECK(ids(units) == "head north desk desk-2 south");
  added.name = "Филиал";
  CHECK(ids(with_unit_added(network(), added)) == "head north desk unit south");
  added.parent = UnitId("nowhere");
  CHECK(with_unit_added(network(), added).error().kind == ErrorKind::kNotFound);
}

TEST_CASE("a unit is removed with all below it and the last one stays", "[app]") {
  CHECK(ids(with_unit_removed(network(), UnitId("north"))) == "head south");
  CHECK(with_unit_removed(network(), UnitId("head")).error().kind == ErrorKind::kRefused);
  CHECK(with_unit_removed(network(), UnitId("west")).error().kind == ErrorKind::kNotFound);
}

TEST_CASE("a unit moves with all below it and never below itself", "[app]") {
  const auto moved = with_unit_moved(network(), UnitId("north"), UnitId("south"));
  CHECK(ids(moved) == "head south north desk");
  CHECK((*moved)[2].parent == UnitId("south"));
  CHECK(with_unit_moved(network(), UnitId("north"), UnitId("desk")).error().kind == ErrorKind::kInput);
  CHECK(with_unit_moved(network(), UnitId("north"), UnitId("north")).error().kind == ErrorKind::kInput);
  CHECK(ids(with_unit_moved(network(), UnitId("desk"), UnitId())) == "head north south desk");
}

TEST_CASE("a unit changes places with the one beside it", "[app]") {
  CHECK(ids(with_unit_shifted(network(), UnitId("north"), Shift::kDown)) == "head south north desk");
  CHECK(ids(with_unit_shifted(network(), UnitId("north"), Shift::kUp)) == "head north desk south");
  CHECK(ids(with_unit_shifted(network(), UnitId("south"), Shift::kDown)) == "head north desk south");
}

TEST_CASE("a changed unit stays where it is", "[app]") {
  Unit changed = unit("south", "head");
  changed.name = "South";
  const auto units = with_unit_changed(network(), changed);
  REQUIRE(units);
  CHECK((*units)[2].name == "South");
  CHECK(with_unit_changed(network(), unit("west", "head")).error().kind == ErrorKind::kNotFound);
}
