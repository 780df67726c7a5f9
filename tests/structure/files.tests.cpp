// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>
#include <string_view>

#include "structure/source_tree.hpp"

using namespace orienta::structure;

namespace {

constexpr std::ptrdiff_t kMostLines = 400;

bool needs_licence_line(const std::string& path) {
  const std::filesystem::path file(path);
  const std::string ending = file.extension().string();
  return ending == ".hpp" || ending == ".cpp" || ending == ".h" || ending == ".c" || ending == ".cmake" ||
         ending == ".sh" || ending == ".py" || file.filename() == "CMakeLists.txt" || path == "dev";
}

std::string_view first_lines(std::string_view text, int count) {
  std::size_t end = 0;
  for (int i = 0; i < count && end != std::string_view::npos; ++i)
    end = text.find('\n', end == 0 ? 0 : end + 1);
  return text.substr(0, end);
}

}  // namespace

TEST_CASE("every source file names its licence in the first lines", "[structure]") {
  for (const std::string& path : all_files("")) {
    if (!needs_licence_line(path)) continue;
    INFO(path);
    const SourceFile file = source_file(path);
    CHECK(first_lines(file.text, 2).find("SPDX-License-Identifier: MIT") != std::string_view::npos);
  }
}

TEST_CASE("every header can be included twice", "[structure]") {
  for (const std::string_view folder : {"host", "gui", "plugins", "tests"}) {
    for (const SourceFile& file : source_files(folder)) {
      if (!file.path.ends_with(".hpp") && !file.path.ends_with(".h")) continue;
      INFO(file.path);
      const bool is_guarded = file.text.find("#pragma once") != std::string::npos ||
                              file.text.find("#ifndef ORIENTA_") != std::string::npos;
      CHECK(is_guarded);
    }
  }
}

TEST_CASE("no source file is too long to be read at one sitting", "[structure]") {
  for (const std::string_view folder : {"host", "gui", "plugins", "tests"}) {
    for (const SourceFile& file : source_files(folder)) {
      INFO(file.path);
      CHECK(std::count(file.text.begin(), file.text.end(), '\n') <= kMostLines);
    }
  }
}
