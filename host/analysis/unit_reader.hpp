// SPDX-License-Identifier: MIT
// Reads units one after another: first a look at all sheets, where pooling, inheritance or withholding need
// it, then one unit at a time.
#pragma once

#include <functional>
#include <unordered_map>
#include <vector>

#include "analysis/assess.hpp"
#include "scoring/pooling.hpp"

namespace orienta {

class UnitReader {
 public:
  /// `input` must outlive it.
  static Result<UnitReader> prepare(const AssessInput& input);

  struct Read {
    std::uint32_t unit = 0;
    const TallySheet& sheet;  ///< complete: with what came from below
    std::span<const CellKey> withheld;
    const Readings& readings;
  };
  /// Calls `take` once for every wanted unit, also those nobody answered for. References are valid during the
  /// call.
  Status each(const std::function<Status(const Read&)>& take);
  /// Reads one unit again, whose own sheet is `own` now (without what comes from below). Right where what has
  /// changed in it concerns no other unit (concerns_others).
  Status read_again(std::uint32_t unit, TallySheet own, const std::function<Status(const Read&)>& take);

 private:
  explicit UnitReader(const AssessInput& input);

  Status look_at_all();
  Status complete_parents();
  void hand_down();
  Status read(std::uint32_t unit, const TallySheet& sheet, const std::function<Status(const Read&)>& take);
  bool wanted(std::uint32_t unit) const { return input_->wanted.empty() || input_->wanted[unit]; }
  bool is_parent(std::uint32_t unit) const { return !input_->organisation->children(unit).empty(); }

  const AssessInput* input_;
  bool needs_all_ = false;  ///< pooling, inheritance or withholding can happen
  UpwardPool pool_;
  Withholding withholding_;
  std::unordered_map<std::uint32_t, TallySheet>
      own_parents_;  ///< sheets of units that have children, before pooling
  std::unordered_map<std::uint32_t, TallySheet> parents_;      ///< … and complete
  std::unordered_map<std::uint32_t, TallySheet> handed_down_;  ///< what the children of a unit may inherit
  std::vector<std::vector<CellKey>> withheld_;
  Readings readings_;
};

/// Whether an answer of this source to the indicator changes what is read of other units than its own: the
/// source is pooled upwards or counted for withholding, or scored units below inherit the answer.
bool concerns_others(const AssessInput& input, std::uint32_t unit, std::uint32_t indicator, Source source);

}  // namespace orienta
