// SPDX-License-Identifier: MIT
#include "viewmodel/plugins.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "support/sample_project.hpp"
#include "support/temp_folder.hpp"

using namespace orienta;
using namespace orienta::gui;

TEST_CASE("plugins built with the program are trusted and ready and can be checked", "[plugins]") {
  const test::TempFolder folder;
  Desk desk{{}, {}, Lang::kEn, {}};
  desk.open(test::copy_of_sample(folder.path()));
  desk.finish();
  (void)plugins_page(desk);
  desk.finish();
  const PluginsPage page = plugins_page(desk);
  REQUIRE(page.says.empty());
  const auto row = std::ranges::find(page.plugins.rows, "plugin.feedback-systems", &GridRow::name);
  REQUIRE(row != page.plugins.rows.end());
  CHECK(row->cells[2].text == "built with the program");
  CHECK(row->cells[4].text == "ready");
  const PluginDetail& detail = page.details[static_cast<std::size_t>(row - page.plugins.rows.begin())];
  CHECK_FALSE(detail.can_trust);
  CHECK_FALSE(page.layers.rows.empty());

  CHECK(plugin_check(desk, "feedback-systems", 1).rules.rows.empty());
  desk.finish();
  const PluginCheck check = plugin_check(desk, "feedback-systems", 1);
  CHECK_FALSE(check.rules.rows.empty());
  CHECK(check.result.find("broken: 0") != std::string::npos);
}
