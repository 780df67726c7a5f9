// SPDX-License-Identifier: MIT
// Workbooks (XLSX, ISO/IEC 29500) as cells of text. Nothing in a workbook is run, followed or believed: no
// formula is computed, no link opened, and a part with a document type (the door to entities) is refused.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace orienta {

struct SheetCell {
  enum class Kind : std::uint8_t {
    kText,     ///< as it was written, line breaks as '\n'
    kNumber,   ///< at most 15 digits, as spreadsheets show them: "0.3"; "85%" where the cell shows per cent
    kDate,     ///< "2026-11-22" or "2026-11-22 14:30:00"; a time alone "14:30:00"
    kBoolean,  ///< "TRUE" or "FALSE"
    kFault,    ///< "#N/A", "#REF!": what a formula failed with
  };
  std::uint32_t column = 0;  ///< from 0
  Kind kind = Kind::kText;
  bool is_formula = false;  ///< then the text is the value that was last computed; empty: none was kept
  std::string text;         ///< empty only of a formula
};

struct SheetRow {
  std::uint32_t row = 0;  ///< from 1
  bool is_hidden = false;
  std::vector<SheetCell> cells;  ///< ascending; empty ones are left out
};

/// Cells that are shown as one; only the first of them, on top and left, holds something. Ends included; rows
/// from 1, columns from 0.
struct MergedCells {
  std::uint32_t top = 0, bottom = 0;
  std::uint32_t left = 0, right = 0;
};

struct Sheet {
  std::string name;
  bool is_hidden = false;
  std::vector<SheetRow> rows;  ///< ascending; rows without cells are left out
  std::vector<MergedCells> merged;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_columns;  ///< from and to, from 0
};

struct Workbook {
  std::vector<Sheet> sheets;  ///< in their order; charts and the like are left out
};

/// By the first bytes, whatever the file is called: a zip archive.
bool is_archive(std::string_view beginning);
/// The same of the format before XLSX, which is also that of workbooks with a password.
bool is_old_workbook(std::string_view beginning);

/// kCorrupt when it is no sound workbook, kInput when it is another kind of archive, kLimit beyond
/// limits.hpp, whatever sizes it states. `name` is the file in problems.
Result<Workbook> read_workbook(std::string_view bytes, std::string_view name);

}  // namespace orienta
