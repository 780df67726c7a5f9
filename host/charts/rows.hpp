// SPDX-License-Identifier: MIT
// The layout that charts of rows share: names at the left, a lane for bars, values at the right, an axis
// below. For the sources of this module only.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "charts/canvas.hpp"

namespace orienta::charts {

inline constexpr float kLeastRow = 24;
inline constexpr float kComfortableRow = 32;
inline constexpr float kMostRow = 40;
inline constexpr float kTickLine = 20;

/// Rows of equal height from the top of an area.
struct RowLayout {
  Rect area;
  std::size_t count = 0;  ///< of the rows that are drawn
  float height = 0;       ///< of each

  struct Heights {
    float least = kLeastRow;
    float most = kMostRow;
  };
  /// Shares the area; the last rows are left out when they would be lower than the least height.
  static RowLayout of(Rect area, std::size_t rows, Heights heights);
  Rect row(std::size_t index) const;
  /// What all drawn rows cover.
  Rect covered() const { return {area.x, area.y, area.width, height * static_cast<float>(count)}; }
};

/// Columns of an area; one that has no room is 0 wide.
struct RowColumns {
  Rect label;
  Rect lane;
  Rect value;

  /// Names get at most 40 % of the width, values at most 30 %. Below 200 pixels the values go, below 120 the
  /// names.
  static RowColumns of(Rect area, float widest_label, float widest_value);
};

/// The width of the widest text.
template <class Rows, class TextOf>
float widest(const Canvas& canvas, const Rows& rows, TextOf text_of) {
  float result = 0;
  for (const auto& row : rows)
    result = std::max(result, canvas.width_of(text_of(row)));
  return result;
}

/// In two lines where it needs them and the row has them.
void draw_row_label(Canvas& canvas, const RowColumns& columns, Rect row, const std::string& label);

/// Vertical lines for the ticks, a stronger one for zero, and their texts below `rows`.
void draw_axis(Canvas& canvas, const Scale& scale, const std::vector<Tick>& ticks, Rect rows,
               bool with_texts);

/// The height for comfortable rows with what stands around them.
float rows_height(const Words& words, std::size_t rows, bool has_ticks, bool has_key);

}  // namespace orienta::charts
