// SPDX-License-Identifier: MIT
#include "viewmodel/plan.hpp"

#include <algorithm>

#include "viewmodel/sample_desk.hpp"

using namespace orienta;
using namespace orienta::gui;

namespace {

const CriteriaSet& set_of(const SampleDesk& sample) {
  return sample.desk.study()->assessment->sets[sample.desk.set()];
}

/// The first improvement that needs another one.
std::uint32_t one_with_needs(const CriteriaSet& set) {
  for (std::uint32_t i = 0; i < set.improvements.size(); ++i)
    if (!set.improvements[i].needs.empty()) return i;
  FAIL("no improvement needs another one");
  return 0;
}

}  // namespace

TEST_CASE("an improvement is ticked with what comes first, and unticked with what needs it", "[plan]") {
  SampleDesk sample;
  sample.choose_set("levels-of-service");
  const CriteriaSet& set = set_of(sample);
  const std::uint32_t last = one_with_needs(set);
  const std::uint32_t first = set.improvements[last].needs.front();
  PlanChoice choice;
  tick(set, choice, last, true);
  CHECK(choice.chosen[first]);
  tick(set, choice, first, false);
  CHECK_FALSE(choice.chosen[last]);
}

TEST_CASE("a plan shows what it brings and takes, and writes nothing", "[plan]") {
  SampleDesk sample;
  sample.choose_set("levels-of-service");
  sample.choose_scored_unit();
  const auto next = sample.desk.study()->next.undo;
  PlanChoice choice;
  const PlanPage nothing = sample.settled([&] { return plan_page(sample.desk, choice); });
  CHECK(nothing.effort == "No improvement is ticked yet.");
  CHECK(nothing.figure_says == "level");
  for (std::uint32_t i = 0; i < set_of(sample).improvements.size(); ++i)
    tick(set_of(sample), choice, i, true);
  const PlanPage all = sample.settled([&] { return plan_page(sample.desk, choice); });
  CHECK(all.effort.starts_with("about "));
  CHECK(all.figure != nothing.figure);
  CHECK(all.figure_says == "level, now " + nothing.figure);
  CHECK(all.can_clear);
  CHECK(all.dimensions.table.rows.size() == set_of(sample).dimensions.size());
  CHECK(sample.desk.study()->next.undo == next);
}

TEST_CASE("improvements stand by their effect per day", "[plan]") {
  SampleDesk sample;
  sample.choose_set("levels-of-service");
  PlanChoice choice;
  const PlanPage page = sample.settled([&] { return plan_page(sample.desk, choice); });
  REQUIRE(page.lines.size() == set_of(sample).improvements.size());
  for (const PlanLine& line : page.lines)
    CHECK_FALSE(line.effect.empty());
}

TEST_CASE("a criterion raised by hand moves the result", "[plan]") {
  SampleDesk sample;
  sample.choose_set("levels-of-service");
  sample.choose_scored_unit();
  PlanChoice choice;
  const PlanPage before = sample.settled([&] { return plan_page(sample.desk, choice); });
  REQUIRE_FALSE(before.raises.empty());
  raise(choice, before.raises.front().node, raise_steps().size());
  const PlanPage after = sample.settled([&] { return plan_page(sample.desk, choice); });
  CHECK(after.raises.front().chosen == raise_steps().size());
  CHECK(after.result != before.result);
  raise(choice, before.raises.front().node, 0);
  CHECK(choice.empty());
}

TEST_CASE("effort is the mean and variance of three points", "[plan]") {
  Improvement improvement;
  improvement.effort_days = {0, 3, 12};
  CHECK(effort_of(improvement).days == 4);
  CHECK(effort_of(improvement).variance == 4);
}
