// SPDX-License-Identifier: MIT
// A project with two sets, one of them for a plugin of the gallery.
#pragma once

#include <string>

#include "workspace.hpp"

namespace orienta::test {

/// The folder of all plugins of tests/bad_plugins, as they were built.
std::string gallery();

class PluginProject {
 public:
  /// Makes the project in the workspace and trusts the plugin.
  PluginProject(const Workspace& workspace, const std::string& plugin);

  /// Scores, and the test fails here when that changed the project's file.
  ProgramRun score(const std::string& format = "csv") const;
  ProgramRun run(std::vector<std::string> words) const;
  const std::string& file() const { return file_; }

 private:
  const Workspace& workspace_;
  std::string file_;
};

/// The text of a set "bad-set" for the plugin.
std::string set_for(const std::string& plugin);

}  // namespace orienta::test
