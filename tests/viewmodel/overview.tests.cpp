// SPDX-License-Identifier: MIT
#include "viewmodel/overview.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "viewmodel/organisation.hpp"
#include "viewmodel/sample_desk.hpp"

using namespace orienta;
using namespace orienta::gui;

namespace {

struct Opened : SampleDesk {
  explicit Opened(const std::string& unit = "") {
    if (!unit.empty()) desk.choose_unit(*desk.study()->assessment->unit_index(unit));
  }

  /// The page once everything it asks for is there.
  OverviewPage page() {
    return settled([&] { return overview_page(desk); });
  }
};

}  // namespace

TEST_CASE("the overview has a card for every set, with level or index and completeness", "[overview]") {
  Opened opened("mill");
  const OverviewPage page = opened.page();
  REQUIRE(page.cards.size() == 4);
  for (const SetCard& card : page.cards) {
    INFO(card.title);
    CHECK(card.failed.empty());
    CHECK_FALSE(card.title.empty());
  }
  const auto ladder =
      std::ranges::find_if(page.cards, [](const SetCard& card) { return card.ladder.levels == 7; });
  REQUIRE(ladder != page.cards.end());
  CHECK(ladder->figure.ends_with(" of 7"));
  CHECK(ladder->figure_says == "level");
  CHECK(ladder->completeness.ends_with(" answered"));
  CHECK(ladder->why);
}

TEST_CASE("a figure of which too little is answered says that it is one so far", "[overview]") {
  Opened opened("castle");
  const UnitId castle("castle");
  change_scope(opened.desk, castle, true);
  opened.desk.finish();
  AnswerOrder order;
  order.unit = castle.value;
  order.set = "levels-of-service";
  order.indicator = "standards-to-hand";
  order.value = "all";
  opened.desk.answer(order);
  opened.desk.finish();
  REQUIRE_FALSE(opened.desk.dialog());
  const OverviewPage page = opened.page();
  const auto card = std::ranges::find(page.cards, "Levels of client service", &SetCard::title);
  REQUIRE(card != page.cards.end());
  CHECK(card->is_provisional);
  CHECK(card->figure_says.find(" so far, ") != std::string::npos);
  const OverviewPage answered = Opened("mill").page();
  for (const SetCard& other : answered.cards)
    CHECK_FALSE(other.is_provisional);
}

TEST_CASE("the overview says that invented data are invented", "[overview]") {
  Opened opened;
  CHECK(opened.page().note.find("invented") != std::string::npos);
}

TEST_CASE("the heat map has a row for each branch and a reason behind each cell", "[overview]") {
  Opened opened;
  const OverviewPage page = opened.page();
  CHECK(page.units.table.rows.size() == 12);
  CHECK(page.unit_cells.size() == 12 * (page.units.table.columns.size() - 1));
}

TEST_CASE("until gaps and changes are known the page makes do without them", "[overview]") {
  Opened opened;
  const OverviewPage early = overview_page(opened.desk);
  CHECK(early.gaps.empty());
  CHECK(early.gaps_empty == "Working it out …");
  CHECK(early.changes == std::vector<std::string>{"Working it out …"});
  const OverviewPage late = opened.page();
  CHECK(late.gaps_empty != "Working it out …");
  CHECK(late.changes.size() == late.cards.size());
}

TEST_CASE("at most three gaps stand on the overview, each with its reason", "[overview]") {
  Opened opened("mill");
  const OverviewPage page = opened.page();
  CHECK(page.gaps.size() <= 3);
  for (const GapLine& gap : page.gaps)
    CHECK(gap.why.unit.value == "mill");
}
