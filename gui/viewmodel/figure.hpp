// SPDX-License-Identifier: MIT
// A chart of a page with the table behind it. The scene is made for the size the page has for it.
#pragma once

#include <functional>
#include <string>

#include "charts/scene.hpp"
#include "charts/text.hpp"
#include "viewmodel/grid.hpp"

namespace orienta::gui {

struct Figure {
  std::string name;   ///< of the file it is saved as: "radar"
  std::string title;  ///< above it
  std::function<charts::Scene(charts::Size, const charts::TextWidth&)> make;
  float height = 0;  ///< in logical pixels that it would like; 0: whatever there is
  Grid table;        ///< the same figures as text
};

}  // namespace orienta::gui
