// SPDX-License-Identifier: MIT
// Each header compiles alone, without a warning, in every language it promises, with the compilers that are
// there.
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "support/run_program.hpp"

using namespace orienta::test;
namespace fs = std::filesystem;

namespace {

const fs::path kHost = fs::path(ORIENTA_SOURCE_DIR) / "host";

bool is_there(const std::string& compiler) {
  return run_program("/usr/bin/env", {"sh", "-c", "command -v " + compiler}).exit_code == 0;
}

std::vector<fs::path> headers(const fs::path& folder, const std::string& ending) {
  std::vector<fs::path> result;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ending) result.push_back(entry.path());
  }
  return result;
}

void check_compiles(const std::string& compiler, const std::string& language, const std::string& standard,
                    const std::vector<fs::path>& files) {
  for (const fs::path& file : files) {
    // A file of its own includes the header, so that it is not the main file (which may not say `#pragma
    // once`).
    const ProgramRun run =
        run_program("/usr/bin/env", {compiler, "-x", language, "-std=" + standard, "-fsyntax-only", "-Wall",
                                     "-Wextra", "-pedantic", "-Werror", "-I", (kHost / "abi").string(), "-I",
                                     (kHost / "sdk").string(), "-include", file.string(), "/dev/null"});
    INFO(compiler << " " << standard << " " << file << "\n" << run.err);
    CHECK(run.exit_code == 0);
  }
}

}  // namespace

TEST_CASE("the contract's headers compile as C11, C++17 and C++20", "[abi]") {
  const std::vector<fs::path> files = headers(kHost / "abi/orienta", ".h");
  REQUIRE(files.size() == 5);
  for (const std::string compiler : {"gcc", "clang"}) {
    if (is_there(compiler)) check_compiles(compiler, "c", "c11", files);
  }
  for (const std::string compiler : {"g++", "clang++"}) {
    if (!is_there(compiler)) continue;
    check_compiles(compiler, "c++", "c++17", files);
    check_compiles(compiler, "c++", "c++20", files);
  }
}

TEST_CASE("the SDK's headers compile as C++17 and C++20", "[abi][full]") {
  const std::vector<fs::path> files = headers(kHost / "sdk/orienta", ".hpp");
  REQUIRE(files.size() > 8);
  for (const std::string compiler : {"g++", "clang++"}) {
    if (!is_there(compiler)) continue;
    check_compiles(compiler, "c++", "c++17", files);
    check_compiles(compiler, "c++", "c++20", files);
  }
}
