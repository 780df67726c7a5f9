// SPDX-License-Identifier: MIT
// Results: what the chosen unit has in the chosen set, what lies between it and its targets, what holds the
// next level back, and every number as a table.
#pragma once

#include <string>
#include <vector>

#include "viewmodel/gaps_figure.hpp"
#include "viewmodel/set_tabs.hpp"

namespace orienta::gui {

/// A name that leads to its reasons.
struct NamedWhy {
  std::string title;
  std::string says;  ///< behind it, quieter; may be empty
  Why why;
};

/// A question that is open and decides the level.
struct SettleLine {
  std::string question;
  std::string place;  ///< its criterion
  AskedIndicator asked;
};

struct ResultsPage {
  std::vector<SetTab> tabs;
  std::string head;    ///< how the unit stands, in a sentence
  std::string failed;  ///< why there is no result: the plugin failed; then the rest is empty

  GapsFigure gaps;
  std::string gaps_empty;  ///< instead of gaps: none, no targets, being looked for
  GapsFigure matrix;

  std::string next_title;  ///< "What holds level 3 back"
  std::vector<NamedWhy> next;
  std::string next_note;  ///< what the list means, or why there is none
  std::string settle_title;
  std::vector<SettleLine> settle;
  bool can_answer = false;  ///< the settling questions lead to the page that answers

  Grid nodes;
  std::vector<Why> node_rows;
};

/// Only with a study that has sets. Asks the desk for the gaps and makes do without until they are there.
ResultsPage results_page(Desk& desk);

/// Every node of the set for the unit: level, index, bounds, interval, completeness. `rows` get what a click
/// asks.
Grid nodes_grid(const Study& study, std::size_t set, std::uint32_t unit, const Catalogue& words,
                std::vector<Why>& rows);

}  // namespace orienta::gui
