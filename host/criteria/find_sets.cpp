// SPDX-License-Identifier: MIT
#include <algorithm>
#include <system_error>
#include <unordered_set>

#include "base/os.hpp"
#include "criteria/reader.hpp"

namespace orienta {
namespace {

namespace fs = std::filesystem;

// Folders that cannot be read hold no sets: a search path is full of places that need not be there.
std::vector<fs::path> set_folders(const fs::path& root) {
  std::vector<fs::path> folders;
  std::error_code error;
  for (fs::directory_iterator entry(root, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (fs::is_regular_file(entry->path() / "set.yaml", ignored)) folders.push_back(entry->path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

}  // namespace

std::vector<FoundSet> find_sets(const std::vector<fs::path>& extra) {
  std::vector<std::pair<fs::path, std::string>> roots{
      {(os::program_folder() / ".." / "share" / "orienta" / "criteria").lexically_normal(), "program"},
      {os::user_data_folder() / "criteria", "user"},
  };
  for (const fs::path& folder : extra)
    roots.emplace_back(folder, "given");

  std::vector<FoundSet> found;
  std::unordered_set<std::string> seen;
  for (const auto& [root, origin] : roots)
    for (const fs::path& folder : set_folders(root)) {
      std::string id = folder.filename().string();
      if (is_plain_id(id) && seen.insert(id).second)
        found.push_back({SetId(std::move(id)), folder / "set.yaml", origin});
    }
  return found;
}

std::vector<fs::path> set_files_in(const fs::path& place) {
  std::error_code ignored;
  if (!fs::is_directory(place, ignored)) return {place};
  std::vector<fs::path> files;
  for (const auto& entry :
       fs::recursive_directory_iterator(place, fs::directory_options::skip_permission_denied, ignored))
    if (entry.path().filename() == "set.yaml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace orienta
