// SPDX-License-Identifier: MIT
// Collect: who is asked what, who has answered, what is open; what was imported, and what was done last.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "viewmodel/desk.hpp"
#include "viewmodel/grid.hpp"

namespace orienta::gui {

struct CollectPage {
  std::string unit;
  std::string says;  ///< instead of the tables: being counted, or why not
  Grid units;        ///< at and below the chosen unit, those that are asked anything
  std::vector<std::uint32_t> row_units;
  Grid persons;
  Grid waves;
  Grid measures;
  Grid history;  ///< newest first
  bool can_undo = false;
  std::string undo;  ///< "Undo: 120 answers imported from …"
};

/// For the chosen unit and set. Only with a study that has sets.
CollectPage collect_page(Desk& desk);

/// Goes to the questions of a unit.
void assess_unit(Desk& desk, std::uint32_t unit);

}  // namespace orienta::gui
