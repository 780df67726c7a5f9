// SPDX-License-Identifier: MIT
// What each column of a file means to us: from its header, the mapping and the set. Internal to answers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "answers/csv.hpp"
#include "answers/import.hpp"

namespace orienta {

struct Columns {
  enum class Role : std::uint8_t { kIgnored, kOurs, kIndicator, kSegment };
  struct Column {
    Role role = Role::kIgnored;
    std::string name;         ///< our name, an indicator's or a segment's id
    std::uint32_t index = 0;  ///< of the indicator or segment in the set
  };
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  Shape shape = Shape::kAnswers;
  bool wide = false;                 ///< columns are indicators
  const CriteriaSet* set = nullptr;  ///< null: each row says its own
  CsvDialect dialect;
  std::vector<Column> columns;  ///< in file order
  Mapping mapping;              ///< the context's, or an empty one

  /// Where our column stands, or npos.
  std::size_t find(std::string_view ours) const;
  /// True when there is such a column or a constant.
  bool has(std::string_view ours) const;
  /// A row's text for our column: the field or the constant, translated by the mapping; empty when there is
  /// neither.
  std::string_view text(const std::vector<std::string>& fields, std::string_view ours) const;
  /// `word` as the mapping's `values` translate it under `key`; else as it is.
  std::string_view translate(std::string_view key, std::string_view word) const;
};

/// kUsage when the set or shape must be named, kInput for columns that are unknown (with the nearest known
/// name), missing, mapped but not in the file, or not for this shape; all at once.
Result<Columns> bind_columns(const CsvHeader& header, const ImportContext& context, std::string_view file);

}  // namespace orienta
