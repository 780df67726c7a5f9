// SPDX-License-Identifier: MIT
#include "sheets/cells.hpp"

namespace orienta {
namespace {

constexpr std::uint32_t kMostRows = 1'048'576;
constexpr std::uint32_t kMostColumns = 16'384;
constexpr std::size_t kMostMerged = 100'000;
constexpr std::size_t kMostColumnRanges = 20'000;

struct CellName {
  std::uint32_t row = 0;     // from 1
  std::uint32_t column = 0;  // from 0
};

/// "C7" is row 7, column 2.
std::optional<CellName> parse_cell(std::string_view name) {
  std::uint32_t column = 0;
  std::size_t letters = 0;
  while (letters < name.size() && name[letters] >= 'A' && name[letters] <= 'Z' && letters < 4)
    column = column * 26 + static_cast<std::uint32_t>(name[letters++] - 'A' + 1);
  const std::uint32_t row = whole_number(name.substr(letters), 0);
  if (column == 0 || column > kMostColumns || row == 0 || row > kMostRows) return std::nullopt;
  return CellName{row, column - 1};
}

std::string_view without_day_start(std::string_view text) {
  constexpr std::string_view kMidnight = "T00:00:00";
  const auto at = text.find(kMidnight);
  return at == std::string_view::npos ? text : text.substr(0, at);
}

}  // namespace

bool CellReader::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "row") return start_row(attributes);
  if (name == "c") return start_cell(attributes);
  if (name == "f") cell_.is_formula = true;
  if (name == "rPh") ++aloud_;
  if (name == "v" || (name == "t" && aloud_ == 0)) is_taken_ = true;
  if (name == "col") add_columns(attributes);
  if (name == "mergeCell") return add_merged(attributes.get("ref"));
  return true;
}

bool CellReader::end(std::string_view name) {
  if (name == "c") return end_cell();
  if (name == "v" || name == "t") is_taken_ = false;
  if (name == "rPh") --aloud_;
  if (name == "row" && is_row_open_) {
    is_row_open_ = false;
    if (sheet_.rows.back().cells.empty()) sheet_.rows.pop_back();
  }
  return true;
}

bool CellReader::text(std::string_view piece) {
  if (!is_taken_) return true;
  if (value_.size() + piece.size() > room_.bytes) return stop(Trouble::kTooMany);
  value_ += piece;
  return true;
}

bool CellReader::start_row(const XmlAttributes& attributes) {
  const std::uint32_t row = whole_number(attributes.get("r"), row_ + 1);
  if (row <= row_ || row > kMostRows || is_row_open_) return stop(Trouble::kDamaged);
  row_ = row;
  next_column_ = 0;
  is_row_open_ = true;
  sheet_.rows.push_back({row, attributes.is_set("hidden"), {}});
  return true;
}

bool CellReader::start_cell(const XmlAttributes& attributes) {
  if (!is_row_open_) return stop(Trouble::kDamaged);
  CellName place{row_, next_column_};
  if (const std::string_view name = attributes.get("r"); !name.empty()) {
    const auto said = parse_cell(name);
    if (!said) return stop(Trouble::kDamaged);
    place = *said;
  }
  if (place.row != row_ || place.column < next_column_ || place.column >= kMostColumns)
    return stop(Trouble::kDamaged);
  next_column_ = place.column + 1;
  cell_ = {};
  cell_.column = place.column;
  type_ = attributes.get("t");
  style_ = whole_number(attributes.get("s"), 0);
  value_.clear();
  return true;
}

bool CellReader::end_cell() {
  if (!is_row_open_) return stop(Trouble::kDamaged);
  if (!fill(cell_)) return false;
  if (cell_.text.empty() && !cell_.is_formula) return true;
  if (room_.cells == 0 || cell_.text.size() > room_.bytes) return stop(Trouble::kTooMany);
  --room_.cells;
  room_.bytes -= cell_.text.size();
  sheet_.rows.back().cells.push_back(std::move(cell_));
  cell_ = {};
  return true;
}

bool CellReader::fill(SheetCell& cell) {
  using Kind = SheetCell::Kind;
  if (type_ == "s") {
    const std::uint32_t index = whole_number(value_, static_cast<std::uint32_t>(-1));
    if (value_.empty()) return true;
    if (index >= strings_.size()) return stop(Trouble::kDamaged);
    cell.text = strings_[index];
  } else if (type_ == "inlineStr" || type_ == "str") {
    cell.text = unescaped(value_);
  } else if (type_ == "b") {
    cell.kind = Kind::kBoolean;
    cell.text = value_.empty() ? "" : value_ == "1" || value_ == "true" ? "TRUE" : "FALSE";
  } else if (type_ == "e") {
    cell.kind = Kind::kFault;
    cell.text = value_;
  } else if (type_ == "d") {
    cell.kind = Kind::kDate;
    cell.text = without_day_start(value_);
  } else if (!value_.empty()) {
    auto number = number_text(value_, styles_.look(style_), from_1904_);
    if (!number) return stop(Trouble::kDamaged);
    cell.kind = number->kind;
    cell.text = std::move(number->text);
  }
  return true;
}

void CellReader::add_columns(const XmlAttributes& attributes) {
  if (!attributes.is_set("hidden") || sheet_.hidden_columns.size() >= kMostColumnRanges) return;
  const std::uint32_t from = whole_number(attributes.get("min"), 0);
  const std::uint32_t to = whole_number(attributes.get("max"), 0);
  if (from >= 1 && from <= to) sheet_.hidden_columns.emplace_back(from - 1, to - 1);
}

bool CellReader::add_merged(std::string_view range) {
  const auto colon = range.find(':');
  if (colon == std::string_view::npos) return true;
  const auto first = parse_cell(range.substr(0, colon));
  const auto last = parse_cell(range.substr(colon + 1));
  if (!first || !last || last->row < first->row || last->column < first->column)
    return stop(Trouble::kDamaged);
  if (sheet_.merged.size() >= kMostMerged) return stop(Trouble::kTooMany);
  sheet_.merged.push_back({first->row, last->row, first->column, last->column});
  return true;
}

}  // namespace orienta
