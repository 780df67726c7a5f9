// SPDX-License-Identifier: MIT
// Chooses a file or a folder, above the page.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "view/ui.hpp"
#include "viewmodel/folder.hpp"

namespace orienta::gui {

class FolderBrowser {
 public:
  using Chosen = std::function<void(const std::filesystem::path&)>;
  /// Opens with the next draw(); `typed` is what stands in the field beside, or empty.
  void ask(Ui& ui, FileKind kind, const std::string& typed, Chosen chosen);
  /// Call once a frame, outside of cards. Rows are "folder.0", …; "folder.up", "folder.choose" (of folders)
  /// and "folder.cancel" are its buttons.
  void draw(Ui& ui);

 private:
  void enter(Ui& ui, const std::filesystem::path& folder);
  void content(Ui& ui);
  void list(Ui& ui);
  void finish(const std::filesystem::path& path);

  FileKind kind_ = FileKind::kProject;
  Chosen chosen_;
  FolderPage page_;
  bool has_entered_ = false;  ///< just now: the first row gets the keyboard
};

}  // namespace orienta::gui
