// SPDX-License-Identifier: MIT
// Criteria: the sets of the assessment and those that were found, each as an outline with its sources.
#pragma once

#include <string>
#include <vector>

#include "viewmodel/desk.hpp"
#include "viewmodel/grid.hpp"

namespace orienta::gui {

/// One set in the list at the left.
struct SetItem {
  std::string id;
  std::string title;
  std::string note;  ///< "in use, version 1.2.0", "found in your folder", or that it cannot be read
  bool is_broken = false;
};

/// What is known of one row of the outline.
struct OutlineDetail {
  std::string title;
  std::vector<std::string> lines;
};

struct CriteriaPage {
  std::vector<SetItem> sets;
  std::size_t chosen = 0;
  std::string title;
  std::string about;  ///< id, version, plugin, questions, minutes
  std::string description;
  Grid outline;                        ///< dimension, criterion, indicator
  std::vector<OutlineDetail> details;  ///< by row
  std::vector<std::string> levels;
  std::vector<std::string> references;
  std::vector<std::string> remarks;  ///< of lint, and why it cannot be read
  std::string says;                  ///< below the list: sets are still being read
};

/// `set`: the id of the set to show; the first one where there is none of that id.
CriteriaPage criteria_page(Desk& desk, const std::string& set);

}  // namespace orienta::gui
