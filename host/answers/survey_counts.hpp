// SPDX-License-Identifier: MIT
// The counts one thread gathers while it reads a survey: plain numbers in arrays, made when a unit first
// answers an indicator. Internal to answers.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "answers/survey_plan.hpp"

namespace orienta {

class SurveyCounts {
 public:
  explicit SurveyCounts(const SurveyPlan& plan)
      : plan_(&plan),
        segments_(plan.segments.empty() ? 1 : static_cast<std::uint32_t>(plan.layout->segments.size()) + 1),
        rows_(plan.organisation->units().size()) {}

  /// The numbers of a unit's slot: a cell for the whole and, where the file has segment columns, one per
  /// segment value, each `plan.widths[slot]` long. Valid as long as this lives.
  std::uint64_t* cells(std::uint32_t unit, std::uint32_t slot) {
    auto& row = rows_[unit];
    if (!row) row = std::make_unique<std::uint64_t*[]>(plan_->widths.size());
    std::uint64_t*& cells = row[slot];
    if (cells == nullptr) cells = allocate(static_cast<std::size_t>(plan_->widths[slot]) * segments_);
    return cells;
  }
  /// The same, or null when nothing was counted.
  const std::uint64_t* find(std::uint32_t unit, std::uint32_t slot) const {
    return rows_[unit] ? rows_[unit][slot] : nullptr;
  }
  bool has(std::uint32_t unit) const { return rows_[unit] != nullptr; }

  /// Cells per slot: 1 or 1 + segment values.
  std::uint32_t segments() const { return segments_; }

  /// Adds what another thread counted with the same plan.
  void add(const SurveyCounts& other);

  std::uint64_t responses = 0;  ///< answers with a value, N/A or don't know
  std::uint64_t rows = 0;
  std::uint64_t rejected = 0;

 private:
  std::uint64_t* allocate(std::size_t size);

  const SurveyPlan* plan_;
  std::uint32_t segments_;
  std::vector<std::unique_ptr<std::uint64_t*[]>> rows_;
  std::vector<std::unique_ptr<std::uint64_t[]>> chunks_;
  std::size_t room_ = 0;  ///< left at the end of the last chunk
  std::size_t chunk_size_ = 0;
};

/// Adds to a 128-bit number that lies as two words, low half first.
void add_wide(std::uint64_t* words, WideInt value);
WideInt read_wide(const std::uint64_t* words);

/// The counts as tally sheets, by unit index. kLimit never occurs: the reader's limits keep sums far below
/// 128 bits.
std::vector<std::pair<std::uint32_t, TallySheet>> sheets_of(const SurveyPlan& plan,
                                                            const SurveyCounts& counts);

}  // namespace orienta
