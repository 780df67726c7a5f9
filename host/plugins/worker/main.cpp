// SPDX-License-Identifier: MIT
// orienta-worker: the process in which one plugin runs. Started by the program only
// (plugins/worker_process.cpp), with descriptors as in wire.hpp:
//
//   orienta-worker <parent's process id> <bytes of address space> <plugin id> <plugin version>
//   orienta-worker <parent's process id> <bytes of address space>       says which protections there are and
//   ends
#include <unistd.h>

#include <charconv>
#include <string_view>

#include "plugins/worker/library.hpp"
#include "plugins/worker/server.hpp"
#include "plugins/worker/shield.hpp"

namespace {

using namespace orienta;

std::uint64_t number(std::string_view text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

int run(int argc, char** argv) {
  constexpr int kProbe = 3;
  constexpr int kFull = 5;
  if (argc != kProbe && argc != kFull) return 2;
  worker::Shield shield;
  shield.raise(static_cast<int>(number(argv[1])), number(argv[2]));
  if (argc == kProbe) {
    shield.tighten();
    return worker::send_ready(shield.layers()) ? 0 : 1;
  }
  worker::Server server;
  worker::Library library;
  const auto refusal = library.open("/proc/self/fd/" + std::to_string(wire::kLibrary), argv[3], argv[4]);
  if (refusal.problem != wire::EntryProblem::kNone) return worker::send_refusal(refusal) ? 0 : 1;
  ::close(wire::kLibrary);
  shield.tighten();
  if (!worker::send_ready(shield.layers())) return 1;
  server.serve(library.entry());
  return 0;
}

}  // namespace

// Under sanitizers a crash stays the signal it is, and nothing is looked for at the end, where no file can be
// read.
#if defined(__SANITIZE_ADDRESS__)
extern "C" const char* __asan_default_options() {  // NOLINT(bugprone-reserved-identifier)
  return "handle_segv=0:handle_sigbus=0:handle_sigfpe=0:handle_sigill=0:handle_abort=0:detect_leaks=0:"
         "allocator_may_return_null=1:use_sigaltstack=0";
}
#endif

int main(int argc, char** argv) {
  // Not by returning: the plugin's destructors of static objects have nothing to clean up here.
  ::_exit(run(argc, argv));
}
