// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "view/robot.hpp"

using namespace orienta;
using namespace orienta::gui;

namespace {

const Unit& unit_of(Robot& robot, const std::string& id) {
  const Study& study = *robot.desk().study();
  return study.units()[*study.assessment->unit_index(id)];
}

}  // namespace

TEST_CASE("a unit is renamed and taken out of scope in its row", "[view]") {
  Robot robot({1280, 4200});
  robot.open_network();
  robot.click("rail.organisation");
  robot.click("unit.mill");
  robot.click("organisation.name");
  robot.press(compat::letter('A'), true);
  robot.type("The mill");
  robot.press(compat::Key::kEnter);
  robot.settle();
  CHECK(unit_of(robot, "mill").name == "The mill");
  robot.click("organisation.scope");
  CHECK_FALSE(unit_of(robot, "mill").in_scope);
}

TEST_CASE("removing a unit asks first and can be thought better of", "[view]") {
  Robot robot({1280, 4200});
  robot.open_network();
  robot.click("rail.organisation");
  const std::size_t before = robot.desk().study()->units().size();
  robot.click("organisation.add");
  CHECK(robot.desk().study()->units().size() == before + 1);
  robot.click("unit.new-unit");
  robot.click("organisation.remove");
  robot.click("confirm.no");
  CHECK(robot.desk().study()->units().size() == before + 1);
  robot.click("organisation.remove");
  robot.click("confirm.yes");
  CHECK(robot.desk().study()->units().size() == before);
}

TEST_CASE("a new assessment is made and closed from its card", "[view]") {
  Robot robot({1280, 4200});
  robot.open_network();
  robot.click("rail.organisation");
  const std::size_t before = robot.desk().study()->all.size();
  robot.click("organisation.new-assessment");
  robot.click("organisation.make-assessment");
  REQUIRE(robot.desk().study()->all.size() == before + 1);
  robot.click("organisation.close-assessment");
  robot.click("confirm.yes");
  CHECK(robot.desk().study()->assessment->record.closed);
  CHECK_FALSE(robot.sees("organisation.add"));
}

TEST_CASE("pages behind the gear open and answer clicks", "[view]") {
  Robot robot({1280, 1600});
  robot.open_network();
  robot.click("rail.criteria");
  const CriteriaSet& set = robot.desk().study()->assessment->sets.front();
  robot.click("outline." + set.dimensions.front().id);
  CHECK(robot.sees("criteria.detail"));
  robot.click("rail.plugins");
  robot.click("plugins.check");
  CHECK(robot.sees("plugins.rules-card"));
}

TEST_CASE("a question chooses what the charts of the feedback page show", "[view]") {
  Robot robot({1280, 3200});
  robot.open_network();
  robot.desk().choose_set(*robot.desk().study()->assessment->set_index("client-satisfaction"));
  robot.click("rail.feedback");
  REQUIRE(robot.sees("question.1"));
  robot.click("question.1");
  CHECK(robot.sees("distribution"));
  CHECK(robot.sees("trend"));
}

TEST_CASE("the report writes what is chosen into the folder that is named", "[view]") {
  Robot robot({1280, 1600});
  robot.open_network();
  robot.click("rail.report");
  robot.click("report.none");
  robot.click("report.score");
  robot.click("report.write");
  REQUIRE(robot.desk().dialog());
  REQUIRE(robot.desk().dialog()->lines.size() == 1);
  const auto folder = robot.file().parent_path() / (robot.file().stem().string() + "-report");
  CHECK(std::filesystem::exists(folder / "score.csv"));
}
