// SPDX-License-Identifier: MIT
#include <signal.h>

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>
#include <system_error>

#include "support/run_program.hpp"
#include "support/temp_folder.hpp"

using namespace orienta::test;

TEST_CASE("a program gets arguments and environment and input and gives back its output", "[support]") {
  const TempFolder folder;
  const RunOptions options = {
      .environment = {{"GREETING", "hello"}}, .input = "in\n", .folder = folder.path()};
  const ProgramRun run = run_program(
      "/bin/sh", {"-c", "cat; echo $GREETING $1; pwd; echo no >&2; exit 3", "sh", "a b"}, options);
  CHECK(run.out == "in\nhello a b\n" + std::filesystem::canonical(folder.path()).string() + "\n");
  CHECK(run.err == "no\n");
  CHECK(run.exit_code == 3);
  CHECK(run.signal == 0);
  CHECK_FALSE(run.timed_out);
}

TEST_CASE("a program that hangs is killed with its children", "[support]") {
  const ProgramRun run = run_program("/bin/sh", {"-c", "echo begun; sleep 60 & wait"},
                                     {.timeout = std::chrono::milliseconds(200)});
  CHECK(run.timed_out);
  CHECK(run.signal == SIGKILL);
  CHECK(run.exit_code == -1);
}

TEST_CASE("a program that is not there is an error of the test itself", "[support]") {
  CHECK_THROWS_AS(run_program("/nowhere/program", {}), std::system_error);
}

TEST_CASE("a temporary folder is gone after its scope even when it was made read-only", "[support]") {
  std::filesystem::path path;
  {
    const TempFolder folder;
    path = folder.path();
    CHECK(read_text(folder.write("sub/file.txt", "text")) == "text");
    std::filesystem::permissions(folder / "sub", std::filesystem::perms::owner_read);
  }
  CHECK_FALSE(std::filesystem::exists(path));
}
