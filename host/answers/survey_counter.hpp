// SPDX-License-Identifier: MIT
// Reads the rows of survey blocks into counts. One per thread. Internal to answers.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "answers/survey_counts.hpp"
#include "answers/survey_plan.hpp"
#include "answers/survey_problems.hpp"

namespace orienta {

/// What there is to say about a block besides its counts.
struct BlockReport {
  std::uint64_t lines = 0;
  std::vector<RowProblem> problems;  ///< the first Problems::kKept, in order
  std::uint64_t problem_count = 0;
  bool stopped = false;  ///< the last problem made reading on impossible
};

class SurveyCounter {
 public:
  explicit SurveyCounter(const SurveyPlan& plan);

  /// Counts the rows without problems. The text is changed where fields have doubled quotes.
  BlockReport count(std::span<char> text);

  const SurveyCounts& counts() const { return counts_; }
  SurveyCounts& counts() { return counts_; }

 private:
  /// An answer of the row at hand, before it is known whether the row is good.
  struct Given {
    std::uint32_t slot = 0;
    std::uint32_t point = 0;  ///< or PointWords::kNotApplicable, kDontKnow
    std::int64_t figure = 0;  ///< of a measure
    std::uint32_t column = 0;
  };
  /// What the respondent at hand answered to an indicator before.
  struct Before {
    std::uint64_t group = 0;  ///< the respondent's number
    std::uint64_t line = 0;
    std::uint64_t count = 0;
    std::uint32_t point = 0;
  };

  using Fields = std::span<const std::string_view>;

  bool check_text(std::string_view text);
  void read_row(Fields fields);
  bool read_unit(Fields fields);
  void begin_group(Fields fields);
  void read_long_answer(Fields fields);
  void read_wide_answers(Fields fields);
  void read_answer(std::uint32_t slot, std::string_view text, std::size_t column);
  bool check_slot(std::uint32_t slot, std::size_t column);
  void read_figure(std::uint32_t slot, std::string_view text, std::size_t column);
  void read_segments(Fields fields);
  void read_count(Fields fields);
  bool check_twice();
  void commit();
  void add_to_cells(const Given& given);
  void add_pairs(const Given& given);

  void problem(RowProblem::Kind kind, std::size_t column, std::string_view text = {},
               std::uint64_t number = 0, std::uint32_t slot = 0);

  const SurveyPlan& plan_;
  SurveyCounts counts_;
  BlockReport report_;
  std::vector<std::string_view> fields_;

  // The row at hand.
  std::uint64_t line_ = 0;
  std::uint32_t unit_ = 0;
  std::uint64_t row_count_ = 1;
  std::vector<std::uint32_t> row_segments_;  ///< by segment column: a number of the layout, or 0
  std::vector<Given> given_;

  // The respondent at hand: neighbouring rows with the same unit and respondent.
  std::uint64_t group_ = 0;
  std::uint64_t group_line_ = 0;
  bool new_group_ = true;  ///< the row at hand begins it
  std::string_view last_unit_;
  std::string_view last_respondent_;
  std::uint32_t last_unit_number_ = WordTable::kNone;
  std::vector<Before> before_;                  ///< by slot
  std::vector<std::uint32_t> before_segments_;  ///< by slot and segment column, where a slot is in pairs
};

}  // namespace orienta
