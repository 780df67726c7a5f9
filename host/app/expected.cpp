// SPDX-License-Identifier: MIT
#include "app/expected.hpp"

#include <fmt/core.h>
#include <algorithm>
#include <map>
#include <optional>

#include "answers/table_rows.hpp"
#include "scoring/result.hpp"

namespace orienta {
namespace {

constexpr const char* kNothing = "-";

std::string to_four_digits(double number) {
  const std::string text = fmt::format("{:.4f}", number);
  return text == "-0.0000" ? "0.0000" : text;
}

/// What a cell says, as the file would have to say it.
std::string text_of(const TableCell& cell) {
  struct Says {
    std::string operator()(std::monostate) const { return kNothing; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return to_four_digits(number); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const LocalText& text) const { return text.in(Lang::kEn); }
    std::string operator()(const Coded& word) const { return word.code; }
  };
  return std::visit(Says{}, cell);
}

/// The expected text in the same form: 43 and 43.0 are the same figure as 43.0000.
std::string comparable(std::string_view text, const std::optional<Decimal>& number, const TableCell& cell) {
  if (!std::holds_alternative<double>(cell) || !number) return std::string(text);
  return to_four_digits(number->to_double());
}

class Comparison {
 public:
  Comparison(const Table& table, TableRows& file, std::span<const std::string_view> keys)
      : table_(table), file_(file), keys_(keys) {}

  /// The keys that the file has, as columns of the table; then the table's rows by their texts.
  void prepare(const std::vector<std::string_view>& given) {
    for (std::size_t column = 0; column < table_.columns.size(); ++column) {
      const std::string& key = table_.columns[column].key;
      if (key == "state") state_ = column;
      if (std::ranges::find(given, key) == given.end()) continue;
      const bool is_key = std::ranges::find(keys_, key) != keys_.end();
      (is_key ? named_ : compared_).push_back(column);
    }
    for (const auto& row : table_.rows) {
      std::string place;
      for (const std::size_t column : named_)
        place += text_of(row[column]) + '\n';
      const auto [at, is_new] = rows_.emplace(std::move(place), &row);
      // A unit above those that are scored has results from below only; its own row says just that.
      if (!is_new && is_not_scored(*at->second)) at->second = &row;
    }
  }

  void compare(const CsvRecord& record, Compared& out) const {
    UnexpectedFigure difference = place_of(record);
    std::string place;
    for (const std::size_t column : named_) {
      const std::string_view text = file_.text(record, table_.columns[column].key);
      place += (text.empty() ? "" : std::string(text)) + '\n';
    }
    const auto row = rows_.find(place);
    for (const std::size_t column : compared_) {
      const std::string& key = table_.columns[column].key;
      const std::string_view expected = file_.text(record, key);
      if (expected.empty()) continue;
      ++out.figures;
      difference.column = key;
      difference.expected = expected;
      if (row == rows_.end()) {
        difference.column.clear();
        difference.found = kNothing;
        out.differences.push_back(difference);
        return;
      }
      const TableCell& cell = (*row->second)[column];
      difference.found = text_of(cell);
      if (comparable(expected, file_.decimal(record, key), cell) != difference.found)
        out.differences.push_back(difference);
    }
  }

 private:
  bool is_not_scored(const std::vector<TableCell>& row) const {
    return state_ && text_of(row[*state_]) == name_of(ResultState::kNotScored);
  }

  UnexpectedFigure place_of(const CsvRecord& record) const {
    UnexpectedFigure out;
    out.line = record.line;
    for (const std::string_view key : keys_) {
      const std::string_view text = file_.text(record, key);
      if (key == keys_.front())
        out.unit = text;
      else if (!text.empty())
        out.node += (out.node.empty() ? "" : " ") + std::string(text);
    }
    return out;
  }

  const Table& table_;
  TableRows& file_;
  std::span<const std::string_view> keys_;
  std::vector<std::size_t> named_;
  std::vector<std::size_t> compared_;
  std::optional<std::size_t> state_;
  std::map<std::string, const std::vector<TableCell>*> rows_;
};

}  // namespace

Result<Compared> compare_with_file(const Table& table, const std::filesystem::path& expected,
                                   std::span<const std::string_view> keys) {
  std::vector<std::string_view> known;
  for (const Column& column : table.columns)
    known.push_back(column.key);
  const std::string_view needed[] = {keys[0], keys[1]};
  auto file = TableRows::open(expected, known, needed, "");
  if (!file) return failure(std::move(file.error()));
  if (file->has_errors()) return failure(file->take_error());
  Compared out;
  Comparison comparison(table, *file, keys);
  std::vector<std::string_view> given;
  for (const std::string_view column : known)
    if (file->has(column)) given.push_back(column);
  comparison.prepare(given);
  for (const CsvRecord& record : file->rows())
    comparison.compare(record, out);
  return out;
}

}  // namespace orienta
