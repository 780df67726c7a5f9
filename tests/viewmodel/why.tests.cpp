// SPDX-License-Identifier: MIT
#include "viewmodel/why.hpp"

#include <algorithm>
#include <cmath>

#include "viewmodel/sample_desk.hpp"

using namespace orienta;
using namespace orienta::gui;

namespace {

WhyPage page_of(SampleDesk& sample, std::uint32_t node) {
  sample.desk.ask_why({sample.desk.set(), node, sample.desk.study()->units()[sample.desk.unit()].id});
  return sample.settled([&] { return why_page(sample.desk); });
}

double sum_of(const std::vector<WhyPart>& parts) {
  double weight = 0;
  double sum = 0;
  for (const WhyPart& part : parts) {
    weight += part.weight;
    sum += part.weight * part.index;
  }
  return sum / weight;
}

}  // namespace

TEST_CASE("the parts of a mean add up to its index, from the set to the questions", "[why]") {
  SampleDesk sample;
  sample.choose_set("levels-of-service");
  sample.choose_scored_unit();
  const Study& study = *sample.desk.study();
  const CriteriaSet& set = study.assessment->sets[sample.desk.set()];
  const UnitId unit = study.units()[sample.desk.unit()].id;
  for (std::uint32_t node = 0; node <= set.dimensions.size(); ++node) {
    const NodeResult* result = study.result(sample.desk.set(), sample.desk.unit(), node);
    if (result == nullptr || !result->index) continue;
    const auto parts = why_parts(study, {sample.desk.set(), node, unit}, nullptr, sample.desk.words());
    REQUIRE_FALSE(parts.empty());
    INFO(set.node_id(node));
    CHECK(std::abs(sum_of(parts) - *result->index) < 1e-9);
  }
}

TEST_CASE("the network is made of the units below it, each with its own reasons", "[why]") {
  SampleDesk sample;
  sample.choose_set("levels-of-service");
  const WhyPage page = page_of(sample, 0);
  REQUIRE(page.parts.figure.make);
  REQUIRE(page.parts.steps.front());
  CHECK_FALSE(page.parts.steps.front()->unit == sample.desk.study()->units().front().id);
  CHECK_FALSE(page.parts.steps.back());
}

TEST_CASE("what the units below give and what the network answers itself are told one after the other",
          "[why]") {
  SampleDesk sample;
  sample.choose_set("levels-of-service");
  const WhyPage page = page_of(sample, 0);
  using Kind = ExplainLine::Kind;
  const auto is_top = [](const WhyLine& line) { return line.depth == 0; };
  CHECK(std::ranges::count_if(page.lines, is_top) == 2);
  const auto own = std::find_if(page.lines.begin() + 1, page.lines.end(), is_top);
  std::vector<UnitId> named;
  for (auto line = page.lines.begin(); line != own; ++line) {
    CHECK((line->kind == Kind::kNode || line->kind == Kind::kUnit || line->kind == Kind::kReason));
    if (line->kind != Kind::kUnit) continue;
    REQUIRE(line->why);
    named.push_back(line->why->unit);
  }
  CHECK(named ==
        std::vector<UnitId>{UnitId("south"), UnitId("north"), UnitId("centre")});  // the lowest first
  for (auto line = own; line != page.lines.end(); ++line)
    CHECK(line->kind != Kind::kUnit);
}

TEST_CASE("from a question in the reasons the way goes to where it is answered", "[why]") {
  SampleDesk sample;
  sample.choose_set("levels-of-service");
  sample.choose_scored_unit();
  const WhyPage page = page_of(sample, 8);
  const auto question = std::ranges::find_if(
      page.lines, [](const WhyLine& line) { return line.kind == ExplainLine::Kind::kIndicator; });
  REQUIRE(question != page.lines.end());
  REQUIRE(question->question);
  sample.desk.ask_indicator(*question->question);
  CHECK(sample.desk.page() == Page::kAssess);
}

TEST_CASE("reasons that are open follow the unit that is chosen", "[why]") {
  SampleDesk sample;
  sample.desk.ask_why({0, 0, sample.desk.study()->units()[0].id});
  sample.desk.choose_unit(4);
  CHECK(sample.desk.why()->unit == sample.desk.study()->units()[4].id);
}

TEST_CASE("from a criterion there is a way back up through its dimension and set", "[why]") {
  SampleDesk sample;
  sample.choose_set("levels-of-service");
  sample.choose_scored_unit();
  const CriteriaSet& set = sample.desk.study()->assessment->sets[sample.desk.set()];
  const WhyPage page = page_of(sample, set.node_of_criterion(0));
  REQUIRE(page.nodes.size() == 2);
  CHECK(page.nodes[0].why.node == 0);
  CHECK(page.nodes[1].why.node == set.node_of_dimension(set.criteria[0].dimension));
  CHECK_FALSE(page.units.empty());
  CHECK_FALSE(page.lines.empty());
}

TEST_CASE("a folded line hides what stands below it", "[why]") {
  SampleDesk sample;
  sample.choose_set("levels-of-service");
  sample.choose_scored_unit();
  const WhyPage page = page_of(sample, 0);
  const auto shown = shown_lines(page, {});
  REQUIRE(shown.size() > 2);
  CHECK(shown.size() < page.lines.size());
  for (const std::size_t i : shown)
    CHECK(page.lines[i].depth <= 1);
  CHECK(shown_lines(page, {0}).size() == 1);
  std::set<std::size_t> unfolded;
  for (std::size_t i = 0; i < page.lines.size(); ++i)
    if (!page.lines[i].opens_first) unfolded.insert(i);
  CHECK(shown_lines(page, unfolded).size() == page.lines.size());
}
