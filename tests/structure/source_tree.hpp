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

/// The sources of the program itself: host/ and gui/.
std::vector<SourceFile> program_files();

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

/// "host/store/log.cpp" gives "store", "gui/view/ui.cpp" gives "view"; "" for other folders than host/ and
/// gui/.
std::string module_of(std::string_view path);

/// "path:line", line counted from an offset into the text.
std::string place(const SourceFile& file, std::size_t offset);

}  // namespace orienta::structure
