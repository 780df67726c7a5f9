// SPDX-License-Identifier: MIT
// Plugins: what was found, whom the user trusts, what protects the computer, and a check of each.
#pragma once

#include <string>
#include <vector>

#include "viewmodel/desk.hpp"
#include "viewmodel/grid.hpp"

namespace orienta::gui {

struct PluginDetail {
  std::string id;
  std::string title;
  std::vector<std::string> lines;  ///< licence, author, folder, hash
  std::string failure;             ///< how it failed last; or empty
  std::string state;               ///< what is wrong with it and what to do; or empty
  bool can_trust = false;          ///< its files are sound, and it is not trusted or in quarantine
  std::string trust_question;      ///< what trusting it means
};

struct PluginsPage {
  Grid plugins;
  std::vector<PluginDetail> details;  ///< by row
  Grid layers;                        ///< of the sandbox
  std::vector<std::string> problems;  ///< of folders that cannot be used
  std::string says;                   ///< instead of all: being looked for, or why not
};
PluginsPage plugins_page(Desk& desk);

/// The rules of the contract as one plugin keeps them.
struct PluginCheck {
  Grid rules;
  std::string result;  ///< "Kept: 12; …", or that it is under way
};
/// Runs the plugin in the background, in a worker of its own. `number` tells one check from the next one.
PluginCheck plugin_check(Desk& desk, const std::string& id, std::uint64_t number);

void trust_plugin(Desk& desk, const std::string& id);

}  // namespace orienta::gui
