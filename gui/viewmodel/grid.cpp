// SPDX-License-Identifier: MIT
#include "viewmodel/grid.hpp"

#include <algorithm>

namespace orienta::gui {
namespace {

std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

struct CellText {
  const Column& column;
  const Catalogue& words;

  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return display_number(number, column.digits, words.lang()); }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const LocalText& text) const { return text.in(words.lang()); }
  std::string operator()(const Coded& coded) const { return words.text(coded.words); }
};

bool is_number(const TableCell& cell) {
  return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell);
}

}  // namespace

std::string copied(const Grid& grid) {
  std::string text;
  const auto line = [&](const auto& cells, const auto& text_of) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      text += (i == 0 ? "" : "\t") + one_line(text_of(cells[i]));
    text += "\n";
  };
  line(grid.columns, [](const GridColumn& column) { return column.title; });
  for (const GridRow& row : grid.rows)
    line(row.cells, [](const GridCell& cell) { return cell.text; });
  return text;
}

Grid grid_of(const Table& table, const Catalogue& words) {
  Grid grid;
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (!table.columns[i].in_print) continue;
    shown.push_back(i);
    const bool number = std::ranges::any_of(table.rows, [&](const auto& row) { return is_number(row[i]); });
    grid.columns.push_back({words.text(table.columns[i].title), number, number ? 1.0F : 2.0F, {}});
  }
  for (const auto& row : table.rows) {
    GridRow made{std::to_string(grid.rows.size()), {}, 0};
    for (const std::size_t i : shown)
      made.cells.push_back({std::visit(CellText{table.columns[i], words}, row[i])});
    grid.rows.push_back(std::move(made));
  }
  return grid;
}

}  // namespace orienta::gui
