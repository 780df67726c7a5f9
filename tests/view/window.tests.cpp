// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "view/robot.hpp"

using namespace orienta;
using namespace orienta::gui;
using compat::Key;

TEST_CASE("without a project the window offers the sample and a new project", "[window]") {
  const Robot robot;
  CHECK(robot.sees("start.sample"));
  CHECK(robot.sees("start.new"));
  CHECK_FALSE(robot.sees("rail.overview"));
}

TEST_CASE("every page of the rail can be reached", "[window]") {
  Robot robot;
  robot.open_network();
  for (const char* name : {"organisation", "collect", "assess", "results", "feedback", "plan", "compare",
                           "report", "criteria", "plugins", "overview"}) {
    INFO(name);
    const std::string item = std::string("rail.") + name;
    robot.click(item);
    CHECK(robot.desk().page() != Page::kStart);
    CHECK_FALSE(robot.desk().dialog());
  }
  CHECK(robot.desk().page() == Page::kOverview);
}

TEST_CASE("language and theme switch live", "[window]") {
  Robot robot;
  robot.open_network();
  robot.click("top.lang-RU");
  CHECK(robot.text_of("rail.overview") == "Обзор");
  robot.click("top.lang-PL");
  CHECK(robot.text_of("rail.overview") == "Przegląd");
  robot.click("top.theme");
  CHECK(robot.desk().theme() == charts::Theme::kDark);
}

TEST_CASE("everything is drawn larger and smaller by the keyboard, step by step as far as it goes",
          "[window]") {
  Robot robot;
  robot.press(Key::kEqual, true);
  CHECK(robot.desk().zoom() == 110);
  robot.press(Key::kMinus, true);
  robot.press(Key::kMinus, true);
  CHECK(robot.desk().zoom() == 90);
  for (int i = 0; i < 5; ++i)
    robot.press(Key::kMinus, true);
  CHECK(robot.desk().zoom() == kZooms.front());
  robot.press(compat::digit(0), true);
  CHECK(robot.desk().zoom() == 100);
}

TEST_CASE("the palette finds a page by a part of its name", "[window]") {
  Robot robot;
  robot.open_network();
  robot.press(compat::letter('K'), true);
  REQUIRE(robot.sees("palette.typed"));
  robot.type("compare");
  robot.press(Key::kEnter);
  CHECK(robot.desk().page() == Page::kCompare);
}

TEST_CASE("a project that is no project is a dialog with the reason, closed by Enter", "[window]") {
  Robot robot;
  robot.open("/etc/hostname");
  REQUIRE(robot.sees("dialog.close"));
  robot.press(Key::kEnter);
  CHECK_FALSE(robot.desk().dialog());
}
