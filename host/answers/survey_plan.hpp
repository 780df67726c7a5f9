// SPDX-License-Identifier: MIT
// Everything a survey's rows are looked up in, made once and then only read. Internal to answers.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "answers/import_columns.hpp"
#include "answers/point_words.hpp"
#include "answers/tally.hpp"
#include "answers/word_table.hpp"

namespace orienta {

struct SurveyPlan {
  enum class Role : std::uint8_t {
    kIgnored,
    kUnit,
    kIndicator,
    kRespondent,
    kValue,
    kCount,
    kSegment,
    kAnswer
  };
  struct Column {
    Role role = Role::kIgnored;
    std::uint32_t index = 0;  ///< of a segment column among segment columns; of an answer column its slot
  };
  /// A pair of indicators a slot is in.
  struct Pair {
    std::uint32_t other = 0;  ///< the other indicator's slot
    std::uint32_t slot = 0;   ///< the pair's own
    bool is_first = false;
  };
  /// What an indicator takes.
  struct Slot {
    std::uint32_t words = 0;  ///< index into `point_words`, of a scale of points
    const Measure* measure = nullptr;
    Factor factor;
    std::uint8_t digits = 0;
    Mask<UnitKind> kinds;          ///< empty: all
    std::optional<Source> source;  ///< nothing: the file must say whose answers these are
    bool source_fits = true;
    std::vector<Pair> pairs;
  };
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  const Organisation* organisation = nullptr;
  const CriteriaSet* set = nullptr;
  CsvDialect dialect;
  bool wide = false;
  std::shared_ptr<const TallyLayout> layout;

  std::vector<Column> columns;
  std::size_t unit = npos;  ///< columns of a row
  std::size_t indicator = npos;
  std::size_t respondent = npos;
  std::size_t value = npos;
  std::size_t count = npos;
  std::vector<std::size_t> segments;  ///< columns with a segment's value
  std::vector<std::size_t> answers;   ///< wide: columns with answers
  std::uint32_t constant_unit = WordTable::kNone;
  std::uint32_t constant_slot = WordTable::kNone;

  WordTable units;
  WordTable indicators;
  std::vector<std::string> segment_ids;  ///< by segment column
  std::vector<WordTable> segment_words;  ///< by segment column: word -> segment number of the layout
  std::vector<PointWords> point_words;
  std::vector<Slot> slots;            ///< by indicator
  std::vector<std::uint32_t> widths;  ///< numbers per cell, by slot of the layout (pairs too)
};

/// How a cell's numbers lie: N/A, don't know, then the counts per point; or of a measure how many figures,
/// then their sum and the sum of their squares as 128 bits, low half first. A pair has its counts only.
namespace survey_cell {
inline constexpr std::uint32_t kNotApplicable = 0;
inline constexpr std::uint32_t kDontKnow = 1;
inline constexpr std::uint32_t kPoints = 2;
inline constexpr std::uint32_t kFigures = 2;
inline constexpr std::uint32_t kSum = 3;
inline constexpr std::uint32_t kSquares = 5;
inline constexpr std::uint32_t kMeasureWidth = 7;
}  // namespace survey_cell

/// kInput when constants or translated words are not known.
Result<SurveyPlan> plan_survey(const Columns& columns, const ImportContext& context, std::string_view file);

}  // namespace orienta
