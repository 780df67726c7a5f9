// SPDX-License-Identifier: MIT
// Start: the sample, recent projects, a new project.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "viewmodel/desk.hpp"

namespace orienta::gui {

struct RecentProject {
  std::filesystem::path file;
  std::string name;  ///< of the file
  std::string folder;
};

struct SetChoice {
  std::string id;
  std::string title;
  std::string about;  ///< questions and minutes
};

struct StartPage {
  std::string title;
  std::string what;  ///< the product in a sentence
  std::vector<RecentProject> recent;
  std::vector<std::string> hints;  ///< four
};

StartPage start_page(const Desk& desk);
/// The sets that a new project can have. Reads their files: ask once.
std::vector<SetChoice> set_choices(const Desk& desk);

/// What the user typed for a new project.
struct NewProjectForm {
  std::string organisation;
  std::string folder;
  std::string units;  ///< one unit a line; lines that begin with spaces are below the one above
  std::vector<std::string> sets;
};

/// The units that the lines name: ids are made from the names, the kind from the depth (organisation is the
/// one on top; then branches, or regions where they have units below them; then departments).
std::vector<Unit> units_of(const NewProjectForm& form);
/// Where the project is made: the folder and a file name made from the organisation's name.
std::filesystem::path file_of(const NewProjectForm& form);
/// What is missing before it can be made, as one sentence; empty when nothing is.
std::string missing_in(const NewProjectForm& form, const Desk& desk);
void make(Desk& desk, const NewProjectForm& form);

}  // namespace orienta::gui
