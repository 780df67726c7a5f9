// SPDX-License-Identifier: MIT
#include "structure/source_tree.hpp"

#include <algorithm>
#include <cctype>
#include <regex>
#include <set>

#include "support/temp_folder.hpp"

namespace orienta::structure {

namespace fs = std::filesystem;

namespace {

bool is_skipped_folder(const fs::path& folder) {
  const std::string name = folder.filename().string();
  return name.front() == '.' || name.starts_with("build");
}

// The end of a string or character literal that begins at `begin`.
std::size_t literal_end(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  if (quote == '"' && begin > 0 && text[begin - 1] == 'R') {
    const std::size_t open = text.find('(', begin);
    const std::string close = ")" + std::string(text.substr(begin + 1, open - begin - 1)) + "\"";
    const std::size_t end = text.find(close, open);
    return end == std::string_view::npos ? text.size() : end + close.size();
  }
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == quote || text[i] == '\n') {
      return i + 1;
    }
  }
  return text.size();
}

// A quote between digits separates thousands: 10'000.
bool begins_literal(std::string_view text, std::size_t i) {
  if (text[i] == '"') return true;
  return text[i] == '\'' && (i == 0 || std::isalnum(static_cast<unsigned char>(text[i - 1])) == 0);
}

}  // namespace

std::vector<std::string> all_files(std::string_view folder) {
  const fs::path root = fs::path(ORIENTA_SOURCE_DIR);
  std::vector<std::string> result;
  if (!fs::exists(root / folder)) return result;
  for (auto it = fs::recursive_directory_iterator(root / folder); it != fs::recursive_directory_iterator();
       ++it) {
    if (it->is_directory() && is_skipped_folder(it->path())) it.disable_recursion_pending();
    if (it->is_regular_file()) result.push_back(it->path().lexically_relative(root).generic_string());
  }
  std::sort(result.begin(), result.end());
  return result;
}

SourceFile source_file(const std::string& path) {
  return {path, test::read_text(fs::path(ORIENTA_SOURCE_DIR) / path)};
}

std::vector<SourceFile> source_files(std::string_view folder) {
  static const std::set<std::string> kEndings = {".hpp", ".cpp", ".h", ".c"};
  std::vector<SourceFile> result;
  for (const std::string& path : all_files(folder)) {
    if (kEndings.contains(fs::path(path).extension().string())) result.push_back(source_file(path));
  }
  return result;
}

std::vector<SourceFile> program_files() {
  std::vector<SourceFile> files = source_files("host");
  for (SourceFile& file : source_files("gui"))
    files.push_back(std::move(file));
  return files;
}

std::vector<Include> includes(const SourceFile& file) {
  static const std::regex kInclude(R"re(^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">])re",
                                   std::regex::multiline);
  std::vector<Include> result;
  const std::string text = without_comments(file.text);
  for (auto it = std::sregex_iterator(text.begin(), text.end(), kInclude); it != std::sregex_iterator();
       ++it) {
    const auto line = std::count(text.begin(), text.begin() + it->position(2), '\n') + 1;
    result.push_back({(*it)[2].str(), (*it)[1].str() == "\"", static_cast<std::size_t>(line)});
  }
  return result;
}

std::string without_comments(std::string_view text) {
  std::string result(text);
  std::size_t i = 0;
  while (i < text.size()) {
    std::size_t end = i + 1;
    if (text.substr(i, 2) == "//") {
      end = std::min(text.find('\n', i), text.size());
      std::fill(result.begin() + static_cast<std::ptrdiff_t>(i),
                result.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    } else if (text.substr(i, 2) == "/*") {
      const std::size_t close = text.find("*/", i + 2);
      end = close == std::string_view::npos ? text.size() : close + 2;
      for (std::size_t k = i; k < end; ++k) {
        if (text[k] != '\n') result[k] = ' ';
      }
    } else if (begins_literal(text, i)) {
      end = literal_end(text, i);
    }
    i = end;
  }
  return result;
}

std::string module_of(std::string_view path) {
  if (!path.starts_with("host/") && !path.starts_with("gui/")) return {};
  path.remove_prefix(path.find('/') + 1);
  return std::string(path.substr(0, path.find('/')));
}

std::string place(const SourceFile& file, std::size_t offset) {
  const auto end = file.text.begin() + static_cast<std::ptrdiff_t>(offset);
  return file.path + ":" + std::to_string(std::count(file.text.begin(), end, '\n') + 1);
}

}  // namespace orienta::structure
