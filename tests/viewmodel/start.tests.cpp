// SPDX-License-Identifier: MIT
#include "viewmodel/start.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/temp_folder.hpp"

using namespace orienta;
using namespace orienta::gui;

TEST_CASE("lines and their indents become a tree of units", "[start]") {
  NewProjectForm form;
  form.organisation = "Agencja Żółw";
  form.units = "North\n  Gdańsk\n  Sopot\n\nSouth\n";
  const std::vector<Unit> units = units_of(form);
  REQUIRE(units.size() == 5);
  CHECK(units[0].kind == UnitKind::kOrganisation);
  CHECK(units[0].id.value == "agencja-żółw");
  CHECK(units[1].kind == UnitKind::kRegion);
  CHECK(units[2].parent == units[1].id);
  CHECK(units[2].kind == UnitKind::kBranch);
  CHECK(units[2].name == "Gdańsk");
  CHECK(units[4].kind == UnitKind::kBranch);
  CHECK(units[4].parent == units[0].id);
}

TEST_CASE("two units of one name get two ids", "[start]") {
  NewProjectForm form;
  form.organisation = "A";
  form.units = "Branch\nBranch\n";
  const std::vector<Unit> units = units_of(form);
  CHECK(units[1].id.value == "branch");
  CHECK(units[2].id.value == "branch-2");
}

TEST_CASE("a new project says what is missing, then is made and opened", "[start]") {
  const test::TempFolder folder;
  Desk desk({}, {}, Lang::kEn, {});
  NewProjectForm form;
  CHECK(missing_in(form, desk) == "Give the organisation a name.");
  form.organisation = "Agency One";
  CHECK(missing_in(form, desk) == "Choose at least one criteria set.");
  form.sets = {"levels-of-service"};
  form.folder = folder / "nowhere";
  CHECK(missing_in(form, desk) == "There is no such folder: give one that exists.");
  form.folder = folder.path().string();
  REQUIRE(missing_in(form, desk).empty());
  make(desk, form);
  desk.finish();
  REQUIRE(desk.study() != nullptr);
  CHECK(desk.study()->file == folder / "agency-one.orienta");
  CHECK(desk.page() == Page::kOverview);
}
