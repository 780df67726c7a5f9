// SPDX-License-Identifier: MIT
#include "support/plugin_rules.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace orienta::test {
namespace {

using Scores = std::vector<orienta_score_t>;

std::uint32_t indicators_in(const SetSpec& set) {
  std::size_t n = 0;
  for (const DimensionSpec& dimension : set.dimensions)
    for (const CriterionSpec& criterion : dimension.criteria)
      n += criterion.indicators.size();
  return static_cast<std::uint32_t>(n);
}

std::uint32_t first_criterion(const SetSpec& set) {
  return static_cast<std::uint32_t>(1 + set.dimensions.size());
}
std::uint32_t nodes_in(const SetSpec& set) {
  std::size_t n = first_criterion(set);
  for (const DimensionSpec& dimension : set.dimensions)
    n += dimension.criteria.size();
  return static_cast<std::uint32_t>(n);
}

orienta_reading_t any_reading(std::uint32_t indicator) {
  if (*rc::gen::inRange(0, 10) < 3) {
    return reading_without(
        indicator, *rc::gen::element<std::uint32_t>(ORIENTA_STATE_MISSING, ORIENTA_STATE_DONT_KNOW,
                                                    ORIENTA_STATE_NOT_APPLICABLE, ORIENTA_STATE_WITHHELD));
  }
  return reading(indicator, *rc::gen::inRange(0, 21) / 20.0, *rc::gen::inRange<std::uint32_t>(1, 500));
}

UnitSpec any_unit(const PluginUnderTest& plugin) {
  UnitSpec unit;
  for (std::uint32_t i = 0; i < indicators_in(plugin.set); ++i)
    unit.combined.push_back(any_reading(i));
  plugin.furnish(unit);
  return unit;
}

ScenarioSpec any_scenario(const PluginUnderTest& plugin) {
  ScenarioSpec scenario;
  scenario.open = *rc::gen::inRange<std::uint32_t>(0, 3);
  for (std::uint32_t i = 0; i < indicators_in(plugin.set); ++i)
    if (*rc::gen::inRange(0, 8) == 0)
      scenario.values.push_back({ORIENTA_NONE, i, *rc::gen::inRange(0, 21) / 20.0});
  for (std::uint32_t node = first_criterion(plugin.set); node < nodes_in(plugin.set); ++node)
    if (*rc::gen::inRange(0, 8) == 0)
      scenario.ratings.push_back({ORIENTA_NONE, node, *rc::gen::inRange(0, 21) / 20.0});
  return scenario;
}

/// The same with a value.
orienta_reading_t answered(const orienta_reading_t& before) {
  orienta_reading_t after = reading(before.indicator, *rc::gen::inRange(0, 21) / 20.0, 3);
  after.evidence = before.evidence;
  after.major_findings = before.major_findings;
  after.minor_findings = before.minor_findings;
  return after;
}

struct Work {
  std::vector<UnitSpec> units;
  std::vector<ScenarioSpec> scenarios = {{}};
};

Work any_work(const PluginUnderTest& plugin) {
  Work work;
  for (int i = *rc::gen::inRange(1, 4); i > 0; --i)
    work.units.push_back(any_unit(plugin));
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
    work.scenarios.push_back(any_scenario(plugin));
  return work;
}

Said score_all(const PluginUnderTest& plugin, const Work& work, std::uint32_t want = ORIENTA_WANT_NODES) {
  Prepared prepared(plugin.entry, build_set(plugin.set));
  Said said = prepared.score(build_batch({want, work.units, work.scenarios}));
  RC_ASSERT(said.status == ORIENTA_OK);
  return said;
}

bool same(const Scores& a, const Scores& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(orienta_score_t)) == 0;
}

bool is_sound(const orienta_score_t& score) {
  const bool in_range = score.value >= 0 && score.value <= 1 && score.error >= 0 && score.completeness >= 0 &&
                        score.completeness <= 1 && score.progress >= 0 && score.progress <= 1;
  return in_range && std::isfinite(score.freedom) &&
         (score.state == ORIENTA_SCORE_VALUE || (score.value == 0 && score.level == ORIENTA_NO_LEVEL));
}

bool keeps_the_contract(const PluginUnderTest& plugin) {
  return rc::check("each unit once in each scenario, within range, however the batch is cut", [&] {
    Work work = any_work(plugin);
    const Said whole = score_all(plugin, work);
    RC_ASSERT(whole.scores.size() == work.units.size() * work.scenarios.size());
    for (const auto& [pair, scores] : whole.scores) {
      RC_ASSERT(scores.size() == nodes_in(plugin.set));
      for (const orienta_score_t& score : scores)
        RC_ASSERT(is_sound(score));
    }
    const Said trace = score_all(plugin, work, ORIENTA_WANT_TRACE);
    const Said summary = score_all(plugin, work, ORIENTA_WANT_SUMMARY);
    Prepared prepared(plugin.entry, build_set(plugin.set));
    const Block batch = build_batch({ORIENTA_WANT_NODES, work.units, work.scenarios});
    for (const auto& [pair, scores] : whole.scores) {
      RC_ASSERT(same(scores, trace.scores.at(pair)));
      RC_ASSERT(same({scores[0]}, summary.scores.at(pair)));
      RC_ASSERT(same(scores, prepared.score(batch, pair.first, 1, pair.second, 1).scores.at(pair)));
    }
    std::reverse(work.units.begin(), work.units.end());
    const Said turned = score_all(plugin, work);
    const auto last = static_cast<std::uint32_t>(work.units.size() - 1);
    for (const auto& [pair, scores] : whole.scores)
      RC_ASSERT(same(scores, turned.scores.at({last - pair.first, pair.second})));
  });
}

/// A few changes, as effects and what if make them.
ScenarioSpec small_scenario(const PluginUnderTest& plugin) {
  ScenarioSpec scenario;
  scenario.open = *rc::gen::element<std::uint32_t>(0, 0, 0, 1, 2);
  const auto unit = *rc::gen::element<std::uint32_t>(0, 1, ORIENTA_NONE);
  const auto indicator = *rc::gen::inRange<std::uint32_t>(0, indicators_in(plugin.set));
  const auto criterion = *rc::gen::inRange<std::uint32_t>(first_criterion(plugin.set), nodes_in(plugin.set));
  const auto node = *rc::gen::inRange<std::uint32_t>(1, nodes_in(plugin.set));
  const double value = *rc::gen::inRange(0, 21) / 20.0;
  const auto kind = *rc::gen::inRange(0, 3);
  if (kind == 0) scenario.values = {{unit, indicator, value}};
  if (kind == 1) scenario.ratings = {{unit, criterion, value}};
  if (kind == 2) scenario.weights = {{node, 0, value}};
  return scenario;
}

bool takes_scenarios_as_edits(const PluginUnderTest& plugin) {
  return rc::check("a scenario's value equals an edited reading", [&] {
    UnitSpec unit = any_unit(plugin);
    const auto indicator = *rc::gen::inRange<std::uint32_t>(0, indicators_in(plugin.set));
    // Of an open reading there is no evidence that could stay.
    unit.combined[indicator] = answered(unit.combined[indicator]);
    const double value = *rc::gen::inRange(0, 21) / 20.0;
    ScenarioSpec scenario;
    scenario.values = {{ORIENTA_NONE, indicator, value}};
    const Scores changed = scores_of(plugin, unit, scenario);
    orienta_reading_t& edited = unit.combined[indicator];
    const orienta_reading_t before = edited;
    edited = reading(indicator, value, before.count);
    edited.evidence = before.evidence;
    edited.major_findings = before.major_findings;
    edited.minor_findings = before.minor_findings;
    RC_ASSERT(same(changed, scores_of(plugin, unit)));
  });
}

bool orders_the_views(const PluginUnderTest& plugin) {
  return rc::check("worst is at most as is and as is at most best", [&] {
    const Work work{{any_unit(plugin)},
                    {{}, {ORIENTA_OPEN_WORST, {}, {}, {}}, {ORIENTA_OPEN_BEST, {}, {}, {}}}};
    const Said said = score_all(plugin, work);
    const Scores& as_is = said.scores.at({0, 0});
    const Scores& worst = said.scores.at({0, 1});
    const Scores& best = said.scores.at({0, 2});
    for (std::size_t node = 0; node < as_is.size(); ++node) {
      RC_ASSERT(worst[node].level <= best[node].level);
      if (as_is[node].state != ORIENTA_SCORE_VALUE) continue;
      RC_ASSERT(worst[node].value <= as_is[node].value + 1e-12);
      RC_ASSERT(as_is[node].value <= best[node].value + 1e-12);
      if (as_is[node].level == ORIENTA_NO_LEVEL) continue;
      RC_ASSERT(worst[node].level <= as_is[node].level);
      RC_ASSERT(as_is[node].level <= best[node].level);
    }
  });
}

bool is_monotone(const PluginUnderTest& plugin) {
  return rc::check("a better answer lowers no result", [&] {
    UnitSpec unit = any_unit(plugin);
    const auto indicator = *rc::gen::inRange<std::uint32_t>(0, indicators_in(plugin.set));
    unit.combined[indicator] = answered(unit.combined[indicator]);
    const Scores before = scores_of(plugin, unit);
    double& value = unit.combined[indicator].value;
    value = std::min(1.0, value + *rc::gen::inRange(0, 21) / 20.0);
    const Scores after = scores_of(plugin, unit);
    for (std::size_t node = 0; node < before.size(); ++node) {
      RC_ASSERT(after[node].value >= before[node].value - 1e-12);
      RC_ASSERT(after[node].level >= before[node].level);
    }
  });
}

bool reaches_the_top(const PluginUnderTest& plugin) {
  return rc::check("all at maximum give exactly the maximum for any weights", [&] {
    UnitSpec unit;
    for (std::uint32_t i = 0; i < indicators_in(plugin.set); ++i) {
      unit.combined.push_back(reading(i, 1, 400));
      unit.combined.back().evidence = 15;
    }
    plugin.furnish(unit);
    for (orienta_reading_t& reading : unit.combined) {
      reading.evidence = 15;
      reading.major_findings = reading.minor_findings = 0;
    }
    ScenarioSpec weights;
    for (std::uint32_t node = 1; node < nodes_in(plugin.set); ++node)
      weights.weights.push_back({node, 0, *rc::gen::inRange(1, 1000) / 7.0});
    const Scores scores = scores_of(plugin, unit, weights);
    for (const orienta_score_t& score : scores)  // what a role does not require has no value
      RC_ASSERT((score.state != ORIENTA_SCORE_VALUE || score.value == 1));
    RC_ASSERT(scores[0].level == plugin.top);
  });
}

SetSpec tiny(double weight) {
  SetSpec set;
  set.levels = 1;
  set.roles = {{"role", {{2, 50}}}};
  CriterionSpec criterion;
  criterion.id = "only";
  criterion.weight = weight;
  criterion.level = 1;
  criterion.indicators = {{"asked", weight, false, "index"}};
  set.dimensions = {{"all", weight, ORIENTA_AGGREGATE_MEAN, {criterion}}};
  return set;
}

}  // namespace

bool keeps_the_rules(const PluginUnderTest& plugin) {
  const bool results[] = {keeps_the_contract(plugin),
                          scores_alone_as_together(plugin),
                          takes_scenarios_as_edits(plugin),
                          orders_the_views(plugin),
                          is_monotone(plugin),
                          reaches_the_top(plugin)};
  return std::all_of(std::begin(results), std::end(results), [](bool holds) { return holds; });
}

bool scores_alone_as_together(const PluginUnderTest& plugin) {
  return rc::check("a unit in a scenario gets what it gets alone, after any others", [&] {
    Work work{{any_unit(plugin)}, {{}}};
    work.units.push_back(*rc::gen::arbitrary<bool>() ? work.units.front() : any_unit(plugin));
    for (int i = *rc::gen::inRange(4, 16); i > 0; --i)
      work.scenarios.push_back(small_scenario(plugin));
    const Block batch = build_batch({ORIENTA_WANT_TRACE, work.units, work.scenarios});
    const Said together = Prepared(plugin.entry, build_set(plugin.set)).score(batch);
    std::vector<NoteCopy> notes;
    for (const auto& [pair, scores] : together.scores) {
      Prepared fresh(plugin.entry, build_set(plugin.set));
      const Said alone = fresh.score(batch, pair.first, 1, pair.second, 1);
      RC_ASSERT(same(scores, alone.scores.at(pair)));
      notes.insert(notes.end(), alone.notes.begin(), alone.notes.end());
    }
    RC_ASSERT(together.scores.size() == work.units.size() * work.scenarios.size());
    RC_ASSERT(together.notes == notes);
  });
}

bool survives_degenerate_sets(const orienta_entry_t& entry) {
  bool sound = true;
  for (const double weight : {1.0, 0.0}) {
    for (const std::uint32_t state :
         {ORIENTA_STATE_VALUE, ORIENTA_STATE_MISSING, ORIENTA_STATE_NOT_APPLICABLE, ORIENTA_STATE_WITHHELD}) {
      UnitSpec unit;
      unit.role = 0;
      unit.combined = {state == ORIENTA_STATE_VALUE ? reading(0, 1, 1) : reading_without(0, state)};
      const Scores scores = scores_of({entry, tiny(weight)}, unit);
      const bool has_value = state == ORIENTA_STATE_VALUE && weight > 0;
      sound = sound && scores.size() == 3 && std::all_of(scores.begin(), scores.end(), is_sound);
      sound = sound && (scores[0].state == ORIENTA_SCORE_VALUE) == has_value;
    }
  }
  return sound;
}

Scores scores_of(const PluginUnderTest& plugin, const UnitSpec& unit, const ScenarioSpec& scenario) {
  Prepared prepared(plugin.entry, build_set(plugin.set));
  return prepared.score(build_batch({ORIENTA_WANT_NODES, {unit}, {scenario}})).scores.at({0, 0});
}

Said told(const PluginUnderTest& plugin, const UnitSpec& unit, const ScenarioSpec& scenario) {
  Prepared prepared(plugin.entry, build_set(plugin.set));
  return prepared.score(build_batch({ORIENTA_WANT_TRACE, {unit}, {scenario}}));
}

}  // namespace orienta::test
