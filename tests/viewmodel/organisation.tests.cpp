// SPDX-License-Identifier: MIT
#include "viewmodel/organisation.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "viewmodel/organisation_setup.hpp"
#include "viewmodel/organisation_targets.hpp"
#include "viewmodel/sample_desk.hpp"

using namespace orienta;
using namespace orienta::gui;

namespace {

struct Opened : SampleDesk {
  const Unit& unit(const std::string& id) const {
    return desk.study()->units()[*desk.study()->assessment->unit_index(id)];
  }
  void choose(const std::string& id) { desk.choose_unit(*desk.study()->assessment->unit_index(id)); }
};

}  // namespace

TEST_CASE("the table of units has a row for each, below its parent", "[organisation]") {
  Opened opened;
  const Study& study = *opened.desk.study();
  const UnitsTable table = units_table(study, opened.desk.words());
  REQUIRE(table.grid.rows.size() == study.units().size());
  for (std::size_t row = 0; row < table.units.size(); ++row) {
    CHECK(table.rows[table.units[row]] == row);
    const auto parent = study.assessment->organisation.parent(table.units[row]);
    if (parent) CHECK(table.rows[*parent] < row);
  }
  CHECK(table.grid.rows.front().depth == 0);
  CHECK(table.grid.rows[1].depth == 1);
}

TEST_CASE("each field of a unit is changed by one action that can be undone", "[organisation]") {
  Opened opened;
  const UnitId mill("mill");
  const Unit before = opened.unit("mill");
  rename_unit(opened.desk, mill, "The mill");
  opened.desk.finish();
  CHECK(opened.unit("mill").name == "The mill");
  change_weight(opened.desk, mill, "2,5");
  opened.desk.finish();
  CHECK(opened.unit("mill").weight == 2.5);
  change_population(opened.desk, mill, "1200");
  opened.desk.finish();
  CHECK(opened.unit("mill").population == 1200U);
  change_scope(opened.desk, mill, false);
  opened.desk.finish();
  CHECK_FALSE(opened.unit("mill").in_scope);
  CHECK_FALSE(opened.desk.dialog());
  for (int step = 0; step < 4; ++step) {
    opened.desk.undo();
    opened.desk.finish();
  }
  CHECK(opened.unit("mill") == before);
}

TEST_CASE("what cannot be a field of a unit is refused in a dialog and changes nothing", "[organisation]") {
  Opened opened;
  const UnitId mill("mill");
  const Unit before = opened.unit("mill");
  change_weight(opened.desk, mill, "heavy");
  REQUIRE(opened.desk.dialog());
  opened.desk.close_dialog();
  change_population(opened.desk, mill, "-3");
  REQUIRE(opened.desk.dialog());
  opened.desk.close_dialog();
  rename_unit(opened.desk, mill, "  ");
  REQUIRE(opened.desk.dialog());
  opened.desk.close_dialog();
  move_unit(opened.desk, opened.desk.study()->units().front().id,
            *opened.desk.study()->assessment->unit_index("mill"));
  opened.desk.finish();
  CHECK(opened.desk.dialog());
  CHECK(opened.unit("mill") == before);
}

TEST_CASE("a unit is added and removed again but one with answers stays", "[organisation]") {
  Opened opened;
  const std::size_t before = opened.desk.study()->units().size();
  add_unit_below(opened.desk, opened.desk.study()->units().front().id);
  opened.desk.finish();
  REQUIRE(opened.desk.study()->units().size() == before + 1);
  const auto added = std::ranges::find(opened.desk.study()->units(), std::string("New unit"), &Unit::name);
  REQUIRE(added != opened.desk.study()->units().end());
  remove_unit(opened.desk, added->id);
  opened.desk.finish();
  CHECK(opened.desk.study()->units().size() == before);
  remove_unit(opened.desk, UnitId("mill"));
  opened.desk.finish();
  CHECK(opened.desk.dialog());
  CHECK(opened.desk.study()->units().size() == before);
}

TEST_CASE("a target that is set for a unit holds for it and can be removed", "[organisation]") {
  Opened opened;
  opened.choose("mill");
  const TargetsCard before = targets_card(opened.desk);
  REQUIRE_FALSE(before.places.empty());
  set_target_of(opened.desk, before.places.front(), TargetFigure::kIndex, "71,5", TargetFor::kUnit);
  opened.desk.finish();
  REQUIRE_FALSE(opened.desk.dialog());
  const TargetsCard after = targets_card(opened.desk);
  const auto row = std::ranges::find_if(
      after.removes, [](const std::optional<TargetOrder>& order) { return order && order->unit == "mill"; });
  REQUIRE(row != after.removes.end());
  const auto index = static_cast<std::size_t>(row - after.removes.begin());
  CHECK(after.held.rows[index].cells[1].text == "index 71.5");
  remove_target_of(opened.desk, **row);
  opened.desk.finish();
  CHECK(targets_card(opened.desk).held.rows.size() == before.held.rows.size());
  set_target_of(opened.desk, before.places.front(), TargetFigure::kIndex, "many", TargetFor::kUnit);
  opened.desk.finish();
  CHECK(opened.desk.dialog());
}

TEST_CASE("a set is taken out of use and back", "[organisation]") {
  Opened opened;
  const SetsCard before = sets_card(opened.desk);
  REQUIRE(before.used.size() > 1);
  const std::string id = before.used.back().id;
  drop_set(opened.desk, id);
  opened.desk.finish();
  CHECK(sets_card(opened.desk).used.size() == before.used.size() - 1);
  opened.desk.undo();
  opened.desk.finish();
  CHECK(sets_card(opened.desk).used.size() == before.used.size());
}

TEST_CASE("a new assessment is looked at once it is made, and closing freezes it", "[organisation]") {
  Opened opened;
  const AssessmentsCard before = assessments_card(opened.desk);
  new_assessment(opened.desk, "never", "", true);
  REQUIRE(opened.desk.dialog());
  opened.desk.close_dialog();
  new_assessment(opened.desk, before.next_period, "2027-03-31", false);
  opened.desk.finish();
  REQUIRE_FALSE(opened.desk.dialog());
  const AssessmentsCard made = assessments_card(opened.desk);
  REQUIRE(made.ids.size() == before.ids.size() + 1);
  CHECK(made.chosen == made.ids.size() - 1);
  CHECK(made.can_close);
  close_looked_at(opened.desk);
  opened.desk.finish();
  REQUIRE_FALSE(opened.desk.dialog());
  CHECK(opened.desk.study()->assessment->record.closed);
  CHECK(assessments_card(opened.desk).chosen == made.chosen);
  CHECK_FALSE(organisation_page(opened.desk).can_change);
  opened.desk.undo();
  opened.desk.finish();
  CHECK(opened.desk.study()->assessment->record.closed);
}

TEST_CASE("ten thousand units become a table within a moment", "[organisation]") {
  Opened opened;
  Study study = *opened.desk.study();
  std::vector<Unit> units{study.units().front()};
  for (int i = 0; i < 10'000; ++i) {
    Unit unit;
    unit.id = UnitId("unit-" + std::to_string(i));
    unit.parent = i < 100 ? units.front().id : UnitId("unit-" + std::to_string(i % 100));
    unit.name = "Unit " + std::to_string(i);
    units.push_back(unit);
  }
  auto assessment = std::make_shared<OpenAssessment>(*study.assessment);
  assessment->organisation = *Organisation::build(units);
  study.assessment = assessment;
  const UnitsTable table = units_table(study, opened.desk.words());
  CHECK(table.grid.rows.size() == 10'001);
  CHECK(table.grid.rows.back().depth == 2);
}

TEST_CASE("a new assessment takes its own day, and periods are read as they are shown", "[organisation]") {
  Opened opened;
  const AssessmentsCard before = assessments_card(opened.desk);
  CHECK(before.next_period.find(" H") != std::string::npos);
  CHECK(default_as_of("2019 H1") == "2019-06-30");
  CHECK(default_as_of("2119 H1") == "2119-01-01");
  CHECK(default_as_of("2019-03-01 … 2019-05-31") == "2019-05-31");
  CHECK(default_as_of("some time").empty());
  new_assessment(opened.desk, before.next_period, "tomorrow", false);
  REQUIRE(opened.desk.dialog());
  opened.desk.close_dialog();
  new_assessment(opened.desk, "2031 H2", "2031-09-15", false);
  opened.desk.finish();
  REQUIRE_FALSE(opened.desk.dialog());
  CHECK(opened.desk.study()->assessment->record.as_of.to_string() == "2031-09-15");
  const AssessmentsCard after = assessments_card(opened.desk);
  CHECK(after.grid.rows.back().cells[0].text == "2031 H2");
}
