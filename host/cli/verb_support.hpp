// SPDX-License-Identifier: MIT
// What most verbs begin with: opening the project, reading dates and periods from the command line.
#pragma once

#include <optional>
#include <string>

#include "app/assessment.hpp"
#include "cli/session.hpp"
#include "store/project.hpp"

namespace orienta::cli {

/// The words every verb with a project has.
struct OnProject {
  std::string file;
  std::string assessment;  ///< empty: the newest open one
};

/// A project with an assessment of it. Move it nowhere once opened: results refer to it.
struct Opened {
  Project project;
  OpenAssessment assessment;
};

Result<Opened> open(const OnProject& on, Project::Access access);

/// The words for where a set or a plugin was found: "program", "user" or "given".
Coded origin_of(const std::string& origin);

Result<std::optional<Date>> date_option(const std::string& option, const std::string& text);
Result<std::optional<Period>> period_option(const std::string& option, const std::string& text);

/// A whole number from 1 to 100,000; `otherwise` where nothing is given.
Result<std::size_t> count_option(const std::string& option, const std::string& text, std::size_t otherwise);

/// Reads the words of the plugins of an assessment's sets: for reasons, remarks and what is wrong with
/// params.
void add_plugin_words(Session& session, PluginHost& plugins, const OpenAssessment& assessment);

}  // namespace orienta::cli
