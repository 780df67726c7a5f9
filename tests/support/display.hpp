// SPDX-License-Identifier: MIT
// An X server of a test's own.
#pragma once

#include <string>
#include <string_view>

#include "support/run_program.hpp"

namespace orienta::test {

/// Runs the lines as a shell script with DISPLAY set to a new Xvfb, which takes a number that is free and
/// ends with the script. `server` are its options: "-screen 0 1280x1024x24".
ProgramRun run_on_display(std::string_view server, std::string_view script, RunOptions options);

}  // namespace orienta::test
