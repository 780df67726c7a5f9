// SPDX-License-Identifier: MIT
// Gaps, effects, what is in the way, and what if.
#include "analysis/gaps.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "analysis/next_level.hpp"
#include "analysis/what_if.hpp"
#include "small_network.hpp"

using namespace orienta;
using Catch::Matchers::WithinAbs;
using orienta::test::SmallNetwork;

namespace {

/// A network with its plugin started.
struct Started {
  explicit Started(SmallNetwork made) : network(std::move(made)), input(network.input()) {
    runner = network.start();
    prepared = runner->prepare(network.set).value();
  }
  std::uint32_t unit(const std::string& id) const { return *network.organisation.find(UnitId(id)); }
  std::uint32_t node(const std::string& id) const { return *network.set.node(id); }
  Standing standing(const std::string& id) { return look_at(input, *runner, prepared, unit(id)).value(); }
  GapReport gaps(const std::string& id, std::size_t most = 10) {
    return find_gaps(standing(id), *runner, prepared, most).value();
  }
  NextLevel next(const std::string& id) {
    return next_level(standing(id).kept, 0, *runner, prepared).value();
  }
  const Gap* gap(const GapReport& report, const std::string& id) const {
    for (const Gap& each : report.gaps)
      if (each.node == node(id) && each.kind == ORIENTA_TARGET_INDEX) return &each;
    return nullptr;
  }

  SmallNetwork network;
  AssessInput input;
  std::unique_ptr<Runner> runner;
  PreparedSet prepared = 0;
};

SmallNetwork two_branches() {
  SmallNetwork network(2);
  network.answer("branch-0", "written", "half");
  network.answer("branch-0", "lived", "all");
  network.answer("branch-1", "written", "all");
  network.answer("branch-1", "lived", "none");
  return network;
}

AssessmentTarget target(const std::string& node, double index) {
  AssessmentTarget made;
  made.set = SetId("small");
  made.node = NodeId(node);
  made.target.index = index;
  return made;
}

}  // namespace

TEST_CASE("a level as target gives the criteria of its rungs the rating at which a rung holds", "[gaps]") {
  Started at(two_branches());
  const GapReport report = at.gaps("branch-0");
  REQUIRE(report.gaps.size() == 2);
  CHECK(report.gaps[0].kind == ORIENTA_TARGET_LEVEL);
  CHECK(report.gaps[0].points == 1);
  const Gap& basic = report.gaps[1];
  CHECK(basic.node == at.node("basic"));
  CHECK(basic.is_implied);
  CHECK(basic.target == 85);
  CHECK(basic.actual == 50);
  CHECK(basic.points == 35);
}

TEST_CASE("the effect is what scoring again gives", "[gaps]") {
  SmallNetwork network = two_branches();
  network.targets = {target("basic", 90), target("further", 80)};
  Started at(std::move(network));
  const GapReport report = at.gaps("branch-0");
  const Gap* const basic = at.gap(report, "basic");
  REQUIRE(basic != nullptr);
  REQUIRE(basic->effect);
  // From (50 + 2 x 100) / 3 to (90 + 2 x 100) / 3.
  CHECK_THAT(basic->effect->index, WithinAbs(40.0 / 3, 1e-9));
  CHECK(basic->effect->level == 1);
  CHECK(at.gap(report, "further") == nullptr);
  CHECK_THAT(basic->weight, WithinAbs(1.0 / 3, 1e-12));
}

TEST_CASE("a unit above is stood for by the scored ones below it", "[gaps]") {
  SmallNetwork network = two_branches();
  network.targets = {target("basic", 90), target("further", 80)};
  Started at(std::move(network));
  const GapReport report = at.gaps("head");
  CHECK(report.units.size() == 2);
  const Gap* const basic = at.gap(report, "basic");
  const Gap* const further = at.gap(report, "further");
  REQUIRE(basic != nullptr);
  REQUIRE(further != nullptr);
  CHECK(basic->below == 1);
  CHECK(basic->of == 2);
  CHECK(basic->actual == 75);
  CHECK(basic->points == 20);  // 40 and 0: a unit above its target makes up for none
  CHECK(further->points == 40);
  // Only branch-0 moves, by 40 / 3, and counts for half.
  CHECK_THAT(basic->effect->index, WithinAbs(20.0 / 3, 1e-9));
  // The greater weight x points comes first.
  CHECK(further < basic);
}

TEST_CASE("without a target there is no gap, which is not a target of 0", "[gaps]") {
  SmallNetwork network = two_branches();
  network.set.target = {};
  Started at(std::move(network));
  const GapReport report = at.gaps("branch-0");
  CHECK_FALSE(report.has_targets);
  CHECK(report.gaps.empty());
}

TEST_CASE("what is in the way of the next level is each criterion that alone keeps from it", "[gaps]") {
  Started at(two_branches());
  const NextLevel first = at.next("branch-0");
  CHECK(first.proven == 0);
  CHECK(first.next == 1);
  CHECK(first.blocking == std::vector{at.node("basic")});
  CHECK_FALSE(first.is_more_needed);
  const NextLevel second = at.next("branch-1");
  CHECK(second.proven == 1);
  CHECK(second.next == 2);
  CHECK(second.blocking == std::vector{at.node("further")});
}

TEST_CASE("one that blocks is not said to be enough when the rest of its rung falls short as well",
          "[gaps]") {
  std::string yaml = SmallNetwork::set_text();
  const std::string after = "answered_by: [self, auditor]}\n";
  const std::size_t place = yaml.find(after) + after.size();
  for (const char* const id : {"c", "b", "a"})
    yaml.insert(place, std::string("      - {id: ") + id + ", title: More, level: 1, indicators: [{id: " +
                           id + "1, ask: Is it so, scale: extent, answered_by: [self]}]}\n");
  yaml.replace(yaml.find("        level: 1\n"), 17, "        level: 1\n        mandatory: true\n");
  SmallNetwork network(1, yaml);
  network.answer("branch-0", "written", "none");
  for (const char* const id : {"a1", "b1", "c1"})
    network.answer("branch-0", id, "half");
  Started at(std::move(network));
  const NextLevel next = at.next("branch-0");
  CHECK(next.next == 1);
  CHECK(next.blocking == std::vector{at.node("basic")});
  CHECK(next.is_more_needed);
}

TEST_CASE("the open answers of the rungs between settle the level", "[gaps]") {
  SmallNetwork network(1);
  network.answer("branch-0", "written", "all");
  network.dont_know("branch-0", "lived");
  Started at(std::move(network));
  const NextLevel next = at.next("branch-0");
  CHECK(next.proven == 1);
  CHECK(next.possible == 2);
  CHECK(next.to_settle == std::vector{*at.network.set.indicator("lived"), *at.network.set.indicator("felt")});
}

TEST_CASE("what if equals answering so", "[gaps]") {
  CHECK(rc::check([] {
    const char* const points[] = {"none", "half", "all"};
    const int before = *rc::gen::inRange(0, 3);
    const int after = *rc::gen::inRange(0, 3);
    const auto network = [&](int point) {
      SmallNetwork made(2);
      made.answer("branch-0", "written", points[point]);
      made.answer("branch-0", "lived", "half");
      made.answer("branch-1", "written", "half");
      return made;
    };
    Started now(network(before));
    Started then(network(after));
    WhatIf change;
    change.values = {{*now.network.set.indicator("written"), after / 2.0}};
    for (const std::string unit : {"branch-0"}) {
      const BeforeAfter tried = what_if(now.input, *now.runner, now.prepared, now.unit(unit), change).value();
      for (const NodeResult& node : tried.before)
        RC_ASSERT(node == now.network.result(unit, now.network.set.node_id(node.node)));
      for (const NodeResult& node : tried.after) {
        const NodeResult answered = then.network.result(unit, now.network.set.node_id(node.node));
        RC_ASSERT(node.index == answered.index);
        RC_ASSERT(node.level == answered.level);
        RC_ASSERT(node.level_possible == answered.level_possible);
      }
    }
  }));
}

TEST_CASE("a better rating never lowers a result", "[gaps]") {
  CHECK(rc::check([] {
    Started at(two_branches());
    WhatIf low;
    WhatIf high;
    const double rating = *rc::gen::inRange(0, 100) / 100.0;
    low.ratings = {{at.node("basic"), rating}};
    high.ratings = {{at.node("basic"), std::min(1.0, rating + *rc::gen::inRange(0, 100) / 100.0)}};
    const auto worse = what_if(at.input, *at.runner, at.prepared, at.unit("head"), low).value();
    const auto better = what_if(at.input, *at.runner, at.prepared, at.unit("head"), high).value();
    for (std::size_t i = 0; i < worse.after.size(); ++i)
      if (worse.after[i].index) RC_ASSERT(*worse.after[i].index <= *better.after[i].index + 1e-9);
  }));
}
