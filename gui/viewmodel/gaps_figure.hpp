// SPDX-License-Identifier: MIT
// The gaps of a unit in a set as pictures: actual against target, and importance against performance.
#pragma once

#include <vector>

#include "app/gaps.hpp"
#include "viewmodel/desk.hpp"
#include "viewmodel/figure.hpp"

namespace orienta::gui {

struct GapsFigure {
  Figure figure;
  std::vector<Why> rows;        ///< by area index: what a click asks
  std::vector<Why> table_rows;  ///< by row of the table behind the figure
};

/// Bars of the criteria and dimensions below their target, those that matter most first, at most `most`; the
/// table behind has also the missing levels and the figures in their own units, and all of them.
GapsFigure gaps_figure(const Study& study, const SetGaps& gaps, std::uint32_t unit, std::size_t most,
                       const Catalogue& words);

/// Every criterion that has a target by its share in the result and its index; the quadrants meet at the
/// means. Without points when no criterion has a target.
GapsFigure matrix_figure(const Study& study, const SetGaps& gaps, std::uint32_t unit, const Catalogue& words);

}  // namespace orienta::gui
