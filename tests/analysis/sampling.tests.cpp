// SPDX-License-Identifier: MIT
#include "analysis/sampling.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>

using namespace orienta;

namespace {

std::vector<Candidate> branches(int n) {
  std::vector<Candidate> made;
  for (int i = 1; i <= n; ++i)
    made.push_back({UnitId("b" + std::to_string(i)), 1, {}});
  return made;
}

SamplingPlan plan(Decimal random, std::uint64_t seed = 7) {
  SamplingPlan made;
  made.random = random;
  made.seed = seed;
  return made;
}

SamplingPlan share_plan(Decimal share) {
  SamplingPlan made;
  made.rule = Sample::Rule::kShare;
  made.share = share;
  return made;
}

std::vector<std::string> with(Choice choice, const std::vector<Candidate>& candidates,
                              const std::vector<Chosen>& chosen) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < chosen.size(); ++i)
    if (chosen[i].choice == choice) ids.push_back(candidates[i].id.value);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("the number of units to assess is counted in whole numbers and rounded up", "[analysis]") {
  CHECK(units_to_assess(plan({}), 0) == 0);
  CHECK(units_to_assess(plan({}), 1) == 1);
  CHECK(units_to_assess(plan({}), 16) == 4);
  CHECK(units_to_assess(plan({}), 17) == 5);
  CHECK(units_to_assess(plan({}), 100'000) == 317);
  // 0.1 * 30 is a little over 3 in binary fractions.
  CHECK(units_to_assess(share_plan({1, 1}), 30) == 3);
  CHECK(units_to_assess(share_plan({2, 1}), 31) == 7);
  CHECK(units_to_assess(share_plan({1, 0}), 31) == 31);
  CHECK(units_to_draw(plan({25, 2}), 4) == 1);
  CHECK(units_to_draw(plan({25, 2}), 5) == 2);
}

// The draws of b1 to b16 with seed 7, by the definition in Python: b5, b16, b6, b15 are the lowest.
TEST_CASE("where judgement has nothing to go by all places are drawn", "[analysis]") {
  const auto candidates = branches(16);
  const auto chosen = choose_units(candidates, plan({25, 2}));
  CHECK(with(Choice::kRandom, candidates, chosen) == Ids{"b5", "b6", "b15", "b16"});
  CHECK(chosen[4].draw == 0.022389457288848447);
}

TEST_CASE("judgement takes turns among the lowest, the new and the largest", "[analysis]") {
  auto candidates = branches(16);
  for (int i = 0; i < 8; ++i)
    candidates[static_cast<std::size_t>(i)].last_index = 90 - i;  // b8 is the lowest
  candidates[2].size = 50;                                        // b3: the largest, assessed last time
  candidates[9].size = 40;                                        // b10: the largest new one
  const auto chosen = choose_units(candidates, plan({25, 2}));
  CHECK(with(Choice::kRandom, candidates, chosen) == Ids{"b5"});
  CHECK(with(Choice::kLowest, candidates, chosen) == Ids{"b8"});
  CHECK(with(Choice::kNotAssessed, candidates, chosen) == Ids{"b10"});
  CHECK(with(Choice::kLargest, candidates, chosen) == Ids{"b3"});
}

TEST_CASE("the random part does not depend on what judgement would take", "[analysis]") {
  auto candidates = branches(16);
  candidates[4].size = 99;  // b5 is drawn before it could be taken as the largest
  const auto chosen = choose_units(candidates, plan({5, 1}));
  CHECK(with(Choice::kRandom, candidates, chosen) == Ids{"b5", "b16"});
  CHECK(with(Choice::kLargest, candidates, chosen) == Ids{"b6", "b15"});
}

TEST_CASE("the order of units changes nothing", "[analysis]") {
  auto candidates = branches(40);
  for (std::size_t i = 0; i < candidates.size(); i += 3) {
    candidates[i].size = static_cast<double>(i % 7);
    candidates[i].last_index = static_cast<double>(i % 5);
  }
  const auto by_id = [](const std::vector<Candidate>& units, const std::vector<Chosen>& chosen) {
    std::map<UnitId, Choice> found;
    for (std::size_t i = 0; i < units.size(); ++i)
      found[units[i].id] = chosen[i].choice;
    return found;
  };
  const auto forward = by_id(candidates, choose_units(candidates, plan({3, 1})));
  auto other = candidates;
  std::ranges::reverse(other);
  CHECK(by_id(other, choose_units(other, plan({3, 1}))) == forward);
  CHECK(by_id(candidates, choose_units(candidates, plan({3, 1}, 8))) != forward);
}

TEST_CASE("each unit is drawn about as often as any other", "[analysis]") {
  const auto candidates = branches(10);
  std::map<std::string, int> often;
  constexpr int kSeeds = 1000;
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed)
    for (const std::string& id : with(Choice::kRandom, candidates, choose_units(candidates, plan({}, seed))))
      ++often[id];
  // 4 of 10 each time; five standard deviations of 1000 draws with p = 0.4 are 77.
  for (const Candidate& each : candidates) {
    CHECK(often[each.id.value] > 400 - 78);
    CHECK(often[each.id.value] < 400 + 78);
  }
}
