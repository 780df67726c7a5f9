// SPDX-License-Identifier: MIT
#include "viewmodel/folder.hpp"

#include <algorithm>
#include <tuple>

#include "base/os.hpp"
#include "base/utf8.hpp"

namespace orienta::gui {
namespace {

namespace fs = std::filesystem;

bool is_wanted(const fs::path& file, FileKind kind) {
  const std::string ending = folded(file.extension().string());
  switch (kind) {
    case FileKind::kProject:
      return ending == ".orienta";
    case FileKind::kTable:
      return ending == ".csv" || ending == ".tsv" || ending == ".txt";
    case FileKind::kMapping:
      return ending == ".yaml" || ending == ".yml";
    case FileKind::kFolder:
      break;
  }
  return false;
}

Message title_of(FileKind kind) {
  switch (kind) {
    case FileKind::kProject:
      return msg("viewmodel.choose-project");
    case FileKind::kTable:
      return msg("viewmodel.choose-table");
    case FileKind::kMapping:
      return msg("viewmodel.choose-mapping");
    case FileKind::kFolder:
      break;
  }
  return msg("viewmodel.choose-folder");
}

FolderItem folder_item(const fs::path& path) {
  const std::string name = path.filename().string();
  return {path, name.empty() ? path.string() : name, true};
}

void add_above(const fs::path& folder, FolderPage& page) {
  fs::path path;
  for (const fs::path& part : folder) {
    path /= part;
    page.above.push_back(folder_item(path));
  }
}

void add_places(const Desk& desk, FolderPage& page) {
  constexpr std::size_t kMostPlaces = 6;
  const auto add = [&](const fs::path& folder) {
    std::error_code failed;
    const auto is_same = [&](const FolderItem& each) { return each.path == folder; };
    if (page.places.size() < kMostPlaces && fs::is_directory(folder, failed) &&
        std::ranges::none_of(page.places, is_same))
      page.places.push_back(folder_item(folder));
  };
  if (const auto home = os::environment("HOME")) add(*home);
  if (desk.study() != nullptr) add(fs::absolute(desk.study()->file).parent_path());
  for (const fs::path& project : desk.settings().recent)
    add(project.parent_path());
}

void add_items(const Desk& desk, FileKind kind, FolderPage& page) {
  std::error_code failed;
  fs::directory_iterator entries(page.folder, fs::directory_options::skip_permission_denied, failed);
  if (failed) {
    page.says = desk.text(msg("viewmodel.folder-unreadable"));
    return;
  }
  for (; entries != fs::directory_iterator(); entries.increment(failed)) {
    const fs::path& path = entries->path();
    const std::string name = path.filename().string();
    if (name.starts_with('.')) continue;
    std::error_code ignored;
    const bool is_folder = entries->is_directory(ignored);
    if (is_folder || is_wanted(path, kind)) page.items.push_back({path, name, is_folder});
    if (failed) break;
  }
  std::ranges::sort(page.items, [](const FolderItem& one, const FolderItem& other) {
    return std::tuple(!one.is_folder, folded(one.name), one.name) <
           std::tuple(!other.is_folder, folded(other.name), other.name);
  });
  if (page.items.empty()) page.says = desk.text(msg("viewmodel.folder-empty"));
  if (page.items.size() <= kMostItems) return;
  page.says = desk.text(msg("viewmodel.folder-more", {{"n", page.items.size() - kMostItems}}));
  page.items.resize(kMostItems);
}

}  // namespace

FolderPage folder_page(const Desk& desk, const fs::path& folder, FileKind kind) {
  FolderPage page;
  std::error_code failed;
  page.title = desk.text(title_of(kind));
  page.folder = fs::absolute(folder, failed).lexically_normal();
  if (!page.folder.has_filename()) page.folder = page.folder.parent_path();
  add_above(page.folder, page);
  add_places(desk, page);
  add_items(desk, kind, page);
  return page;
}

fs::path first_folder(const Desk& desk, const std::string& typed) {
  std::error_code failed;
  if (!typed.empty()) {
    const fs::path path = fs::absolute(typed, failed);
    if (fs::is_directory(path, failed)) return path;
    if (fs::is_directory(path.parent_path(), failed)) return path.parent_path();
  }
  if (desk.study() != nullptr) return fs::absolute(desk.study()->file, failed).parent_path();
  for (const fs::path& project : desk.settings().recent)
    if (fs::is_directory(project.parent_path(), failed)) return project.parent_path();
  return os::environment("HOME").value_or("/");
}

}  // namespace orienta::gui
