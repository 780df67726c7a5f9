// SPDX-License-Identifier: MIT
#include "viewmodel/results.hpp"

#include "viewmodel/sample_desk.hpp"

using namespace orienta;
using namespace orienta::gui;

namespace {

ResultsPage page_of(SampleDesk& sample) {
  return sample.settled([&] { return results_page(sample.desk); });
}

}  // namespace

TEST_CASE("the results make do without gaps until they are found", "[results]") {
  SampleDesk sample;
  const ResultsPage page = results_page(sample.desk);
  CHECK(page.tabs.size() == sample.desk.study()->assessment->sets.size());
  CHECK(page.gaps_empty == "Working it out …");
  CHECK_FALSE(page.nodes.rows.empty());
}

TEST_CASE("a unit with levels is told what holds the next one back, by name", "[results]") {
  SampleDesk sample;
  sample.choose_set("levels-of-service");
  sample.choose_scored_unit();
  const ResultsPage page = page_of(sample);
  CHECK(page.head.find("level ") != std::string::npos);
  CHECK(page.next_title.starts_with("What holds level "));
  REQUIRE_FALSE(page.next.empty());
  for (const NamedWhy& each : page.next)
    CHECK(each.title ==
          sample.desk.study()->assessment->sets[each.why.set].node_title(each.why.node).in(Lang::kEn));
}

TEST_CASE("every bar of a gap leads to the reasons of its criterion", "[results]") {
  SampleDesk sample;
  sample.choose_set("levels-of-service");
  sample.choose_scored_unit();
  const ResultsPage page = page_of(sample);
  REQUIRE(page.gaps.figure.make);
  const charts::Scene scene = page.gaps.figure.make(
      {900, page.gaps.figure.height},
      [](std::string_view text, charts::TextSize) { return 7.0F * static_cast<float>(text.size()); });
  CHECK(scene.areas.size() == page.gaps.rows.size());
  CHECK(page.gaps.table_rows.size() == page.gaps.figure.table.rows.size());
  CHECK(page.gaps.table_rows.size() >= page.gaps.rows.size());
}

TEST_CASE("the matrix has every criterion with a target, also those that reached it", "[results]") {
  SampleDesk sample;
  sample.choose_set("levels-of-service");
  const ResultsPage page = page_of(sample);
  CHECK(page.matrix.rows.size() == page.matrix.figure.table.rows.size());
  CHECK(page.matrix.rows.size() > 4);
}

TEST_CASE("the network as a whole hears how many units each criterion holds back", "[results]") {
  SampleDesk sample;
  sample.choose_set("levels-of-service");
  const ResultsPage page = page_of(sample);
  REQUIRE_FALSE(page.next.empty());
  CHECK(page.next.front().says.find(" of ") != std::string::npos);
}

TEST_CASE("every node is listed below its dimension, and missing is not zero", "[results]") {
  SampleDesk sample;
  sample.choose_set("levels-of-service");
  sample.choose_scored_unit();
  const ResultsPage page = page_of(sample);
  const CriteriaSet& set = sample.desk.study()->assessment->sets[sample.desk.set()];
  REQUIRE(page.nodes.rows.size() == set.node_count());
  CHECK(page.node_rows.size() == page.nodes.rows.size());
  CHECK(page.nodes.rows.front().depth == 0);
  CHECK(page.nodes.rows[1].depth == 1);
  CHECK(page.nodes.rows[2].depth == 2);
  for (std::size_t i = 0; i < page.node_rows.size(); ++i) {
    const NodeResult* result =
        sample.desk.study()->result(sample.desk.set(), sample.desk.unit(), page.node_rows[i].node);
    if (result != nullptr && !result->index)
      CHECK(page.nodes.rows[i].cells[3].text.find_first_of("0123456789") == std::string::npos);
  }
}
