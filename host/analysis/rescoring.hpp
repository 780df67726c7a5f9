// SPDX-License-Identifier: MIT
// Units whose readings are kept, so that they can be scored again under any changes: effects, what is in the
// way of a level, what if.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "analysis/assess.hpp"
#include "analysis/batch.hpp"

namespace orienta {

/// The scores of kept units in scenarios.
class Rescored {
 public:
  Rescored(BatchScores scores, std::size_t scenarios) : scores_(std::move(scores)), scenarios_(scenarios) {}
  /// `unit` by place among the kept ones; `node` 0 unless all nodes were asked for.
  const orienta_score_t& at(std::size_t unit, std::size_t scenario, std::uint32_t node = 0) const {
    return scores_.scores[scores_.units[unit * scenarios_ + scenario].first + node];
  }

 private:
  BatchScores scores_;
  std::size_t scenarios_;
};

/// A value. Scoring goes through the runner: one thread at a time.
class Rescoring {
 public:
  /// `input` must outlive it.
  explicit Rescoring(const AssessInput& input) : input_(&input) {}

  /// Keeps a unit of the organisation with what is known of it. In the order they are kept they are numbered.
  void keep(std::uint32_t unit, const Readings& readings);

  /// Drops the units that are not to be kept, by place; those behind move up.
  void keep_only(const std::vector<bool>& kept);

  const AssessInput& input() const { return *input_; }
  std::size_t size() const { return kept_.size(); }
  std::uint32_t unit(std::size_t place) const { return kept_[place].unit; }
  const Readings& readings(std::size_t place) const { return kept_[place].readings; }
  /// To change what was read before it is scored again.
  Readings& readings(std::size_t place) { return kept_[place].readings; }
  std::span<const orienta_target_t> targets(std::size_t place) const { return kept_[place].targets; }

  /// Scores every kept unit in every scenario, in one batch. Units in overrides are places. `want` is
  /// ORIENTA_WANT_SUMMARY or ORIENTA_WANT_NODES. Errors as Runner::score.
  Result<Rescored> score(Runner& runner, PreparedSet prepared, std::span<const Scenario> scenarios,
                         std::uint32_t want, std::stop_token stop = {}) const;

 private:
  struct Kept {
    std::uint32_t unit = 0;
    Readings readings;
    std::vector<orienta_target_t> targets;
  };
  const AssessInput* input_;
  std::vector<Kept> kept_;
};

}  // namespace orienta
