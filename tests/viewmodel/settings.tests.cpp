// SPDX-License-Identifier: MIT
#include "viewmodel/settings.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/temp_folder.hpp"

using namespace orienta;
using namespace orienta::gui;

TEST_CASE("settings are read back as they were written", "[settings]") {
  const test::TempFolder folder;
  Settings settings;
  settings.lang = Lang::kRu;
  settings.theme = charts::Theme::kDark;
  settings.zoom = 150;
  remember(settings, "/projects/Сеть.orienta");
  const auto file = folder / "new/dashboard.json";
  REQUIRE(write_settings(file, settings));
  CHECK(read_settings(file) == settings);
}

TEST_CASE("settings that are missing, broken or foreign give the defaults", "[settings]") {
  const test::TempFolder folder;
  CHECK(read_settings(folder / "none.json") == Settings{});
  CHECK(read_settings(folder.write("broken.json", "{\"lang\": ")) == Settings{});
  CHECK(read_settings(folder.write("list.json", "[1]")) == Settings{});
  CHECK(read_settings(folder.write(
            "types.json", R"({"lang": 3, "theme": [], "zoom": 7000, "recent": [7, {}]})")) == Settings{});
}

TEST_CASE("a project that is opened again moves to the top, and the oldest one is forgotten", "[settings]") {
  Settings settings;
  for (int i = 0; i < 10; ++i)
    remember(settings, "/p/" + std::to_string(i));
  remember(settings, "/p/5");
  REQUIRE(settings.recent.size() == kMostRecent);
  CHECK(settings.recent[0] == "/p/5");
  CHECK(settings.recent[1] == "/p/9");
}
