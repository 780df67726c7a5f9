// SPDX-License-Identifier: MIT
// A whole assessment by keyboard: answered, undone, done again, closed, opened again, and read by the command
// line.
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "app/setup.hpp"
#include "support/run_program.hpp"
#include "view/robot.hpp"

using namespace orienta;
using namespace orienta::gui;
using compat::Key;

namespace {

constexpr int kMostQuestions = 60;

/// One branch of one organisation, with nothing answered.
std::filesystem::path make_empty(const std::filesystem::path& folder) {
  NewProject wanted;
  wanted.organisation = "Agency One";
  Unit top;
  top.id = UnitId("agency");
  top.name = "Agency One";
  Unit branch;
  branch.id = UnitId("branch");
  branch.parent = top.id;
  branch.name = "Branch";
  branch.kind = UnitKind::kBranch;
  wanted.units = {top, branch};
  wanted.sets = {"levels-of-service"};
  const auto file = folder / "agency.orienta";
  const Places places;
  REQUIRE(make_project(file, wanted, places));
  return file;
}

double completeness(Robot& robot) {
  const Study& study = *robot.desk().study();
  return study.result(0, *study.assessment->unit_index("branch"), 0)->completeness;
}

double index_of(Robot& robot) {
  const Study& study = *robot.desk().study();
  return study.result(0, *study.assessment->unit_index("branch"), 0)->index.value();
}

/// With the second answer, or 90 where a figure is asked.
void answer_all(Robot& robot) {
  for (int turn = 0; turn < kMostQuestions && robot.text_of("assess.filter.open") != "Open 0"; ++turn) {
    if (robot.sees("assess.figure")) {
      robot.click("assess.figure");
      robot.type("90");
      robot.press(Key::kEnter);
    } else {
      robot.press(compat::digit(2));
    }
    robot.press(Key::kEnter);
  }
}

}  // namespace

TEST_CASE("a whole assessment is answered by keyboard and read back by the command line", "[view]") {
  const test::TempFolder folder;
  const std::filesystem::path file = make_empty(folder.path());
  Robot robot({1280, 2400});
  robot.open(file);
  robot.desk().go(Page::kAssess);
  // Some questions are answered above, for all that is below.
  for (const std::uint32_t unit : {0U, 1U}) {
    robot.desk().choose_unit(unit);
    robot.settle();
    answer_all(robot);
    REQUIRE(robot.text_of("assess.filter.open") == "Open 0");
  }
  CHECK(completeness(robot) == 1);
  const double complete = completeness(robot);
  const double index = index_of(robot);

  robot.press(compat::letter('Z'), true);
  CHECK(completeness(robot) < complete);
  robot.press(compat::letter('Y'), true);
  CHECK(index_of(robot) == index);

  robot.desk().go(Page::kOrganisation);
  robot.settle();
  robot.click("organisation.close-assessment");
  robot.click("confirm.yes");
  CHECK(robot.desk().study()->assessment->record.closed);
  robot.desk().close_project();
  robot.settle();
  CHECK(robot.desk().study() == nullptr);
  robot.open(file);
  CHECK(index_of(robot) == index);

  robot.desk().close_project();
  robot.settle();
  const auto run = test::run_orienta({"score", file.string(), "--unit", "branch", "--format", "json"});
  REQUIRE(run.exit_code == 0);
  CHECK(nlohmann::json::parse(run.out).at("score").at(0).at("index").get<double>() == index);
}
