// SPDX-License-Identifier: MIT
// The reasons behind a number, as a tree to read from the top.
#pragma once

#include <string>
#include <vector>

#include "app/explain.hpp"
#include "viewmodel/desk.hpp"

namespace orienta::gui {

struct WhyLine {
  int depth = 0;
  ExplainLine::Kind kind = ExplainLine::Kind::kNode;
  std::string text;
  std::optional<Why> why;  ///< of a node below: its own reasons
};

struct WhyPage {
  std::string title;  ///< what is explained
  std::string unit;
  std::vector<WhyLine> lines;
  std::string says;  ///< instead of lines: being looked for, or why it failed
};

/// Only when the desk was asked for a why.
WhyPage why_page(Desk& desk);

}  // namespace orienta::gui
