// SPDX-License-Identifier: MIT
// Role profiles: what the role requires against what is observed, by source, and how many people reach it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/figures.hpp"
#include "viewmodel/desk.hpp"
#include "viewmodel/figure.hpp"
#include "viewmodel/grid.hpp"

namespace orienta::gui {

struct PeoplePart {
  std::optional<Figure> profile;  ///< of a unit with a role: required and observed, by competency
  Grid sources;                   ///< of the same: a column per source; no rows: nothing is known
  Grid roll_up;                   ///< of a unit with people below: the share at requirement, by competency
  std::string note;               ///< how many are too few to be shown
};

/// For the chosen unit and set; all empty where the set has no roles. `figures` begins with the chosen unit;
/// null: not read yet.
PeoplePart people_part(Desk& desk, const std::vector<UnitFigures>* figures);

}  // namespace orienta::gui
