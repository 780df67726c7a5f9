// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>

#include "orienta/plugin.h"
#include "support/run_program.hpp"

using namespace orienta::test;

TEST_CASE("a plugin exports its entry and nothing else", "[abi]") {
  const std::filesystem::path build = ORIENTA_BUILD_DIR;
  for (const auto& library : {build / "lib/orienta/plugins/feedback-systems/feedback-systems.so",
                              build / "plugins/template/my-plugin/my-plugin.so"}) {
    INFO(library);
    const ProgramRun run =
        run_program("/usr/bin/env", {"nm", "-D", "--defined-only", "--format=posix", library.string()});
    REQUIRE(run.exit_code == 0);
    // "<name> <kind> <place> <size>": one line, and the kind is data.
    CHECK(run.out.find(std::string(ORIENTA_ENTRY_SYMBOL) + " D ") == 0);
    CHECK(run.out.find('\n') == run.out.size() - 1);
  }
}
