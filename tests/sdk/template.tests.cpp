// SPDX-License-Identifier: MIT
// The plugin to copy: small, and built outside of this project as its README says.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>

#include "support/run_program.hpp"
#include "support/temp_folder.hpp"

using namespace orienta::test;
namespace fs = std::filesystem;

namespace {

const fs::path kSources = ORIENTA_SOURCE_DIR;

void build_copy(const TempFolder& folder, const fs::path& sdk) {
  fs::copy(kSources / "plugins/template", folder / "copy", fs::copy_options::recursive);
  const ProgramRun configured =
      run_program("/usr/bin/env", {"cmake", "-S", (folder / "copy").string(), "-B",
                                   (folder / "build").string(), "-Dorienta-sdk_DIR=" + sdk.string()});
  INFO(configured.out << configured.err);
  REQUIRE(configured.exit_code == 0);
  const ProgramRun built = run_program("/usr/bin/env", {"cmake", "--build", (folder / "build").string()});
  INFO(built.out << built.err);
  REQUIRE(built.exit_code == 0);
  CHECK(built.err.find("warning") == std::string::npos);
  const fs::path package = folder / "build/my-plugin";
  CHECK(fs::exists(package / "my-plugin.so"));
  CHECK(fs::exists(package / "text/ru.mo"));
  CHECK(read_text(package / "plugin.yaml").find("hash: ") != std::string::npos);
}

}  // namespace

TEST_CASE("the plugin to copy has fewer than 60 lines of code", "[sdk]") {
  const std::string code = read_text(kSources / "plugins/template/plugin.cpp");
  CHECK(std::count(code.begin(), code.end(), '\n') < 60);
}

TEST_CASE("a copy of the template builds against the sources", "[sdk][full]") {
  const TempFolder folder;
  build_copy(folder, kSources / "host/sdk/cmake");
}

TEST_CASE("a copy of the template builds against an installed SDK", "[sdk][full]") {
  const TempFolder folder;
  const fs::path prefix = folder / "prefix";
  const ProgramRun installed = run_program(
      "/usr/bin/env",
      {"cmake", "--install", ORIENTA_BUILD_DIR, "--component", "sdk", "--prefix", prefix.string()});
  INFO(installed.out << installed.err);
  REQUIRE(installed.exit_code == 0);
  build_copy(folder, prefix / "lib/cmake/orienta-sdk");
}
