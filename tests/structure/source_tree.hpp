// SPDX-License-Identifier: MIT
// The project's own source files as values.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace orienta::structure {

struct SourceFile {
  std::string path;  ///< relative to the project, with '/'
  std::string text;
};

/// All C and C++ files (.hpp .cpp .h .c) below `folder` ("host", "plugins/template", …), sorted by path.
std::vector<SourceFile> source_files(std::string_view folder);

/// The paths of all files below `folder` (also "" for the project), sorted; without build folders and hidden
/// ones.
std::vector<std::string> all_files(std::string_view folder);

/// Reads one file by its relative path.
SourceFile source_file(const std::string& path);

struct Include {
  std::string path;  ///< what stands between the quotes or brackets
  bool quoted = false;
  std::size_t line = 0;
};

std::vector<Include> includes(const SourceFile& file);

/// The text with every comment blanked out; offsets and line ends stay. String literals stay as they are.
std::string without_comments(std::string_view text);

/// "host/store/log.cpp" gives "store"; "" for other folders than host/.
std::string module_of(std::string_view path);

/// "path:line", line counted from an offset into the text.
std::string place(const SourceFile& file, std::size_t offset);

}  // namespace orienta::structure
