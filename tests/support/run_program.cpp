// SPDX-License-Identifier: MIT
#include "support/run_program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace orienta::test {

namespace {

[[noreturn]] void fail(int code, const std::string& what) {
  throw std::system_error(code, std::generic_category(), what);
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {
    if (number_ < 0) fail(errno, "cannot open a descriptor");
  }
  ~Descriptor() { close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

// Standard input and output are files in memory: no pipe that could fill up, and none that a surviving child
// keeps open.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view content = {}) : file_(memfd_create("orienta-test", MFD_CLOEXEC)) {
    while (!content.empty()) {
      const ssize_t written = write(file_.number(), content.data(), content.size());
      if (written < 0) fail(errno, "cannot write to memory");
      content.remove_prefix(static_cast<std::size_t>(written));
    }
    lseek(file_.number(), 0, SEEK_SET);
  }

  int number() const { return file_.number(); }

  std::string content() const {
    const off_t size = lseek(file_.number(), 0, SEEK_END);
    std::string text(static_cast<std::size_t>(size), '\0');
    std::size_t have = 0;
    while (have < text.size()) {
      const ssize_t got = pread(file_.number(), &text[have], text.size() - have, static_cast<off_t>(have));
      if (got <= 0) break;
      have += static_cast<std::size_t>(got);
    }
    text.resize(have);
    return text;
  }

 private:
  Descriptor file_;
};

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (std::string& text : texts)
    result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

std::vector<std::string> merged_environment(const RunOptions& options) {
  std::vector<std::string> result;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    bool replaced = false;
    for (const auto& [name, value] : options.environment) {
      replaced = replaced || text.substr(0, text.find('=')) == name;
    }
    if (!replaced) result.emplace_back(text);
  }
  for (const auto& [name, value] : options.environment)
    result.push_back(name + "=" + value);
  return result;
}

pid_t start(const std::string& program, std::vector<std::string> arguments, const RunOptions& options, int in,
            int out, int err) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
  if (!options.folder.empty()) posix_spawn_file_actions_addchdir_np(&actions, options.folder.c_str());
  // A process group of its own, so that a timeout reaches its children as well.
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);

  arguments.insert(arguments.begin(), program);
  std::vector<std::string> environment = merged_environment(options);
  pid_t child = -1;
  const int code = posix_spawn(&child, program.c_str(), &actions, &attributes, pointers(arguments).data(),
                               pointers(environment).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (code != 0) fail(code, "cannot start " + program);
  return child;
}

// False when the time is over and the process still runs.
bool ends_within(pid_t child, std::chrono::microseconds timeout) {
  const Descriptor process(static_cast<int>(syscall(SYS_pidfd_open, child, 0)));
  pollfd wait = {process.number(), POLLIN, 0};
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(timeout);
  timespec limit = {};
  limit.tv_sec = seconds.count();
  limit.tv_nsec = std::chrono::nanoseconds(timeout - seconds).count();
  return ppoll(&wait, 1, &limit, nullptr) > 0;
}

}  // namespace

ProgramRun run_program(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                       const RunOptions& options) {
  const MemoryFile in(options.input);
  const MemoryFile out;
  const MemoryFile err;
  const pid_t child = start(program.string(), arguments, options, in.number(), out.number(), err.number());

  ProgramRun run;
  run.timed_out = !ends_within(child, options.timeout);
  if (run.timed_out) kill(-child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) run.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) run.signal = WTERMSIG(status);
  run.out = out.content();
  run.err = err.content();
  return run;
}

std::filesystem::path program_path(std::string_view name) {
  return std::filesystem::path(ORIENTA_BUILD_DIR) / "bin" / name;
}

ProgramRun run_orienta(const std::vector<std::string>& arguments, const RunOptions& options) {
  return run_program(program_path("orienta"), arguments, options);
}

}  // namespace orienta::test
