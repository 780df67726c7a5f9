// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "view/robot.hpp"

using namespace orienta;
using namespace orienta::gui;
using compat::Key;

TEST_CASE("language and theme switch on the start page", "[view]") {
  Robot robot;
  robot.click("top.lang-PL");
  CHECK(robot.desk().lang() == Lang::kPl);
  robot.click("top.lang-EN");
  robot.click("top.theme");
  CHECK(robot.desk().theme() == charts::Theme::kDark);
}

TEST_CASE("with the keyboard alone a new project is begun", "[view]") {
  Robot robot;
  // The sample has the keyboard first; the next is the new project.
  robot.press(Key::kTab);
  robot.press(Key::kEnter);
  CHECK(robot.sees("new.organisation"));
}

TEST_CASE("a project is found and opened in the window", "[view]") {
  Robot robot;
  robot.open_network();
  const auto file = robot.file();
  robot.desk().close_project();
  robot.settle();
  REQUIRE(robot.desk().study() == nullptr);
  robot.click("start.browse");
  REQUIRE(robot.sees("folder.0"));
  CHECK(robot.text_of("folder.0") == file.filename().string());
  robot.click("folder.0");
  REQUIRE(robot.desk().study() != nullptr);
  CHECK(robot.desk().study()->file == file);
}

TEST_CASE("the palette opens the chooser of projects and of tables", "[view]") {
  Robot robot;
  robot.open_network();
  robot.press(compat::letter('K'), true);
  robot.type("load csv");
  robot.press(Key::kEnter);
  CHECK(robot.desk().page() == Page::kCollect);
  CHECK(robot.sees("folder.cancel"));
  robot.click("folder.cancel");
  CHECK_FALSE(robot.sees("folder.cancel"));
  CHECK(robot.text_of("top.palette") == "Commands");
}
