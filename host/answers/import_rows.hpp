// SPDX-License-Identifier: MIT
// What reading answers and measures row by row has in common. Internal to answers.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "answers/import_columns.hpp"
#include "answers/word_table.hpp"

namespace orienta {

/// One file being read. Functions that look something up report what is wrong and give nothing then.
class RowImport {
 public:
  RowImport(const Columns& columns, const ImportContext& context, std::string_view file);

  /// Makes `row` the one at hand.
  void begin(const CsvRecord& row);
  /// True when the row at hand has no error so far.
  bool is_good() const { return problems_.errors() == errors_before_; }
  /// The same at its end; otherwise counts it as rejected.
  bool accept();

  /// The text of our column in this row, translated; empty when there is none.
  std::string_view text(std::string_view ours) const { return columns_.text(row_->fields, ours); }

  std::optional<std::uint32_t> unit();
  const CriteriaSet* set();
  std::optional<std::uint32_t> indicator(const CriteriaSet& set);
  /// Is the criterion meant for units of this kind?
  void check_kind(std::uint32_t unit, const CriteriaSet& set, const Indicator& indicator);
  /// A figure with as many digits as the scale keeps, by the mapping's factor; `column` from 0.
  std::optional<Decimal> figure(std::string_view text, const Indicator& indicator, const Scale& scale,
                                std::size_t column);
  void check_limits(const Scale& scale, const Decimal& figure, std::size_t column);

  /// At our column of the row at hand, or at the row.
  void error(std::string_view ours, Message message) {
    problem(columns_.find(ours), std::move(message), Severity::kError);
  }
  void warning(std::string_view ours, Message message) {
    problem(columns_.find(ours), std::move(message), Severity::kWarning);
  }
  void problem(std::size_t column, Message message, Severity severity);

  const Columns& columns() const { return columns_; }
  const ImportContext& context() const { return context_; }
  const CsvRecord& row() const { return *row_; }
  std::uint64_t rejected() const { return rejected_; }
  const Reasons& reasons() const { return reasons_; }

  /// The remarks, or the error when there are errors and no leave to skip.
  Result<Problems> finish() &&;

 private:
  const Columns& columns_;
  const ImportContext& context_;
  std::string file_;
  WordTable units_;
  Problems problems_;
  Reasons reasons_;
  const CsvRecord* row_ = nullptr;
  std::size_t errors_before_ = 0;
  std::uint64_t rejected_ = 0;
};

/// Lines of keys that were seen, to name both places of what is there twice.
template <class Key>
class SeenLines {
 public:
  /// The line where the key was seen before; else nothing, and it is remembered.
  std::optional<std::uint32_t> seen(Key key, std::uint32_t line) {
    const auto [found, is_new] = lines_.emplace(std::move(key), line);
    return is_new ? std::nullopt : std::optional(found->second);
  }

 private:
  std::map<Key, std::uint32_t> lines_;
};

Result<Imported> import_answers(const CsvTable& table, const Columns& columns, const ImportContext& context,
                                std::string_view file);
Result<Imported> import_measures(const CsvTable& table, const Columns& columns, const ImportContext& context,
                                 std::string_view file);

}  // namespace orienta
