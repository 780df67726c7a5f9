// SPDX-License-Identifier: MIT
#include "viewmodel/criteria.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "support/sample_project.hpp"
#include "support/temp_folder.hpp"

using namespace orienta;
using namespace orienta::gui;

namespace {

CriteriaPage page_of(Desk& desk, const std::string& set) {
  (void)criteria_page(desk, set);
  desk.finish();
  return criteria_page(desk, set);
}

}  // namespace

TEST_CASE("a set is shown as an outline with what is known of each of its rows", "[criteria]") {
  const test::TempFolder folder;
  Desk desk{{}, {}, Lang::kEn, {}};
  desk.open(test::copy_of_sample(folder.path()));
  desk.finish();
  const CriteriaSet& set = desk.study()->assessment->sets.front();
  const CriteriaPage page = page_of(desk, set.id.value);
  CHECK(page.outline.rows.size() == set.dimensions.size() + set.criteria.size() + set.indicators.size());
  CHECK(page.details.size() == page.outline.rows.size());
  CHECK(page.about.find(set.version) != std::string::npos);
  CHECK(page.about.find(std::to_string(set.indicators.size()) + " question") != std::string::npos);
  CHECK(page.levels.size() == set.levels.size());
  CHECK(page.references.size() == set.references.size());
  const auto question = std::ranges::find(page.outline.rows, 2, &GridRow::depth);
  REQUIRE(question != page.outline.rows.end());
  CHECK_FALSE(question->cells[1].text.empty());
}

TEST_CASE("sets that were found stand below those in use and an unknown one shows the first", "[criteria]") {
  const test::TempFolder folder;
  Desk desk{{}, {}, Lang::kEn, {}};
  desk.open(test::copy_of_sample(folder.path()));
  desk.finish();
  const CriteriaPage page = page_of(desk, "no-such-set");
  CHECK(page.chosen == 0);
  CHECK(page.sets.size() >= desk.study()->assessment->sets.size());
  CHECK(page.sets.front().note.starts_with("in use"));
  CHECK(page.says.empty());
}
