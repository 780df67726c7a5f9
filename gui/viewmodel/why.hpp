// SPDX-License-Identifier: MIT
// The reasons behind a number: where it stands, what its parts add, and the plugin's trace down to the
// answers as a tree to read from the top.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/explain.hpp"
#include "viewmodel/desk.hpp"
#include "viewmodel/why_figure.hpp"

namespace orienta::gui {

struct WhyLine {
  int depth = 0;
  ExplainLine::Kind kind = ExplainLine::Kind::kNode;
  std::string text;
  std::optional<Why> why;                  ///< of a node or unit below: its own reasons
  std::optional<AskedIndicator> question;  ///< of a question: where it is answered
  bool has_below = false;                  ///< lines with a greater depth stand behind it
  bool opens_first = false;                ///< they are shown unless it was folded
};

/// A way back up.
struct WhyCrumb {
  std::string title;
  Why why;
};

struct WhyPage {
  std::string title;  ///< what is explained
  std::string unit;
  std::vector<WhyCrumb> nodes;  ///< above the node for the same unit, from the top
  std::vector<WhyCrumb> units;  ///< above the unit for the same node, those that have a result
  WhyFigure parts;
  std::vector<WhyLine> lines;
  std::string says;  ///< instead of lines: being looked for, or why it failed
};

/// Only when the desk was asked for a why.
WhyPage why_page(Desk& desk);

/// The lines that are seen, by index: those below a folded one are not. `toggled` are the lines whose folding
/// the user has changed.
std::vector<std::size_t> shown_lines(const WhyPage& page, const std::set<std::size_t>& toggled);

}  // namespace orienta::gui
