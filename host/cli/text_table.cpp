// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/utf8.hpp"
#include "cli/session.hpp"

namespace orienta::cli {
namespace {

/// Columns a text takes on a terminal. Latin, Polish and Cyrillic letters take one each.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

struct Shown {
  std::string text;
  bool number = false;
};

Shown shown(const TableCell& cell, int digits, const Catalogue& words) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return {std::to_string(*whole), true};
  if (const auto* real = std::get_if<double>(&cell))
    return {display_number(*real, digits, words.lang()), true};
  if (const auto* text = std::get_if<std::string>(&cell)) return {printable(*text), false};
  if (const auto* local = std::get_if<LocalText>(&cell)) return {printable(local->in(words.lang())), false};
  if (const auto* coded = std::get_if<Coded>(&cell)) return {words.text(coded->words), false};
  return {"", false};
}

}  // namespace

std::string to_text(const Table& table, const Catalogue& words) {
  constexpr std::size_t kGap = 2;
  struct Printed {
    std::string title;
    std::vector<Shown> cells;
    std::size_t width = 0;
    bool numbers = false;
  };
  std::vector<Printed> columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (!table.columns[i].in_print) continue;
    Printed column;
    bool any = table.rows.empty();
    for (const auto& row : table.rows) {
      column.cells.push_back(shown(row[i], table.columns[i].digits, words));
      any = any || !column.cells.back().text.empty();
      column.numbers = column.numbers || column.cells.back().number;
      column.width = std::max(column.width, width_of(column.cells.back().text));
    }
    if (!any) continue;
    column.title = words.text(table.columns[i].title);
    column.width = std::max(column.width, width_of(column.title));
    columns.push_back(std::move(column));
  }

  std::string out;
  const auto put = [&](const Printed& column, const std::string& text, bool last) {
    const std::string pad(column.width - width_of(text), ' ');
    out += column.numbers ? pad + text : last ? text : text + pad;
    if (!last) out.append(kGap, ' ');
  };
  const auto put_line = [&](const auto& text_of) {
    const std::size_t begin = out.size();
    for (std::size_t i = 0; i < columns.size(); ++i)
      put(columns[i], text_of(columns[i]), i + 1 == columns.size());
    const auto end = out.find_last_not_of(' ');
    out.resize(end == std::string::npos || end < begin ? begin : end + 1);
    out += '\n';
  };
  put_line([](const Printed& column) { return column.title; });
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    put_line([&](const Printed& column) { return column.cells[row].text; });
  return out;
}

}  // namespace orienta::cli
