// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "support/display.hpp"
#include "support/temp_folder.hpp"

using namespace orienta::test;

TEST_CASE("every page, both themes, three languages: not blank, and no text cut off at 1280x800", "[shell]") {
  const TempFolder folder;
  RunOptions options;
  options.environment = {{"ASAN_OPTIONS", "detect_leaks=0"}};
  options.timeout = std::chrono::minutes(5);
  options.environment.emplace_back("PROGRAM", std::string(ORIENTA_BUILD_DIR) + "/tests/orienta-screenshots");
  options.environment.emplace_back("OUT", folder.path().string());
  const ProgramRun run =
      run_on_display("-screen 0 1280x1024x24", R"("$PROGRAM" "$OUT" --size 1280x800)", options);
  INFO(run.err);
  CHECK(run.exit_code == 0);
}
