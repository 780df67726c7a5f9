// SPDX-License-Identifier: MIT
// One unit in one scenario, as a plugin reads it: what was answered, with the scenario's changes already
// made.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "orienta/batch.h"
#include "orienta/range.hpp"
#include "orienta/set.hpp"

namespace orienta::sdk {

/// A batch as it was handed over. Valid during the call.
class Batch {
 public:
  explicit Batch(const orienta_block_t& block)
      : block_(block.data), batch_(static_cast<const orienta_batch_t*>(block.data)) {}
  const void* block() const { return block_; }
  std::uint32_t want() const { return batch_->want; }
  Range<orienta_unit_t> units() const { return {block_, batch_->units}; }
  Range<orienta_scenario_t> scenarios() const { return {block_, batch_->scenarios}; }

 private:
  const void* block_;
  const orienta_batch_t* batch_;
};

/// What a scenario changes, spread out for looking up by index. Reused from pair to pair without allocation:
/// putting a scenario in and taking it out costs as much as it has entries.
class Changes {
 public:
  /// Values and ratings that are not changed are NaN; weights that are not are the set's.
  std::vector<double> values;
  std::vector<double> ratings;
  std::vector<double> weights;

  explicit Changes(const Set& set)
      : values(set.indicators().size(), kNone), ratings(set.nodes().size(), kNone) {
    weights.reserve(set.nodes().size());
    for (const orienta_node_t& node : set.nodes())
      weights.push_back(node.weight);
    weights_of_set_ = weights;
  }

  /// Takes the scenario for this unit. What is for every unit comes last in its list, so it is put first and
  /// what is for the one unit over it.
  void put(const void* block, const orienta_scenario_t& scenario, std::uint32_t unit) {
    take_out();
    const Range<orienta_value_override_t> all_values(block, scenario.values);
    const Range<orienta_rating_override_t> all_ratings(block, scenario.ratings);
    for (const std::uint32_t which : {ORIENTA_NONE, unit}) {
      for (const orienta_value_override_t& one : of_unit(all_values, which)) {
        values[one.indicator] = one.value;
        changed_values_.push_back(one.indicator);
      }
      for (const orienta_rating_override_t& one : of_unit(all_ratings, which)) {
        ratings[one.criterion] = one.rating;
        changed_ratings_.push_back(one.criterion);
      }
    }
    for (const orienta_weight_override_t& one : Range<orienta_weight_override_t>(block, scenario.weights)) {
      weights[one.node] = one.weight;
      changed_weights_.push_back(one.node);
    }
  }

 private:
  static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

  template <class T>
  static Range<T> of_unit(const Range<T>& all, std::uint32_t unit) {
    return all.between([&](const T& one) { return one.unit < unit; },
                       [&](const T& one) { return one.unit > unit; });
  }

  void take_out() {
    for (const std::uint32_t index : changed_values_)
      values[index] = kNone;
    for (const std::uint32_t index : changed_ratings_)
      ratings[index] = kNone;
    for (const std::uint32_t index : changed_weights_)
      weights[index] = weights_of_set_[index];
    changed_values_.clear();
    changed_ratings_.clear();
    changed_weights_.clear();
  }

  std::vector<double> weights_of_set_;
  std::vector<std::uint32_t> changed_values_;
  std::vector<std::uint32_t> changed_ratings_;
  std::vector<std::uint32_t> changed_weights_;
};

/// Valid during Plugin::score.
class Unit {
 public:
  Unit(const Batch& batch, std::uint32_t unit, const orienta_scenario_t& scenario, const Changes& changes)
      : block_(batch.block()),
        unit_(&batch.units()[unit]),
        combined_(block_, unit_->combined),
        changes_(&changes),
        open_(scenario.open) {}

  std::uint32_t kind() const { return unit_->kind; }  ///< ORIENTA_UNIT_…
  std::uint32_t role() const { return unit_->role; }  ///< index into Set::roles(), or ORIENTA_NONE
  std::uint32_t open_as() const {
    return open_;
  }  ///< ORIENTA_OPEN_…: what the scenario makes of open answers

  /// The combined reading of an indicator as it is, before the scenario.
  const orienta_reading_t& recorded(std::uint32_t indicator) const { return combined_[indicator]; }

  /// The combined reading in the scenario. A value that the scenario put there has no standard error; its
  /// count and its statistic are still the recorded ones.
  orienta_reading_t combined(std::uint32_t indicator) const {
    orienta_reading_t reading = combined_[indicator];
    if (is_changed(indicator)) {
      put_value(reading, changes_->values[indicator]);
    } else if (open_ != ORIENTA_OPEN_LEFT_OUT && is_open(reading)) {
      put_value(reading, open_value());
    }
    return reading;
  }

  /// Does the scenario put a value of its own here?
  bool is_changed(std::uint32_t indicator) const { return !std::isnan(changes_->values[indicator]); }
  /// The rating that the scenario gives a criterion, whatever its indicators say.
  std::optional<double> given_rating(std::uint32_t criterion) const {
    const double rating = changes_->ratings[criterion];
    return std::isnan(rating) ? std::nullopt : std::optional<double>(rating);
  }
  /// A node's weight among its siblings in the scenario.
  double weight(std::uint32_t node) const { return changes_->weights[node]; }

  /// What the scenario makes of something open that is not an indicator: still open, 0 or 1.
  Rating open() const {
    return open_ == ORIENTA_OPEN_LEFT_OUT ? without_value(State::kOpen) : certain(open_value());
  }

  /// The readings of single sources of an indicator, in the order of ORIENTA_SOURCE_…; only sources that are
  /// there. Scenarios do not change them.
  Range<orienta_reading_t> sources(std::uint32_t indicator) const {
    return Range<orienta_reading_t>(block_, unit_->sources)
        .between([=](const orienta_reading_t& one) { return one.indicator < indicator; },
                 [=](const orienta_reading_t& one) { return one.indicator > indicator; });
  }

  /// The targets that hold for the unit.
  Range<orienta_target_t> targets() const { return {block_, unit_->targets}; }
  /// The target of a node or of an indicator, or null: no target, which is not target 0.
  const orienta_target_t* target_of_node(std::uint32_t node) const {
    for (const orienta_target_t& one : targets()) {
      if (one.node == node && one.indicator == ORIENTA_NONE) return &one;
    }
    return nullptr;
  }
  const orienta_target_t* target_of_indicator(std::uint32_t indicator) const {
    for (const orienta_target_t& one : targets()) {
      if (one.indicator == indicator) return &one;
    }
    return nullptr;
  }

 private:
  /// Unknown to whoever reads the result: not answered, or answered by too few to be shown.
  static bool is_open(const orienta_reading_t& reading) {
    return reading.state == ORIENTA_STATE_MISSING || reading.state == ORIENTA_STATE_DONT_KNOW ||
           reading.state == ORIENTA_STATE_WITHHELD;
  }
  static void put_value(orienta_reading_t& reading, double value) {
    reading.state = ORIENTA_STATE_VALUE;
    reading.value = value;
    reading.error = 0;
    reading.freedom = 0;
    reading.flags = 0;
  }
  double open_value() const { return open_ == ORIENTA_OPEN_BEST ? 1 : 0; }

  const void* block_;
  const orienta_unit_t* unit_;
  Range<orienta_reading_t> combined_;
  const Changes* changes_;
  std::uint32_t open_;
};

}  // namespace orienta::sdk
