// SPDX-License-Identifier: MIT
// Runs a program as a user does: own process, arguments, environment, standard input; and waits for its end.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace orienta::test {

struct RunOptions {
  std::vector<std::pair<std::string, std::string>> environment =
      {};                                                       ///< set on top of the test's own environment
  std::string input = {};                                       ///< the whole of standard input
  std::filesystem::path folder = {};                            ///< working folder; empty: the test's own
  std::chrono::microseconds timeout = std::chrono::minutes(2);  ///< then SIGKILL to it and its children
};

struct ProgramRun {
  int exit_code = -1;      ///< -1 when it did not end by itself
  int signal = 0;          ///< the signal that ended it, or 0
  bool timed_out = false;  ///< true: it was killed here
  std::string out;         ///< standard output, all of it
  std::string err;         ///< standard error, all of it
};

/// Runs `program`; its output is a file to it, never a terminal. Throws std::system_error when it cannot be
/// started.
ProgramRun run_program(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                       const RunOptions& options = {});

/// <build>/bin/<name>
std::filesystem::path program_path(std::string_view name);

/// Runs <build>/bin/orienta. The test that calls it says NEEDS orienta in its CMakeLists.txt.
ProgramRun run_orienta(const std::vector<std::string>& arguments, const RunOptions& options = {});

}  // namespace orienta::test
