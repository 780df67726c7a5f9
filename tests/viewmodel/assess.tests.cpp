// SPDX-License-Identifier: MIT
#include "viewmodel/assess.hpp"

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
  AssessState state;

  explicit Opened(const std::string& unit = "mill", const std::string& set = "levels-of-service") {
    desk.open(test::copy_of_sample(folder.path()));
    desk.finish();
    desk.choose_unit(*desk.study()->assessment->unit_index(unit));
    desk.choose_set(*desk.study()->assessment->set_index(set));
  }
  ~Opened() { desk.finish(); }

  /// The page once everything it asks for is there.
  AssessPage page() {
    (void)assess_page(desk, state);
    desk.finish();
    return assess_page(desk, state);
  }
  /// The question of that id, on the right.
  AssessPage page_of(const std::string& indicator) {
    choose_indicator(desk, state, *desk.study()->assessment->sets[desk.set()].indicator(indicator));
    return page();
  }
};

/// The number at the end of a filter: "Open 12".
std::size_t count_of(const AssessPage& page, AssessFilter filter) {
  const auto found = std::ranges::find(page.filters, filter, &FilterChoice::filter);
  REQUIRE(found != page.filters.end());
  return std::stoul(found->text.substr(found->text.rfind(' ') + 1));
}

std::size_t questions_in(const AssessPage& page) {
  return static_cast<std::size_t>(
      std::ranges::count_if(page.row_indicator, [](const auto& each) { return each.has_value(); }));
}

/// Goes to the first unit that has questions under a filter.
AssessPage first_under(Opened& opened, AssessFilter filter) {
  opened.state.filter = filter;
  for (std::uint32_t unit = 0; unit < opened.desk.study()->units().size(); ++unit) {
    opened.desk.choose_unit(unit);
    const AssessPage page = opened.page();
    if (questions_in(page) > 0 && page.no_input.empty()) return page;
  }
  FAIL("no unit has such questions");
  return {};
}

/// A question with points that this unit answers itself, as the first page shows one.
std::string first_with_points(Opened& opened) {
  const CriteriaSet& set = opened.desk.study()->assessment->sets[opened.desk.set()];
  const AssessPage page = opened.page();
  for (const auto& indicator : page.row_indicator)
    if (indicator && !set.scales[set.indicators[*indicator].scale].is_measure()) {
      const std::string& id = set.indicators[*indicator].id;
      if (opened.page_of(id).card->no_input.empty()) return id;
    }
  FAIL("no question has points");
  return "";
}

}  // namespace

TEST_CASE("questions are listed by dimension with how many are done, and filters say how many each has",
          "[assess]") {
  Opened opened;
  const AssessPage page = opened.page();
  REQUIRE(page.says.empty());
  CHECK(page.list.rows.size() == page.row_indicator.size());
  CHECK(questions_in(page) == count_of(page, AssessFilter::kAll));
  CHECK(page.list.rows.front().name.starts_with("assess.dimension."));
  CHECK(page.list.rows.front().cells[1].text.find(" of ") != std::string::npos);
  for (const AssessFilter filter : {AssessFilter::kOpen, AssessFilter::kNotApplicable, AssessFilter::kBelow,
                                    AssessFilter::kCarriedOver}) {
    opened.state.filter = filter;
    const AssessPage filtered = opened.page();
    CHECK(questions_in(filtered) == count_of(page, filter));
  }
}

TEST_CASE("the level of the set for the unit stands on the page", "[assess]") {
  Opened opened;
  const AssessPage page = opened.page();
  CHECK(page.level.ends_with(" of 7"));
  CHECK(page.level_says.starts_with("index "));
}

TEST_CASE("a question is found by a word of it whatever its case", "[assess]") {
  Opened opened;
  const AssessPage page = opened.page();
  REQUIRE(page.card);
  opened.state.find = page.card->ask.substr(0, 12);
  std::ranges::transform(opened.state.find, opened.state.find.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  const AssessPage found = opened.page();
  CHECK(questions_in(found) >= 1);
  CHECK(questions_in(found) < questions_in(page));
  opened.state.find = "no question has these words";
  CHECK_FALSE(opened.page().says.empty());
}

TEST_CASE("an answer is saved at once, moves the level's figures and can be undone", "[assess]") {
  Opened opened;
  const std::string id = first_with_points(opened);
  const AssessPage before = opened.page_of(id);
  const auto chosen = std::ranges::find(before.card->options, true, &AnswerOption::is_chosen);
  const std::size_t other = chosen == before.card->options.begin() ? before.card->options.size() - 1 : 0;
  REQUIRE(give_point(opened.desk, *before.card, opened.state.draft, other));
  opened.desk.finish();
  const AssessPage after = opened.page_of(id);
  CHECK(after.card->options[other].is_chosen);
  CHECK(after.card->given == after.card->options[other].text);
  CHECK(after.level_says != before.level_says);
  opened.desk.undo();
  opened.desk.finish();
  const AssessPage undone = opened.page_of(id);
  CHECK_FALSE(undone.card->options[other].is_chosen);
  CHECK(undone.level_says == before.level_says);
}

TEST_CASE("not applicable wants a reason", "[assess]") {
  Opened opened;
  const std::string id = first_with_points(opened);
  const AssessPage page = opened.page_of(id);
  opened.state.draft.reason = "  ";
  CHECK_FALSE(give_not_applicable(opened.desk, *page.card, opened.state.draft));
  opened.state.draft.reason = "there is no counter";
  REQUIRE(give_not_applicable(opened.desk, *page.card, opened.state.draft));
  opened.desk.finish();
  const AssessPage after = opened.page_of(id);
  CHECK(after.card->is_not_applicable);
  CHECK(after.card->given == "not applicable: there is no counter");
}

TEST_CASE("comment, confidence and evidence are kept with the answer", "[assess]") {
  Opened opened;
  const std::string id = first_with_points(opened);
  const AssessPage page = opened.page_of(id);
  opened.state.draft.comment = "seen on site";
  opened.state.draft.confidence = "sure";
  if (!page.card->evidence.empty()) opened.state.draft.evidence = {page.card->evidence.front().id};
  REQUIRE(give_point(opened.desk, *page.card, opened.state.draft, 0));
  opened.desk.finish();
  const AssessPage after = opened.page_of(id);
  REQUIRE(after.card->own);
  CHECK(after.card->own->comment == "seen on site");
  CHECK(after.card->confidence.front().is_chosen);
  CHECK(opened.state.draft.comment == "seen on site");
  CHECK(after.card->own->evidence == opened.state.draft.evidence);
  opened.state.draft.comment = "seen twice";
  REQUIRE(save_draft(opened.desk, *after.card, opened.state.draft));
  opened.desk.finish();
  CHECK(opened.page_of(id).card->own->comment == "seen twice");
}

TEST_CASE("what was carried over is confirmed with one key and is no longer marked", "[assess]") {
  Opened opened;
  const AssessPage listed = first_under(opened, AssessFilter::kCarriedOver);
  const auto row =
      std::ranges::find_if(listed.row_indicator, [](const auto& each) { return each.has_value(); });
  REQUIRE(row != listed.row_indicator.end());
  choose_indicator(opened.desk, opened.state, **row);
  const AssessPage before = opened.page();
  REQUIRE_FALSE(before.card->carried.empty());
  REQUIRE(confirm(opened.desk, *before.card, opened.state.draft));
  opened.desk.finish();
  const AssessPage after = opened.page();
  CHECK(after.card->carried.empty());
  CHECK(after.card->given == before.card->given);
  CHECK(count_of(after, AssessFilter::kCarriedOver) + 1 == count_of(before, AssessFilter::kCarriedOver));
}

TEST_CASE("enter goes from open question to open question and begins again after the last", "[assess]") {
  Opened opened;
  const AssessPage page = first_under(opened, AssessFilter::kOpen);
  REQUIRE_FALSE(page.open_next.empty());
  choose_indicator(opened.desk, opened.state, page.open_next.back());
  AssessPage now = opened.page();
  go_on(opened.desk, opened.state, now);
  CHECK(opened.page().card->indicator == page.open_next.front());
}

TEST_CASE("arrows go through the list without stopping at dimensions and stop at its ends", "[assess]") {
  Opened opened;
  const AssessPage first = opened.page();
  choose_indicator(opened.desk, opened.state, *first.row_indicator[1]);
  step(opened.desk, opened.state, opened.page(), -1);
  CHECK(opened.page().card->indicator == *first.row_indicator[1]);
  for (std::size_t i = 1; i < questions_in(first); ++i)
    step(opened.desk, opened.state, opened.page(), 1);
  CHECK(opened.page().card->indicator == **first.row_indicator.rbegin());
}

TEST_CASE("another page can send the user to one question", "[assess]") {
  Opened opened;
  const std::uint32_t wanted = *opened.page().row_indicator.back();
  opened.state.filter = AssessFilter::kBelow;
  opened.desk.ask_indicator({opened.desk.set(), wanted});
  const AssessPage page = opened.page();
  REQUIRE(page.card);
  CHECK(page.card->indicator == wanted);
  CHECK_FALSE(opened.desk.asked_indicator());
}

TEST_CASE("a closed assessment shows answers and takes none", "[assess]") {
  Opened opened;
  const auto closed = std::ranges::find_if(opened.desk.study()->all, &Assessment::closed);
  REQUIRE(closed != opened.desk.study()->all.end());
  opened.desk.look_at(closed->id.value);
  opened.desk.finish();
  const AssessPage page = opened.page();
  CHECK(page.no_input.find("closed") != std::string::npos);
  REQUIRE(page.card);
  CHECK_FALSE(page.card->no_input.empty());
  CHECK_FALSE(give_dont_know(opened.desk, *page.card, opened.state.draft));
}

TEST_CASE("a unit that the set does not ask says so", "[assess]") {
  Opened opened("mill", "front-staff");
  const AssessPage page = opened.page();
  CHECK(page.says.find("asks") != std::string::npos);
  CHECK_FALSE(page.card);
}
