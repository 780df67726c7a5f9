// SPDX-License-Identifier: MIT
#include "plugins/sample_batch.hpp"

#include <new>
#include <random>

#include "criteria/reader.hpp"

namespace orienta {
namespace {

constexpr const char* kSet = R"(
version: 1.0.0
title: A set to try a plugin with
scored_at: [organisation, region, branch, department, team, employee]
roles:
  - {id: agent, title: Agent, requires: {first: 60, second: 50, third: 50, fourth: 40}}
  - {id: leader, title: Leader, requires: {first: 80, second: 70, third: 70, fourth: 60, fifth: 50}}
scales:
  steps: {points: [{id: none, value: 0}, {id: half, value: 1}, {id: full, value: 2}]}
  hours: {measure: hours, digits: 1, combine: mean, better: lower, least: 0, from: 72, to: 0}
levels:
  - {level: 1, stage: 1, title: First}
  - {level: 2, stage: 3, title: Second}
  - {level: 3, stage: 5, title: Third}
dimensions:
  - id: ground
    title: Ground
    weight: 2
    criteria:
      - id: first
        title: First
        level: 1
        mandatory: true
        indicators:
          - {id: first-a, ask: Is it so, scale: steps, answered_by: [self, auditor]}
          - {id: first-b, ask: Is it so, scale: steps, weight: 3, answered_by: [client, manager]}
      - id: second
        title: Second
        level: 2
        weight: 0.5
        evidence: [document, record]
        indicators:
          - {id: second-a, ask: Is it so, scale: steps, answered_by: [self]}
  - id: rise
    title: Rise
    aggregate: geometric
    criteria:
      - id: third
        title: Third
        level: 2
        indicators:
          - {id: third-a, ask: How long, scale: hours, answered_by: [system]}
      - id: fourth
        title: Fourth
        level: 3
        applies_to: [branch, employee]
        indicators:
          - {id: fourth-a, ask: Is it so, scale: steps, answered_by: [self, peer]}
      - id: fifth
        title: Fifth
        level: 3
        aggregate: weakest
        indicators:
          - {id: fifth-a, ask: Is it so, scale: steps, answered_by: [self]}
          - {id: fifth-b, ask: Is it so, scale: steps, answered_by: [auditor]}
)";

/// One unit's readings and targets: the same for the same number.
class SampleUnit {
 public:
  SampleUnit(const CriteriaSet& set, std::uint32_t number) : set_(set), number_(number), random_(number) {}

  orienta_unit_t write(SharedBlock& block) {
    constexpr std::uint32_t kKinds = 6;
    orienta_unit_t unit{};
    unit.kind = number_ % kKinds;
    unit.role = set_.roles.empty() || number_ % 3 == 2
                    ? ORIENTA_NONE
                    : number_ % static_cast<std::uint32_t>(set_.roles.size());
    for (std::uint32_t i = 0; i < set_.indicators.size(); ++i)
      add(i, unit.kind);
    constexpr double kTarget = 70;
    const std::vector<orienta_target_t> targets{{0, ORIENTA_NONE, ORIENTA_TARGET_INDEX, 0, kTarget}};
    unit.combined = block.put_all<orienta_reading_t>(combined_);
    unit.sources = block.put_all<orienta_reading_t>(sources_);
    unit.targets = block.put_all<orienta_target_t>(targets);
    return unit;
  }

 private:
  std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(random_() % end); }
  double share() { return static_cast<double>(below(1001)) / 1000; }

  std::uint8_t state_of(const Indicator& indicator, std::uint32_t kind) {
    const Mask<UnitKind> applies = set_.criteria[indicator.criterion].applies_to;
    if (indicator.combine == Combine::kShownOnly) return ORIENTA_STATE_NOT_ASKED;
    if (!applies.empty() && !applies.has(static_cast<UnitKind>(kind))) return ORIENTA_STATE_NOT_ASKED;
    if (number_ == 1) return ORIENTA_STATE_MISSING;
    if (number_ == 2) return ORIENTA_STATE_NOT_APPLICABLE;
    constexpr std::uint32_t kFirstMixed = 5;
    if (number_ < kFirstMixed || below(2) == 0) return ORIENTA_STATE_VALUE;
    return static_cast<std::uint8_t>(below(ORIENTA_STATE_WITHHELD + 1));
  }

  double value() {
    if (number_ == 3) return 0;
    return number_ == 4 ? 1 : share();
  }

  void give_value(orienta_reading_t& reading) {
    reading.value = value();
    reading.statistic = 100 * reading.value;
    reading.count = 1 + below(50);
    reading.evidence = static_cast<std::uint8_t>(below(16));
    if (reading.count < 2 || below(2) == 0) return;
    reading.flags = ORIENTA_READING_HAS_ERROR;
    reading.error = share() / 10;
    reading.freedom = reading.count - 1;
  }

  void add(std::uint32_t index, std::uint32_t kind) {
    const Indicator& indicator = set_.indicators[index];
    orienta_reading_t reading{};
    reading.indicator = index;
    reading.source = ORIENTA_SOURCE_COMBINED;
    reading.state = state_of(indicator, kind);
    if (reading.state == ORIENTA_STATE_VALUE) {
      give_value(reading);
      reading.major_findings = static_cast<std::uint16_t>(below(8) == 0 ? 1 : 0);
      reading.minor_findings = static_cast<std::uint16_t>(below(4) == 0 ? 1 : 0);
      add_sources(indicator, index);
    }
    if (reading.state == ORIENTA_STATE_NOT_APPLICABLE) reading.not_applicable = 1;
    if (reading.state == ORIENTA_STATE_DONT_KNOW) reading.dont_know = 1;
    combined_.push_back(reading);
  }

  void add_sources(const Indicator& indicator, std::uint32_t index) {
    for (std::uint8_t source = 0; source <= ORIENTA_SOURCE_AGREED; ++source) {
      if (!indicator.answered_by.has(static_cast<Source>(source))) continue;
      orienta_reading_t reading{};
      reading.indicator = index;
      reading.source = source;
      reading.state = ORIENTA_STATE_VALUE;
      give_value(reading);
      sources_.push_back(reading);
    }
  }

  const CriteriaSet& set_;
  std::uint32_t number_;
  std::minstd_rand random_;  // the standard fixes its numbers
  std::vector<orienta_reading_t> combined_;
  std::vector<orienta_reading_t> sources_;
};

orienta_scenario_t scenario_of(const CriteriaSet& set, std::uint32_t number, SharedBlock& block) {
  constexpr double kOther = 0.625;
  orienta_scenario_t scenario{};
  std::vector<orienta_value_override_t> values;
  std::vector<orienta_rating_override_t> ratings;
  std::vector<orienta_weight_override_t> weights;
  if (number == 1) scenario.open = ORIENTA_OPEN_WORST;
  if (number == 2) scenario.open = ORIENTA_OPEN_BEST;
  if (number == 3 && !set.indicators.empty()) values.push_back({ORIENTA_NONE, 0, kOther});
  if (number == 4 && !set.criteria.empty())
    ratings.push_back({ORIENTA_NONE, set.node_of_criterion(0), kOther});
  if (number == 5 && !set.criteria.empty()) weights.push_back({set.node_of_criterion(0), 0, 3});
  scenario.values = block.put_all<orienta_value_override_t>(values);
  scenario.ratings = block.put_all<orienta_rating_override_t>(ratings);
  scenario.weights = block.put_all<orienta_weight_override_t>(weights);
  return scenario;
}

}  // namespace

CriteriaSet sample_set(const PluginId& plugin) {
  auto read = read_set("orienta: 1\nid: sample-set\nplugin: " + plugin.value + kSet, "sample-set");
  // A set of the program's own is sound; without it there would be nothing to try.
  return read ? std::move(read->set) : CriteriaSet();
}

Result<SharedBlock> sample_batch(const CriteriaSet& set, const SamplePlan& plan) try {
  auto block = SharedBlock::create();
  if (!block) return block;
  block->reserve(sizeof(orienta_batch_t));
  std::vector<orienta_unit_t> units;
  for (const std::uint32_t number : plan.units)
    units.push_back(SampleUnit(set, number).write(*block));
  std::vector<orienta_scenario_t> scenarios;
  for (const std::uint32_t number : plan.scenarios)
    scenarios.push_back(scenario_of(set, number, *block));
  orienta_batch_t head{};
  head.size = sizeof head;
  head.want = plan.want;
  head.units = block->put_all<orienta_unit_t>(units);
  head.scenarios = block->put_all<orienta_scenario_t>(scenarios);
  block->at<orienta_batch_t>(0) = head;
  return block;
} catch (const std::bad_alloc&) {
  return failure(ErrorKind::kLimit, msg("plugins.set-too-large", {{"set", set.id.value}}));
}

}  // namespace orienta
