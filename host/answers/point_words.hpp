// SPDX-License-Identifier: MIT
// The words that name a point of a scale. Internal to answers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "answers/word_table.hpp"
#include "base/decimal.hpp"
#include "criteria/scale.hpp"

namespace orienta {

/// Immutable after its words are added.
class PointWords {
 public:
  static constexpr std::uint32_t kNone = WordTable::kNone;
  static constexpr std::uint32_t kNotApplicable = kNone - 1;  ///< "not_applicable", where states are words
  static constexpr std::uint32_t kDontKnow = kNone - 2;       ///< "dont_know"
  static constexpr std::uint32_t kMissing = kNone - 3;        ///< "missing"

  /// Points are known by id, and by number when each has a number of its own and no id is another point's
  /// number.
  PointWords(const Scale& scale, DecimalMark mark, bool with_states);

  /// Another word for one that is known; false when it is not.
  bool add(std::string_view word, std::string_view known);

  /// The index of the point, a state, or kNone.
  std::uint32_t find(std::string_view word) const {
    const std::uint32_t known = words_.find(word);
    return known != kNone || values_.empty() ? known : find_number(word);
  }

 private:
  std::uint32_t find_number(std::string_view word) const;

  WordTable words_;
  std::vector<double> values_;  ///< of the points; empty: numbers name no point
  DecimalMark mark_;
};

/// "low, medium, high": the ids of a scale's points, for messages.
std::string list_points(const Scale& scale);

}  // namespace orienta
