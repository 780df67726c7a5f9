// SPDX-License-Identifier: MIT
// A mapping file says how the columns and words of a foreign CSV file are ours, so that the file itself need
// not be touched:
//
//   shape: survey                                  # answers, survey or measures; else guessed from the
//   columns set: client-satisfaction columns: {unit: Type, value: Sat}              # ours: theirs constants:
//   {indicator: overall-satisfaction}   # ours: the same for every row count: Freq # theirs: how many
//   respondents a row stands for segments: {Infl: influence}                    # theirs: segment; or a list
//   of columns named like segments indicators: [rating, learning]                 # wide files: theirs:
//   indicator, or a list ignore: [Remarks]                              # theirs values: {unit: {Tower:
//   tower}, value: {Low: low}}   # column, segment or indicator: their word: ours scale_by: {reply-time:
//   1/60}                   # indicator: a decimal or a fraction that figures are multiplied with
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "base/result.hpp"

namespace orienta {

enum class Shape : std::uint8_t { kAnswers, kSurvey, kMeasures };
/// "answers", "survey", "measures".
std::string_view name_of(Shape shape);
std::optional<Shape> shape_of(std::string_view name);

/// A factor for another unit of measure: `over` / `under`, both whole, positive and below 10^9.
struct Factor {
  std::int64_t over = 1;
  std::int64_t under = 1;
  bool operator==(const Factor&) const = default;
};

/// figure * factor, rounded half away from zero to `digits`; nothing when it grows too large.
std::optional<Decimal> multiply(const Decimal& figure, const Factor& factor, std::uint8_t digits);

struct Mapping {
  using Words = std::map<std::string, std::string, std::less<>>;

  std::optional<Shape> shape;
  std::string set;
  Words columns;                    ///< our column -> theirs
  Words constants;                  ///< our column -> the value of every row
  std::vector<std::string> ignore;  ///< their columns that are left alone
  std::string count;  ///< their column that says how many respondents a row stands for; or empty
  Words indicators;   ///< wide files: their column -> indicator
  Words segments;     ///< their column -> segment
  std::map<std::string, Words, std::less<>>
      values;  ///< our column, segment or indicator -> their word -> ours
  std::map<std::string, Factor, std::less<>> scale_by;  ///< indicator -> factor
};

/// Reads a mapping file; all problems at once with their places. That its columns, indicators and words exist
/// is checked when it meets a file.
Result<Mapping> read_mapping(std::string_view yaml, std::string_view name);

}  // namespace orienta
