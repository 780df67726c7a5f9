// SPDX-License-Identifier: MIT
// Units by dimensions on the sequential scale. A cell without a value says why: open is hatched, not
// applicable is a dash, withheld (too few answers) is a dot.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "charts/scene.hpp"
#include "charts/spec.hpp"
#include "charts/text.hpp"

namespace orienta::charts {

enum class CellState : std::uint8_t { kValue, kOpen, kNotApplicable, kWithheld };

struct HeatCell {
  CellState state = CellState::kOpen;
  double value = 0;  ///< with kValue; not finite counts as open
  std::string text;  ///< with kValue
  std::string tip;
};

struct HeatRow {
  std::string label;
  std::vector<HeatCell> cells;  ///< one per column; missing ones are open
};

struct HeatMapSpec {
  Words words;
  std::vector<std::string> columns;
  std::vector<HeatRow> rows;
  double least = 0;  ///< the light end of the scale
  double most = 100;
  std::string least_text;  ///< the key of the scale; without both texts it is left out
  std::string most_text;
  std::string open_text;  ///< the key of the cells without a value; those in the chart with a text are shown
  std::string not_applicable_text;
  std::string withheld_text;
};

/// A part of the rows, for a painter that shows a window into many of them.
struct RowRange {
  std::size_t first = 0;
  std::size_t count = static_cast<std::size_t>(-1);
};

inline constexpr float kHeatRowHeight = 28;

/// The height for all rows at kHeatRowHeight, with head, key and note.
float heat_map_height(const HeatMapSpec& spec, float width_of_scene, const TextWidth& width);
/// The height of the column names above the first row: a table that scrolls keeps it in place.
float heat_map_head_height(const HeatMapSpec& spec, float width_of_scene, const TextWidth& width);

/// Draws head, the rows of `range` as far as they fit at kHeatRowHeight, key and note. The columns stand
/// where they would with all rows, so that scrolling moves nothing sideways. Areas: one per cell; index = row
/// * columns + column.
Scene heat_map(const HeatMapSpec& spec, Size size, const TextWidth& width, RowRange range = {});

}  // namespace orienta::charts
