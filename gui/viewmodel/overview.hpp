// SPDX-License-Identifier: MIT
// Overview: how the chosen unit stands in each set, where it is uneven, what matters most, what has changed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/compare.hpp"
#include "app/gaps.hpp"
#include "charts/progress.hpp"
#include "viewmodel/desk.hpp"
#include "viewmodel/figure.hpp"

namespace orienta::gui {

/// One set for the chosen unit.
struct SetCard {
  std::size_t set = 0;
  std::string title;
  std::string figure;              ///< the one number that matters: "2 of 7", "46"
  std::string figure_says;         ///< what it is: "level", "index"
  bool is_provisional = false;     ///< too little is answered for the figure to be a verdict
  std::vector<std::string> lines;  ///< index, bounds, interval, share of units
  std::string completeness;        ///< "91 % answered"
  std::string means;               ///< of the level, in the set's own words
  charts::ProgressSpec ladder;     ///< levels 0: no ladder
  std::string failed;              ///< why there is no result; then all of the above may be empty
  bool is_chosen = false;
  std::optional<Why> why;  ///< nothing: there is no number to explain
};

/// One of the gaps that matter most.
struct GapLine {
  std::string title;
  std::string from_to;  ///< "46, target 70"
  std::string effect;   ///< "+6"
  std::string blocks;   ///< "keeps 7 of 12 units from their next level", or empty
  Why why;
};

struct OverviewPage {
  std::string unit;
  std::string note;  ///< where the data are from, or that they are invented
  std::vector<SetCard> cards;
  Figure profile;  ///< of the chosen set's dimensions: a radar, or bars where a radar cannot be read
  Figure units;    ///< heat map, units by dimensions; no rows: there is nothing below
  std::vector<Why> unit_cells;  ///< by area index of the heat map
  std::vector<GapLine> gaps;
  std::string gaps_empty;  ///< said instead of gaps: none, no targets, or being looked for
  std::vector<std::string> changes;
  std::string changes_title;
  std::string settles;  ///< "9 answers would settle the level"; or empty
};

/// The page for what the desk has chosen. Asks the desk for gaps and comparison, and makes do without until
/// they are there. Only with a study.
OverviewPage overview_page(Desk& desk);

}  // namespace orienta::gui
