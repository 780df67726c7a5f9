// SPDX-License-Identifier: MIT
// A table as a page shows it: ready texts, what they mean, and what a click on a row leads to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/catalogue.hpp"
#include "charts/scene.hpp"
#include "reports/table.hpp"

namespace orienta::gui {

struct GridColumn {
  std::string title;
  bool is_number = false;  ///< aligned to the right
  float share = 1;         ///< of the width, against the other columns
  std::string tip = {};    ///< what the term means; may be empty
};

struct GridCell {
  std::string text;
  charts::Ink ink = charts::Ink::kText;
};

struct GridRow {
  std::string name;  ///< of the widget, unique in the table: "unit.lublin"
  std::vector<GridCell> cells;
  int depth = 0;  ///< indents the first cell
};

struct Grid {
  std::vector<GridColumn> columns;
  std::vector<GridRow> rows;
  std::string empty;  ///< said instead of no rows: what to do next
};

/// What pastes into a spreadsheet: cells separated by tabs, lines ended by "\n"; tabs and line ends within a
/// cell become spaces.
std::string copied(const Grid& grid);

/// Any table of results as a grid: the columns that are for print, numbers at their digits.
Grid grid_of(const Table& table, const Catalogue& words);

}  // namespace orienta::gui
