// SPDX-License-Identifier: MIT
// The rules of scoring, through the plugin's entry as the host calls it.
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstring>
#include <vector>

#include "feedback_set.hpp"
#include "support/block_builder.hpp"
#include "support/plugin_rules.hpp"

using namespace orienta::test;

namespace {

orienta_reading_t any_reading(std::uint32_t indicator) {
  const int kind = *rc::gen::inRange(0, 12);
  if (kind < 4) {
    return reading_without(
        indicator, *rc::gen::element<std::uint32_t>(ORIENTA_STATE_MISSING, ORIENTA_STATE_DONT_KNOW,
                                                    ORIENTA_STATE_NOT_APPLICABLE, ORIENTA_STATE_NOT_ASKED,
                                                    ORIENTA_STATE_OUT_OF_SCOPE, ORIENTA_STATE_WITHHELD));
  }
  const auto n = *rc::gen::inRange<std::uint32_t>(0, 900);
  return reading(indicator, *rc::gen::inRange(0, 101) / 100.0, n,
                 n > 1 ? *rc::gen::inRange(1, 20) / 100.0 : 0);
}

UnitSpec any_unit() {
  UnitSpec unit;
  for (std::uint32_t i = 0; i < kIndicators; ++i)
    unit.combined.push_back(any_reading(i));
  return unit;
}

ScenarioSpec any_scenario(std::uint32_t units) {
  ScenarioSpec scenario;
  scenario.open = *rc::gen::inRange<std::uint32_t>(0, 3);
  for (std::uint32_t unit = 0; unit <= units; ++unit) {
    const std::uint32_t which = unit == units ? ORIENTA_NONE : unit;
    for (std::uint32_t i = 0; i < kIndicators; ++i) {
      if (*rc::gen::inRange(0, 8) == 0)
        scenario.values.push_back({which, i, *rc::gen::inRange(0, 101) / 100.0});
    }
    if (*rc::gen::inRange(0, 4) == 0) {
      scenario.ratings.push_back(
          {which, *rc::gen::inRange<std::uint32_t>(kSatisfaction, kAnswered + 1), 0.85});
    }
  }
  if (*rc::gen::arbitrary<bool>()) scenario.weights = {{kContact, 0, *rc::gen::inRange(0, 30) / 10.0}};
  return scenario;
}

struct Work {
  std::vector<UnitSpec> units;
  std::vector<ScenarioSpec> scenarios;
};

Work any_work() {
  Work work;
  const auto units = *rc::gen::inRange<std::uint32_t>(1, 5);
  for (std::uint32_t i = 0; i < units; ++i)
    work.units.push_back(any_unit());
  work.scenarios = {{}};
  const int scenarios = *rc::gen::inRange(0, 4);
  for (int i = 0; i < scenarios; ++i)
    work.scenarios.push_back(any_scenario(units));
  return work;
}

Said score_all(const Work& work, std::uint32_t want = ORIENTA_WANT_NODES, std::uint32_t extra = 0) {
  Prepared prepared(orienta_entry_v1, build_set(feedback_set(), extra));
  Said said = prepared.score(build_batch({want, work.units, work.scenarios}, extra));
  RC_ASSERT(said.status == ORIENTA_OK);
  return said;
}

bool same(const std::vector<orienta_score_t>& a, const std::vector<orienta_score_t>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(orienta_score_t)) == 0;
}

const std::vector<orienta_score_t> scores_of(const UnitSpec& unit, const ScenarioSpec& scenario = {}) {
  return score_all({{unit}, {scenario}}).scores.at({0, 0});
}

}  // namespace

TEST_CASE("every unit is scored once in every scenario and within the contract's ranges", "[feedback]") {
  CHECK(rc::check([] {
    const Work work = any_work();
    const Said said = score_all(work);
    RC_ASSERT(said.scores.size() == work.units.size() * work.scenarios.size());
    for (const auto& [pair, scores] : said.scores) {
      RC_ASSERT(scores.size() == 8u);
      for (std::uint32_t node = 0; node < scores.size(); ++node) {
        const orienta_score_t& one = scores[node];
        RC_ASSERT(one.node == node);
        RC_ASSERT(one.value >= 0 && one.value <= 1);
        RC_ASSERT(one.error >= 0 && one.error < 1);
        RC_ASSERT(one.freedom >= 0 && one.freedom < 1e9);
        RC_ASSERT(one.completeness >= 0 && one.completeness <= 1);
        RC_ASSERT(one.progress >= 0 && one.progress <= 1);
        RC_ASSERT(one.level >= ORIENTA_NO_LEVEL && one.level <= (node == 0 ? 3 : ORIENTA_NO_LEVEL));
        RC_ASSERT(one.state == ORIENTA_SCORE_VALUE || one.value == 0);
      }
    }
  }));
}

TEST_CASE("splitting a batch changes nothing", "[feedback]") {
  CHECK(rc::check([] {
    const Work work = any_work();
    const Said whole = score_all(work);
    Prepared prepared(orienta_entry_v1, build_set(feedback_set()));
    const Block batch = build_batch({ORIENTA_WANT_NODES, work.units, work.scenarios});
    for (std::uint32_t scenario = 0; scenario < work.scenarios.size(); ++scenario) {
      for (std::uint32_t unit = 0; unit < work.units.size(); ++unit) {
        const Said part = prepared.score(batch, unit, 1, scenario, 1);
        RC_ASSERT(part.scores.size() == 1u);
        RC_ASSERT(same(part.scores.at({unit, scenario}), whole.scores.at({unit, scenario})));
      }
    }
  }));
}

TEST_CASE("what was scored before changes neither scores nor reasons", "[feedback]") {
  CHECK(scores_alone_as_together({orienta_entry_v1, feedback_set()}));
}

TEST_CASE("reordering a batch changes nothing", "[feedback]") {
  CHECK(rc::check([] {
    Work work = any_work();
    for (ScenarioSpec& one : work.scenarios) {  // what names a unit by its place would mean another one
      const auto names_one = [](const auto& change) { return change.unit != ORIENTA_NONE; };
      one.values.erase(std::remove_if(one.values.begin(), one.values.end(), names_one), one.values.end());
      one.ratings.erase(std::remove_if(one.ratings.begin(), one.ratings.end(), names_one), one.ratings.end());
    }
    const Said before = score_all(work);
    const auto units = static_cast<std::uint32_t>(work.units.size());
    const auto scenarios = static_cast<std::uint32_t>(work.scenarios.size());
    std::reverse(work.units.begin(), work.units.end());
    std::reverse(work.scenarios.begin(), work.scenarios.end());
    const Said after = score_all(work);
    for (const auto& [pair, scores] : before.scores) {
      RC_ASSERT(same(scores, after.scores.at({units - 1 - pair.first, scenarios - 1 - pair.second})));
    }
  }));
}

TEST_CASE("repeating a batch changes nothing", "[feedback]") {
  CHECK(rc::check([] {
    const Work work = any_work();
    Prepared prepared(orienta_entry_v1, build_set(feedback_set()));
    const Block batch = build_batch({ORIENTA_WANT_TRACE, work.units, work.scenarios});
    const Said first = prepared.score(batch);
    const Said second = prepared.score(batch);
    for (const auto& [pair, scores] : first.scores)
      RC_ASSERT(same(scores, second.scores.at(pair)));
    RC_ASSERT(first.notes.size() == second.notes.size());
    for (std::size_t i = 0; i < first.notes.size(); ++i) {
      RC_ASSERT(first.notes[i].code == second.notes[i].code);
      RC_ASSERT(first.notes[i].numbers == second.notes[i].numbers);
    }
  }));
}

TEST_CASE("what is wanted and how large entries are changes no number", "[feedback]") {
  CHECK(rc::check([] {
    const Work work = any_work();
    const Said nodes = score_all(work);
    const Said trace = score_all(work, ORIENTA_WANT_TRACE);
    const Said summary = score_all(work, ORIENTA_WANT_SUMMARY);
    const Said wide = score_all(work, ORIENTA_WANT_NODES, 24);
    for (const auto& [pair, scores] : nodes.scores) {
      RC_ASSERT(same(scores, trace.scores.at(pair)));
      RC_ASSERT(same(scores, wide.scores.at(pair)));
      RC_ASSERT(same({scores[0]}, summary.scores.at(pair)));
    }
  }));
}

TEST_CASE("an override in a scenario equals an edited reading", "[feedback]") {
  CHECK(rc::check([] {
    UnitSpec unit = any_unit();
    const auto indicator = *rc::gen::inRange<std::uint32_t>(0, kIndicators);
    const double value = *rc::gen::inRange(0, 101) / 100.0;
    ScenarioSpec scenario;
    scenario.open = *rc::gen::inRange<std::uint32_t>(0, 3);
    const ScenarioSpec without = scenario;
    scenario.values = {{*rc::gen::element(0u, ORIENTA_NONE), indicator, value}};
    const auto changed = scores_of(unit, scenario);
    unit.combined[indicator] = reading(indicator, value, unit.combined[indicator].count);
    RC_ASSERT(same(changed, scores_of(unit, without)));
  }));
}

TEST_CASE("worst is at most as is and as is at most best", "[feedback]") {
  CHECK(rc::check([] {
    const Work work{{any_unit()}, {{}, {ORIENTA_OPEN_WORST, {}, {}, {}}, {ORIENTA_OPEN_BEST, {}, {}, {}}}};
    const Said said = score_all(work);
    const auto& as_is = said.scores.at({0, 0});
    const auto& worst = said.scores.at({0, 1});
    const auto& best = said.scores.at({0, 2});
    for (std::size_t node = 0; node < as_is.size(); ++node) {
      RC_ASSERT(best[node].value >= worst[node].value);
      if (as_is[node].state != ORIENTA_SCORE_VALUE) continue;
      RC_ASSERT(worst[node].value <= as_is[node].value + 1e-15);
      RC_ASSERT(best[node].value >= as_is[node].value - 1e-15);
    }
    if (as_is[0].level == ORIENTA_NO_LEVEL) return;
    RC_ASSERT(worst[0].level <= as_is[0].level);
    RC_ASSERT(best[0].level >= as_is[0].level);
  }));
}

TEST_CASE("what does not apply is scored as if the set did not have it", "[feedback]") {
  CHECK(rc::check([] {
    UnitSpec unit = any_unit();
    unit.combined[6] = reading_without(
        6, *rc::gen::element<std::uint32_t>(ORIENTA_STATE_NOT_APPLICABLE, ORIENTA_STATE_NOT_ASKED,
                                            ORIENTA_STATE_OUT_OF_SCOPE));
    unit.combined[3] = reading_without(3, ORIENTA_STATE_NOT_APPLICABLE);
    const auto with = scores_of(unit);

    SetSpec smaller = feedback_set();
    smaller.dimensions[1].criteria.pop_back();                // answered, with hours
    smaller.dimensions[0].criteria[2].indicators.pop_back();  // site
    unit.combined.erase(unit.combined.begin() + 3);
    unit.combined.pop_back();
    Prepared prepared(orienta_entry_v1, build_set(smaller));
    auto without = prepared.score(build_batch({ORIENTA_WANT_NODES, {unit}, {{}}})).scores.at({0, 0});
    RC_ASSERT(with.back().state == std::uint32_t{ORIENTA_SCORE_NOT_APPLICABLE});
    without.push_back(with.back());
    RC_ASSERT(same(with, without));
  }));
}

TEST_CASE("all at maximum give exactly 100 and the top level", "[feedback]") {
  CHECK(rc::check([] {
    UnitSpec unit;
    for (std::uint32_t i = 0; i < kIndicators; ++i)
      unit.combined.push_back(reading(i, 1, 400, 0.01));
    ScenarioSpec weights;
    for (std::uint32_t node = kVoice; node <= kAnswered; ++node) {
      weights.weights.push_back({node, 0, *rc::gen::inRange(1, 1000) / 7.0});
    }
    const auto scores = scores_of(unit, weights);
    for (const orienta_score_t& one : scores)
      RC_ASSERT(one.value == 1);
    RC_ASSERT(scores[0].level == 3);
    RC_ASSERT(scores[0].completeness == 1);
  }));
}
