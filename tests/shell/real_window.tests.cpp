// SPDX-License-Identifier: MIT
// The dashboard as a process with a real window, on an X server of its own; keys come through the server.
#include <catch2/catch_test_macros.hpp>

#include "support/display.hpp"
#include "support/sample_project.hpp"
#include "support/temp_folder.hpp"

using namespace orienta::test;

namespace {

/// Runs before each script: starts the program in the background and waits for its window.
constexpr std::string_view kStart = R"sh(
set -eu
"$DASHBOARD" --lang en "$FILE" >"$FOLDER/out.txt" 2>&1 &
program=$!
window=$(xdotool search --sync --onlyvisible --name '^Orienta$' | head -n 1)
xdotool windowfocus --sync "$window"
key() { xdotool key --clearmodifiers "$@"; sleep 0.4; }
palette() { key ctrl+k; xdotool type --delay 15 "$1"; sleep 0.4; key Return; sleep 0.6; }
wait_for() { for _ in $(seq 100); do if eval "$1"; then return 0; fi; sleep 0.1; done; echo "never: $1"; cat "$FOLDER/out.txt"; exit 9; }
sleep 1
)sh";

struct Session {
  TempFolder folder;
  std::filesystem::path file = copy_of_sample(folder.path());
  std::string server = "-screen 0 2000x1200x24";

  ProgramRun run(std::string_view script) const {
    RunOptions options;
    options.environment = {{"DASHBOARD", program_path("orienta-dashboard").string()},
                           {"ORIENTA", program_path("orienta").string()},
                           {"FILE", file.string()},
                           {"FOLDER", folder.path().string()},
                           {"XDG_CONFIG_HOME", (folder.path() / "config").string()},
                           {"XDG_DATA_HOME", (folder.path() / "data").string()},
                           // Graphics drivers keep memory to their end.
                           {"ASAN_OPTIONS", "detect_leaks=0"}};
    return run_on_display(server, script, options);
  }
};

std::string started(std::string_view script) {
  return std::string(kStart) + std::string(script);
}

}  // namespace

TEST_CASE("the window opens with the project, is resized, and ends well when it is closed", "[shell]") {
  const Session session;
  const ProgramRun run = session.run(started(R"sh(
for size in "1280 800" "960 600" "1900 1100"; do
  xdotool windowsize --sync "$window" $size
  sleep 0.3
  kill -0 $program
done
palette "Close the project"
key Escape
kill -0 $program
kill -TERM $program
wait $program || true)sh"));
  INFO(run.out << run.err);
  CHECK(run.exit_code == 0);
}

TEST_CASE("language and theme are chosen by keyboard and remembered", "[shell]") {
  const Session session;
  const ProgramRun run = session.run(started(R"sh(
settings="$XDG_CONFIG_HOME/orienta/dashboard.json"
palette "Polski"
wait_for 'grep -q "\"lang\": \"pl\"" "$settings"'
palette "ciemny"
wait_for 'grep -q "\"theme\": \"dark\"" "$settings"'
grep -q agency-sample "$settings"
kill -TERM $program)sh"));
  INFO(run.out << run.err);
  CHECK(run.exit_code == 0);
}

TEST_CASE("everything is drawn larger and smaller in the open window, and that is remembered", "[shell]") {
  const Session session;
  const ProgramRun run = session.run(started(R"sh(
settings="$XDG_CONFIG_HOME/orienta/dashboard.json"
key ctrl+equal
key ctrl+equal
wait_for 'grep -q "\"zoom\": 125" "$settings"'
key ctrl+minus
wait_for 'grep -q "\"zoom\": 110" "$settings"'
key ctrl+0
wait_for 'grep -q "\"zoom\": 100" "$settings"'
kill -0 $program
kill -TERM $program)sh"));
  INFO(run.out << run.err);
  CHECK(run.exit_code == 0);
}

TEST_CASE("a key answers, and the answer is in the file even when the program is killed", "[shell]") {
  const Session session;
  const ProgramRun run = session.run(started(R"sh(
before=$("$ORIENTA" log "$FILE" --format csv | wc -l)
palette "Look at Old Mill"
palette "Go to Assess"
# The page may still be waiting for its questions; the same answer twice is one answer.
answered() { [ "$("$ORIENTA" log "$FILE" --format csv | wc -l)" -gt "$before" ]; }
for _ in $(seq 20); do key 1; sleep 0.5; if answered; then break; fi; done
wait_for answered
kill -KILL $program
wait $program || true
"$ORIENTA" log "$FILE" --format csv | sed -n 2p
"$ORIENTA" verify "$FILE")sh"));
  INFO(run.out << run.err);
  CHECK(run.exit_code == 0);
  CHECK(run.out.find("store.action-answer") != std::string::npos);
}

TEST_CASE("a window that nobody touches comes to rest and uses no processor then", "[shell]") {
  const Session session;
  // What is worked out after opening takes its time on a busy machine; then two looks at the file fall into
  // each five seconds, and less than one per cent of them goes into it.
  const ProgramRun run = session.run(started(R"sh(
ticks() { awk '{print $14 + $15}' "/proc/$program/stat"; }
for _ in $(seq 12); do
  before=$(ticks)
  sleep 5
  if [ $(( $(ticks) - before )) -le 5 ]; then echo rests; break; fi
done
kill -TERM $program)sh"));
  INFO(run.out << run.err);
  CHECK(run.exit_code == 0);
  CHECK(run.out.find("rests") != std::string::npos);
}

TEST_CASE("without a display the reason and another way are said", "[shell]") {
  const Session session;
  RunOptions options;
  options.environment = {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}, {"ASAN_OPTIONS", "detect_leaks=0"}};
  const ProgramRun run =
      run_program(program_path("orienta-dashboard"), {"--lang", "en", session.file.string()}, options);
  CHECK(run.exit_code == 1);
  CHECK(run.err.starts_with("No window can be opened: "));
  CHECK(run.err.find("orienta --help") != std::string::npos);
}

TEST_CASE("a display without OpenGL is said, and the file stays as it was", "[shell]") {
  Session session;
  session.server = "-screen 0 1280x1024x24 -extension GLX";
  const std::string before = read_text(session.file);
  const ProgramRun run = session.run(R"sh("$DASHBOARD" --lang en "$FILE")sh");
  CHECK(run.exit_code == 1);
  CHECK(run.err.find("No window can be opened: ") != std::string::npos);
  CHECK(read_text(session.file) == before);
}

TEST_CASE("the dashboard tells how it is called", "[shell]") {
  CHECK(run_program(program_path("orienta-dashboard"), {"--help", "--lang", "en"})
            .out.starts_with("usage: orienta-dashboard"));
  CHECK(run_program(program_path("orienta-dashboard"), {"--version"}).out.starts_with("orienta-dashboard "));
  CHECK(run_program(program_path("orienta-dashboard"), {"--nonsense"}).exit_code == 2);
}
