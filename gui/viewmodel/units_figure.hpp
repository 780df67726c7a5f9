// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "viewmodel/desk.hpp"
#include "viewmodel/figure.hpp"

namespace orienta::gui {

struct UnitsFigure {
  Figure figure;
  std::vector<Why> cells;  ///< by area index
};

/// A heat map of a set: the units it scores at and below `unit`, by its dimensions. Of a unit that has none
/// below, its siblings.
UnitsFigure units_figure(const Study& study, std::size_t set, std::uint32_t unit, const Catalogue& words);

}  // namespace orienta::gui
