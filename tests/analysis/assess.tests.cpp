// SPDX-License-Identifier: MIT
#include <rapidcheck.h>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "small_network.hpp"

using namespace orienta;
using orienta::test::SmallNetwork;

namespace {

constexpr const char* kPoints[] = {"none", "half", "all"};
constexpr const char* kIndicators[] = {"written", "lived", "felt"};

/// Some answers, don't knows and N/A, and gaps between them.
SmallNetwork random_network() {
  const int branches = *rc::gen::inRange(1, 6);
  SmallNetwork network(branches);
  for (int branch = 0; branch < branches; ++branch)
    for (const char* indicator : kIndicators) {
      const std::string unit = "branch-" + std::to_string(branch);
      const bool client = std::string(indicator) == "felt";
      switch (*rc::gen::inRange(0, 6)) {
        case 0:
          break;
        case 1:
          client ? void() : network.dont_know(unit, indicator);
          break;
        case 2:
          client ? void() : network.not_applicable(unit, indicator);
          break;
        default:
          network.answer(unit, indicator, kPoints[*rc::gen::inRange(0, 3)],
                         client ? Source::kClient : Source::kSelf, client ? 10 : 1);
      }
    }
  return network;
}

}  // namespace

TEST_CASE("the proven level is never above the possible one and the index lies within its bounds",
          "[analysis]") {
  CHECK(rc::check([] {
    for (const UnitResult& unit : random_network().assess().units)
      for (const NodeResult& node : unit.nodes) {
        if (node.level && node.level_possible) RC_ASSERT(*node.level <= *node.level_possible);
        if (node.index && node.index_low) RC_ASSERT(*node.index_low <= *node.index);
        if (node.index && node.index_high) RC_ASSERT(*node.index <= *node.index_high);
        RC_ASSERT(node.completeness >= 0 && node.completeness <= 1);
      }
  }));
}

TEST_CASE("the order in which sheets are handed out changes nothing", "[analysis]") {
  CHECK(rc::check([] {
    SmallNetwork network = random_network();
    const SetResult before = network.assess();
    std::ranges::reverse(network.sheets);
    RC_ASSERT(network.assess().units == before.units);
  }));
}

TEST_CASE("hundreds of units in several chunks score as each one alone", "[analysis]") {
  SmallNetwork network(3000);
  for (int i = 0; i < 3000; ++i)
    network.answer("branch-" + std::to_string(i), "written", kPoints[i % 3]);
  const SetResult all = network.assess(ORIENTA_WANT_SUMMARY);
  SmallNetwork alone(1);
  for (int point = 0; point < 3; ++point) {
    alone.sheets.clear();
    alone.answer("branch-0", "written", kPoints[point]);
    const NodeResult expected = alone.assess(ORIENTA_WANT_SUMMARY).units.at(1).nodes.at(0);
    for (std::size_t i = static_cast<std::size_t>(point); i < 3000; i += 3)
      REQUIRE(all.units.at(i + 1).nodes.at(0) == expected);
  }
}

TEST_CASE("a missing answer lowers completeness and not the index", "[analysis]") {
  SmallNetwork network(1);
  network.answer("branch-0", "written", "all");
  const NodeResult result = network.result("branch-0", "small");
  CHECK(result.index == 100.0);
  CHECK(result.completeness < 1);
  CHECK(result.state == ResultState::kIncomplete);
  CHECK(result.level == 1);
  CHECK(result.level_possible == 2);
  CHECK(!result.stage);
}

TEST_CASE("don't know is open as a missing answer is", "[analysis]") {
  SmallNetwork missing(1);
  missing.answer("branch-0", "written", "half");
  SmallNetwork unknown = missing;
  unknown.dont_know("branch-0", "lived");
  CHECK(missing.result("branch-0", "small") == unknown.result("branch-0", "small"));
}

TEST_CASE("a unit nobody answered for has no score", "[analysis]") {
  const NodeResult result = SmallNetwork(1).result("branch-0", "small");
  CHECK(result.state == ResultState::kOpen);
  CHECK(!result.index);
  CHECK(!result.level.has_value());
}

TEST_CASE("a branch inherits the head office's answer only where the criterion says so", "[analysis]") {
  SmallNetwork network(1);
  network.answer("head", "written", "all");
  network.answer("head", "lived", "all");
  CHECK(network.result("branch-0", "basic").index == 100.0);
  CHECK(network.result("branch-0", "further").state == ResultState::kOpen);
}

TEST_CASE("a branch's own answer goes before the inherited one", "[analysis]") {
  SmallNetwork network(1);
  network.answer("head", "written", "all");
  network.answer("branch-0", "written", "none");
  CHECK(network.result("branch-0", "basic").index == 0.0);
}

TEST_CASE("clients' answers are pooled into the head office's own result", "[analysis]") {
  SmallNetwork network(2);
  network.answer("branch-0", "felt", "all", Source::kClient, 30);
  network.answer("branch-1", "felt", "none", Source::kClient, 10);
  CHECK(network.result("head", "further").index == 75.0);
}

TEST_CASE("the head office's rolled result counts the branches at target", "[analysis]") {
  SmallNetwork network(3);
  for (const char* unit : {"branch-0", "branch-1"})
    network.answer(unit, "written", "all");
  network.answer("branch-2", "written", "none");
  const NodeResult rolled = network.rolled("small");
  CHECK(rolled.of_units == 3u);
  CHECK(rolled.share.value() == 2.0 / 3.0);
}

TEST_CASE("fewer clients than the minimum group are withheld in the score too", "[analysis]") {
  SmallNetwork network(1);
  network.answer("branch-0", "felt", "none", Source::kClient, 4);
  CHECK(!network.result("branch-0", "further").index);
}

TEST_CASE("a unit out of scope is out of scope and not incomplete", "[analysis]") {
  SmallNetwork network(2);
  auto units = network.organisation.units();
  units.back().in_scope = false;
  network.organisation = Organisation::build(units).value();
  network.answer("branch-1", "written", "none");
  CHECK(network.result("branch-1", "small").state == ResultState::kOutOfScope);
  network.answer("branch-0", "written", "all");
  CHECK(network.rolled("small").of_units == 1u);
}
