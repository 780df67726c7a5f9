// SPDX-License-Identifier: MIT
// Results, Plan and Compare as a user works through them.
#include <catch2/catch_test_macros.hpp>

#include "view/robot.hpp"

using namespace orienta;
using namespace orienta::gui;

namespace {

/// The first triangle of the tree that folds; empty: none.
std::string first_fold(const Robot& robot) {
  for (const auto& [name, spot] : robot.recorder().spots())
    if (name.starts_with("why.") && name.ends_with(".fold")) return name;
  return "";
}

}  // namespace

TEST_CASE("what holds the next level back opens its reasons, and folds", "[results]") {
  Robot robot({1600, 1600});
  robot.open_network();
  robot.click("rail.results");
  robot.click("set.levels-of-service");
  robot.click("results.next.0");
  REQUIRE(robot.desk().why());
  CHECK(robot.sees("why.up.0"));
  robot.click("why.up.0");
  CHECK(robot.desk().why()->node == 0);
  const std::string fold = first_fold(robot);
  REQUIRE_FALSE(fold.empty());
  const std::string was = robot.text_of(fold);
  robot.click(fold);
  CHECK(robot.text_of(fold) != was);
}

TEST_CASE("a bar and a row of the results open their reasons", "[results]") {
  Robot robot({1600, 3200});
  robot.open_network();
  robot.click("rail.results");
  robot.click("set.levels-of-service");
  robot.click("gaps.0");
  CHECK(robot.desk().why());
  robot.click("why.close");
  CHECK_FALSE(robot.desk().why());
}

TEST_CASE("ticking an improvement shows the projected result, and clearing takes it back", "[plan]") {
  Robot robot({1600, 2400});
  robot.open_network();
  robot.click("rail.plan");
  robot.click("set.levels-of-service");
  CHECK_FALSE(robot.is_enabled("plan.clear"));
  robot.click("plan.standards-book");
  CHECK(robot.is_enabled("plan.clear"));
  robot.click("plan.clear");
  CHECK_FALSE(robot.is_enabled("plan.clear"));
}

TEST_CASE("two units are chosen and swapped", "[compare]") {
  Robot robot({1600, 2400});
  robot.open_network();
  robot.click("rail.compare");
  robot.click("compare.units");
  const std::string first = robot.text_of("compare.first");
  robot.click("compare.swap");
  CHECK(robot.text_of("compare.second") == first);
}
