// SPDX-License-Identifier: MIT
// What stands around every page: the rail, the pickers on top, and the commands of the palette.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "viewmodel/desk.hpp"

namespace orienta::gui {

struct RailItem {
  Page page = Page::kOverview;
  std::string name;  ///< of the widget: "rail.overview"
  std::string title;
  bool is_chosen = false;
};

struct FramePage {
  std::vector<RailItem> rail;             ///< a user's week
  std::vector<RailItem> gear;             ///< criteria, plugins, and the way back to other projects
  std::vector<std::string> units;         ///< each under the one it belongs to, indented by its depth
  std::vector<std::uint32_t> unit_order;  ///< the unit of each of `units`
  std::size_t unit = 0;                   ///< the chosen one, of `units`
  std::vector<std::string> assessments;
  std::size_t assessment = 0;  ///< of `assessments`
  std::string undo_tip;
  std::string redo_tip;
  std::string state;  ///< at the right of the status line: "91 % answered"
};

/// Only with a study.
FramePage frame_page(const Desk& desk);

/// One thing to do, found by typing a part of its title.
struct Command {
  std::string title;
  std::string keys;  ///< "Ctrl+Z", or empty
  std::function<void(Desk&)> run;
  std::string also = {};  ///< other words by which it is found
};

/// Everything that can be done now, in the order of the product.
std::vector<Command> commands(const Desk& desk);
/// Those whose title or other words have every word that was typed, whatever its case; those that begin with
/// it come first.
std::vector<Command> matching(const std::vector<Command>& commands, const std::string& typed);

/// The title of a page.
std::string title_of(Page page, const Catalogue& words);

}  // namespace orienta::gui
