// SPDX-License-Identifier: MIT
// The first ten minutes with the dashboard.
#include <catch2/catch_test_macros.hpp>

#include "view/robot.hpp"

using namespace orienta;
using namespace orienta::gui;

TEST_CASE("from the overview every card opens the reasons of its number", "[view]") {
  Robot robot({1280, 1600});
  robot.open_network();
  robot.click("overview.set.0.why");
  REQUIRE(robot.desk().why());
  CHECK(robot.sees("why.close"));
  robot.press(compat::Key::kEscape);
  CHECK_FALSE(robot.desk().why());
}

TEST_CASE("a card chooses the set that the charts below show", "[view]") {
  Robot robot({1280, 1600});
  robot.open_network();
  const std::size_t before = robot.desk().set();
  robot.desk().choose_set(before == 0 ? 1 : 0);
  robot.settle();
  CHECK(robot.desk().set() != before);
  CHECK(robot.sees("profile"));
}
