// SPDX-License-Identifier: MIT
#include "viewmodel/feedback.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "support/sample_project.hpp"
#include "support/temp_folder.hpp"

using namespace orienta;
using namespace orienta::gui;

namespace {

struct Opened {
  test::TempFolder folder;
  Desk desk{{}, {}, Lang::kEn, {}};

  Opened(const std::string& set, const std::string& unit) {
    desk.open(test::copy_of_sample(folder.path()));
    desk.finish();
    desk.choose_set(*desk.study()->assessment->set_index(set));
    if (!unit.empty()) desk.choose_unit(*desk.study()->assessment->unit_index(unit));
  }
  ~Opened() { desk.finish(); }

  FeedbackPage page(std::optional<std::uint32_t> question = {}) {
    (void)feedback_page(desk, question);
    desk.finish();
    (void)feedback_page(desk, question);
    desk.finish();
    return feedback_page(desk, question);
  }
};

}  // namespace

TEST_CASE("NPS stands with its interval and n, and its trend has a point for each assessment", "[feedback]") {
  Opened opened("client-satisfaction", "");
  const FeedbackPage page = opened.page();
  REQUIRE(page.says.empty());
  const auto nps = std::ranges::find_if(page.questions.rows, [](const GridRow& row) {
    return row.cells[2].text.find("NPS") != std::string::npos;
  });
  REQUIRE(nps != page.questions.rows.end());
  CHECK(nps->cells[4].text.find(" … ") != std::string::npos);
  CHECK(std::stoi(nps->cells[5].text) > 0);
  const auto row = static_cast<std::size_t>(nps - page.questions.rows.begin());
  const FeedbackPage about = opened.page(page.indicators[row]);
  REQUIRE(about.distribution);
  CHECK(about.distribution->table.rows.size() > 1);
  REQUIRE(about.trend);
  CHECK(about.trend->table.rows.size() == opened.desk.study()->all.size());
  CHECK_FALSE(about.csi.rows.empty());
}

TEST_CASE("counts of a distribution add up to its n", "[feedback]") {
  Opened opened("client-satisfaction", "");
  const FeedbackPage page = opened.page();
  REQUIRE(page.distribution);
  for (const GridRow& row : page.distribution->table.rows) {
    long sum = 0;
    bool is_withheld = false;
    for (std::size_t i = 1; i + 1 < row.cells.size(); ++i) {
      is_withheld = is_withheld || row.cells[i].text.empty();
      if (!is_withheld) sum += std::stol(row.cells[i].text);
    }
    if (!is_withheld) CHECK(std::to_string(sum) == row.cells.back().text);
  }
}

TEST_CASE("people at requirement are a share only where they are enough to stay unknown", "[feedback]") {
  Opened opened("front-staff", "");
  const FeedbackPage page = opened.page();
  REQUIRE_FALSE(page.people.roll_up.rows.empty());
  const std::uint64_t minimum = opened.desk.study()->assessment->info.minimum_group;
  for (const GridRow& row : page.people.roll_up.rows)
    if (!row.cells[2].text.empty()) {
      CHECK(std::stoull(row.cells[2].text) >= minimum);
      CHECK(row.cells[1].text.ends_with(" %"));
    } else {
      CHECK(row.cells[1].text.find('%') == std::string::npos);
    }
}

TEST_CASE("an employee has a profile of required and observed by competency", "[feedback]") {
  Opened opened("front-staff", "");
  const auto& units = opened.desk.study()->units();
  const auto person =
      std::ranges::find_if(units, [](const Unit& unit) { return unit.kind == UnitKind::kEmployee; });
  REQUIRE(person != units.end());
  opened.desk.choose_unit(static_cast<std::uint32_t>(person - units.begin()));
  const FeedbackPage page = opened.page();
  REQUIRE(page.people.profile);
  for (const GridRow& row : page.people.profile->table.rows)
    CHECK_FALSE(row.cells[2].text.empty());
  CHECK_FALSE(page.people.sources.rows.empty());
  CHECK(page.people.roll_up.rows.empty());
}
