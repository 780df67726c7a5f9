// SPDX-License-Identifier: MIT
#include "support/display.hpp"

#include "support/temp_folder.hpp"

namespace orienta::test {
namespace {

// xvfb-run looks for a free number and may lose it to another test; -displayfd cannot.
constexpr std::string_view kStart = R"sh(
Xvfb -displayfd 5 $XVFB_OPTIONS 5>"$XVFB_FOLDER/number" 2>/dev/null &
server=$!
trap 'kill $server 2>/dev/null' EXIT
for _ in $(seq 200); do if [ -s "$XVFB_FOLDER/number" ]; then break; fi; sleep 0.05; done
export DISPLAY=":$(cat "$XVFB_FOLDER/number")"
)sh";

}  // namespace

ProgramRun run_on_display(std::string_view server, std::string_view script, RunOptions options) {
  const TempFolder folder;
  options.environment.emplace_back("XVFB_OPTIONS", server);
  options.environment.emplace_back("XVFB_FOLDER", folder.path().string());
  return run_program("/bin/bash", {"-c", std::string(kStart) + std::string(script)}, options);
}

}  // namespace orienta::test
