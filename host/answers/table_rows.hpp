// SPDX-License-Identifier: MIT
// Reading of a small CSV table with known columns: units, evidence, targets. Collects all problems with line
// and column.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "answers/csv.hpp"
#include "base/decimal.hpp"
#include "base/result.hpp"

namespace orienta {

class TableRows {
 public:
  /// Reads the whole file. `known` are the columns it may have, `needed` those it must have; a wrong header
  /// is a problem that is reported with the rest. kNotFound, kLimit, kIo, kInput (encoding, quotes).
  static Result<TableRows> open(const std::filesystem::path& file, std::span<const std::string_view> known,
                                std::span<const std::string_view> needed, std::string_view encoding);

  /// None where the header is wrong.
  std::span<const CsvRecord> rows() const;
  /// Whether the table has the column.
  bool has(std::string_view column) const { return table_.column(column) != CsvTable::npos; }
  /// The text of a column, empty where the table has no such column.
  std::string_view text(const CsvRecord& row, std::string_view column) const;
  /// Nothing where it is no decimal number.
  std::optional<Decimal> decimal(const CsvRecord& row, std::string_view column) const {
    return parse_decimal(text(row, column), table_.dialect.decimal_mark());
  }
  void error(const CsvRecord& row, std::string_view column, Message message);
  /// The line of the row that had this id before; nothing when it is new. Remembers it.
  std::optional<std::uint32_t> line_before(const CsvRecord& row, std::string_view id);

  bool has_errors() const { return problems_.has_errors(); }
  /// All problems, by place.
  Error take_error();

 private:
  TableRows(CsvTable table, std::string name) : table_(std::move(table)), name_(std::move(name)) {}
  void check_header(std::span<const std::string_view> known, std::span<const std::string_view> needed);

  CsvTable table_;
  std::string name_;
  bool is_header_good_ = true;
  std::map<std::string, std::uint32_t, std::less<>> lines_;  ///< of ids
  Problems problems_;
};

}  // namespace orienta
