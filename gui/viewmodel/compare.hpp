// SPDX-License-Identifier: MIT
// Compare: two assessments, or two units of one, side by side.
#pragma once

#include <string>
#include <vector>

#include "viewmodel/figure.hpp"
#include "viewmodel/set_tabs.hpp"

namespace orienta::gui {

/// What the user compares; ids, empty: what suggests itself.
struct CompareChoice {
  bool units = false;  ///< two units of the assessment that is looked at; else two assessments
  std::string first_assessment;
  std::string second_assessment;
  std::string first_unit;
  std::string second_unit;
  std::uint64_t changes = 0;  ///< grows with every choice
};

struct ComparePage {
  std::vector<SetTab> tabs;
  bool units = false;
  std::vector<std::string> names;  ///< to choose from
  std::vector<std::string> ids;    ///< the same by id
  std::size_t first = 0;           ///< of `names`
  std::size_t second = 0;
  std::string heading;  ///< of what unit, of which assessment
  std::string says;     ///< instead of a comparison: being worked out, or why there is none and what to do
  std::vector<std::string> lines;  ///< index and level of the set, first against second
  Figure profile;                  ///< second over first
  Grid table;                      ///< change per node
  std::vector<std::string> notes;  ///< what has to be known to read it
};

/// Only with a study that has sets. Fills in what `choice` leaves open.
ComparePage compare_page(Desk& desk, CompareChoice& choice);

void choose_kind(CompareChoice& choice, bool units);
/// `id` is one of ComparePage::ids.
void choose_first(CompareChoice& choice, const std::string& id);
void choose_second(CompareChoice& choice, const std::string& id);
void swap_sides(CompareChoice& choice);

}  // namespace orienta::gui
