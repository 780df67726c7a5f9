// SPDX-License-Identifier: MIT
// CSV as people and spreadsheets write it (RFC 4180 with ',', ';' or tab). Whole small files are read here;
// surveys are streamed (import.hpp) by the same rules.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "answers/encoding.hpp"
#include "base/decimal.hpp"
#include "base/result.hpp"

namespace orienta {

/// How a file is written; found by itself from its beginning.
struct CsvDialect {
  char separator = ',';
  Encoding encoding = Encoding::kUtf8;

  /// A comma may stand for the decimal point where it does not separate fields.
  DecimalMark decimal_mark() const {
    return separator == ',' ? DecimalMark::kPoint : DecimalMark::kPointOrComma;
  }
};

struct CsvRecord {
  std::uint32_t line = 0;  ///< where it begins, from 1
  std::vector<std::string> fields;
};

/// The names in the first line and how the file is written.
struct CsvHeader {
  CsvDialect dialect;
  std::vector<std::string> names;  ///< without spaces at the ends; none empty, none twice
  std::size_t bytes = 0;  ///< up to the first record, in the file's own bytes, byte order mark included
  std::uint32_t lines = 0;
};

struct CsvTable {
  CsvDialect dialect;
  std::vector<std::string> header;
  std::vector<CsvRecord> rows;  ///< each has as many fields as the header; empty lines are left out

  /// The index of a column, or npos.
  std::size_t column(std::string_view name) const;
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

/// Reads the first line of a file from its first bytes (all of them, or so many that the first line is
/// whole). `name` is the file in problems, whose column counts fields from 1, as spreadsheets do. kInput as
/// detect_text says, and for columns that are named twice or not at all, and a quote that is not closed.
Result<CsvHeader> read_csv_header(std::string_view bytes, std::string_view name,
                                  std::string_view encoding = {});

/// A whole small file (answers, measures, units) as records in UTF-8. Refused, all problems at once: what
/// read_csv_header refuses, no records at all, records with too few or too many fields, fields over the
/// limit, a quote that is not closed or stands where none may be (that one stops reading).
Result<CsvTable> read_csv(std::string_view bytes, std::string_view name, std::string_view encoding = {});

/// One record, with '\n' at its end; a field is quoted where it must be. read_csv gives the fields back.
std::string csv_line(std::span<const std::string> fields, char separator = ',');

}  // namespace orienta
