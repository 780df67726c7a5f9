// SPDX-License-Identifier: MIT
// What is wrong with a survey's rows, kept small while it is read and put into words at the end. Internal to
// answers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "answers/csv_split.hpp"
#include "answers/survey_plan.hpp"
#include "base/error.hpp"

namespace orienta {

struct RowProblem {
  enum class Kind : std::uint8_t {
    kRagged,  ///< number: fields
    kUnknownUnit,
    kOutOfScope,
    kUnknownIndicator,
    kNotForKind,      ///< slot; text: the unit
    kSourceUnclear,   ///< slot
    kSourceNotAsked,  ///< slot
    kUnknownPoint,    ///< slot
    kNotANumber,      ///< slot
    kTooPrecise,      ///< slot
    kOutside,         ///< slot
    kUnknownSegment,  ///< number: the segment column
    kBadCount,
    kAnsweredTwice,    ///< slot; number: the line of the first answer
    kRespondentTwice,  ///< number: the line of the first row
    kQuote,            ///< step; stops reading
    kNotUtf8,          ///< message; stops reading
    kBinary,           ///< stops reading
  };
  Kind kind = Kind::kRagged;
  CsvSplitter::Step step = CsvSplitter::Step::kRecord;
  std::uint32_t slot = 0;
  std::uint32_t column = 0;  ///< from 1; 0: the whole row
  std::uint64_t line = 0;    ///< from 1, within the block
  std::uint64_t number = 0;
  std::string text;
};

/// Words with absolute lines: those of the block are counted on from `lines_before`.
void add_problem(const RowProblem& problem, const SurveyPlan& plan, std::uint64_t lines_before,
                 std::string_view file, Problems& problems);

}  // namespace orienta
