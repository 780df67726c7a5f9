// SPDX-License-Identifier: MIT
// Folders to choose a file in: the window has a chooser of its own, so that it needs no other program.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "viewmodel/desk.hpp"

namespace orienta::gui {

/// What is looked for.
enum class FileKind : std::uint8_t { kProject, kTable, kMapping, kFolder };

struct FolderItem {
  std::filesystem::path path;
  std::string name;
  bool is_folder = false;
};

struct FolderPage {
  std::string title;               ///< what is chosen
  std::filesystem::path folder;    ///< absolute
  std::vector<FolderItem> above;   ///< from the topmost to the folder itself
  std::vector<FolderItem> places;  ///< home and where projects were opened lately; each once
  std::vector<FolderItem> items;   ///< folders first; then files of the kind; by name
  std::string says;                ///< instead of items: why there are none; or how many are not shown
};

/// More items are not listed.
inline constexpr std::size_t kMostItems = 1000;

/// Reads the folder: call it when it was entered, not in every frame. Hidden files are left out. A folder
/// that cannot be read says so.
FolderPage folder_page(const Desk& desk, const std::filesystem::path& folder, FileKind kind);

/// Where looking begins: the folder of what is typed, of the open project, of the last one, or home.
std::filesystem::path first_folder(const Desk& desk, const std::string& typed);

}  // namespace orienta::gui
