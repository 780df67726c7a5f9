// SPDX-License-Identifier: MIT
#pragma once

#include "app/compare.hpp"
#include "viewmodel/desk.hpp"
#include "viewmodel/figure.hpp"

namespace orienta::gui {

/// The names of the two sides.
struct Sides {
  std::string first;
  std::string second;
};

/// The dimensions of the second over those of the first: a radar, or bars where a radar cannot be read.
Figure compare_figure(const SetChange& change, const Sides& sides, const Catalogue& words);

/// Change per node, in the order of `set`'s tree where it is the set that was compared. Columns in which
/// nothing is said are left out.
Grid compare_grid(const SetChange& change, const CriteriaSet* set, const Sides& sides,
                  const Catalogue& words);

}  // namespace orienta::gui
