// SPDX-License-Identifier: MIT
#include "viewmodel/compare.hpp"

#include "viewmodel/sample_desk.hpp"

using namespace orienta;
using namespace orienta::gui;

namespace {

ComparePage page_of(SampleDesk& sample, CompareChoice& choice) {
  return sample.settled([&] { return compare_page(sample.desk, choice); });
}

}  // namespace

TEST_CASE("the assessment before and this one are compared unless others are chosen", "[compare]") {
  SampleDesk sample;
  sample.choose_set("levels-of-service");
  REQUIRE(sample.desk.study()->all.size() >= 2);
  CompareChoice choice;
  const ComparePage page = page_of(sample, choice);
  CHECK(page.first + 1 == page.second);
  CHECK(page.says.empty());
  CHECK(page.lines.size() >= 2);
  const CriteriaSet& set = sample.desk.study()->assessment->sets[sample.desk.set()];
  CHECK(page.table.rows.size() == set.node_count());
  CHECK(page.table.columns.back().title == "New answers");
}

TEST_CASE("two units are compared within one assessment, without origins of answers", "[compare]") {
  SampleDesk sample;
  sample.choose_set("levels-of-service");
  CompareChoice choice;
  choose_kind(choice, true);
  const ComparePage page = page_of(sample, choice);
  CHECK(page.names.size() == sample.desk.study()->units().size());
  CHECK(page.first != page.second);
  CHECK(page.table.columns.back().title != "New answers");
}

TEST_CASE("the same on both sides is not compared", "[compare]") {
  SampleDesk sample;
  CompareChoice choice;
  ComparePage page = page_of(sample, choice);
  choose_first(choice, page.ids[page.second]);
  page = page_of(sample, choice);
  CHECK(page.says == "Choose two different assessments.");
  CHECK(page.table.rows.empty());
}

TEST_CASE("the two sides can be swapped", "[compare]") {
  SampleDesk sample;
  CompareChoice choice;
  const ComparePage before = page_of(sample, choice);
  swap_sides(choice);
  const ComparePage after = page_of(sample, choice);
  CHECK(after.first == before.second);
  CHECK(after.second == before.first);
}
