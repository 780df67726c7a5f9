// SPDX-License-Identifier: MIT
// The sets of an assessment as tabs on top of a page.
#pragma once

#include <string>
#include <vector>

#include "viewmodel/desk.hpp"

namespace orienta::gui {

struct SetTab {
  std::size_t set = 0;
  std::string name;  ///< of the widget: "set.levels-of-service"
  std::string title;
  bool is_chosen = false;
};

/// In the assessment's order. Only with a study.
std::vector<SetTab> set_tabs(const Desk& desk);

}  // namespace orienta::gui
