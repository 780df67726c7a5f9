// SPDX-License-Identifier: MIT
#include "plugins/worker_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/os.hpp"

namespace orienta {
namespace {

std::filesystem::path worker_program() {
  constexpr const char* kName = "orienta-worker";
  const auto folder = os::program_folder();
  std::error_code ignored;
  if (std::filesystem::exists(folder / kName, ignored)) return folder / kName;
  return folder.parent_path() / "bin" / kName;
}

tl::unexpected<Error> not_started(int code) {
  return failure(ErrorKind::kIo, msg("plugins.worker-not-started", {{"program", worker_program().string()},
                                                                    {"reason", std::strerror(code)}}));
}

/// Above the numbers that the worker's descriptors get, so that dup2 in the new process hits none of them.
Descriptor moved_up(int descriptor) {
  constexpr int kAbove = 16;
  return Descriptor(::fcntl(descriptor, F_DUPFD_CLOEXEC, kAbove));
}

/// What posix_spawn is to do, freed at the end.
class SpawnPlan {
 public:
  SpawnPlan() {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawnattr_init(&attributes_);
    for (int i = 0; i <= 2; ++i)
      ::posix_spawn_file_actions_addopen(&actions_, i, "/dev/null", O_RDWR, 0);
    sigset_t none;
    sigset_t all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setsigdefault(&attributes_, &all);
    // A group of its own: Ctrl-C in the terminal is the host's to handle.
    ::posix_spawnattr_setpgroup(&attributes_, 0);
    ::posix_spawnattr_setflags(&attributes_,
                               POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  ~SpawnPlan() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  void give(int descriptor, int as) { ::posix_spawn_file_actions_adddup2(&actions_, descriptor, as); }

  /// errno's value, or 0.
  int run(const std::string& program, std::span<char*> arguments, pid_t& pid) {
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, wire::kPage + 1);
    char* no_environment = nullptr;
    return ::posix_spawn(&pid, program.c_str(), &actions_, &attributes_, arguments.data(), &no_environment);
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

}  // namespace

Result<WorkerProcess> WorkerProcess::start(const Plugin* plugin, std::uint64_t memory) {
  WorkerProcess process;
  std::array<int, 2> pair{-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()) != 0) return not_started(errno);
  process.socket_ = Descriptor(pair[0]);
  const Descriptor far_socket(pair[1]);
  const Descriptor page(::memfd_create("orienta-page", MFD_CLOEXEC));
  if (!page || ::ftruncate(page.get(), sizeof(wire::Page)) != 0) return not_started(errno);
  void* memory_page = ::mmap(nullptr, sizeof(wire::Page), PROT_READ | PROT_WRITE, MAP_SHARED, page.get(), 0);
  if (memory_page == MAP_FAILED) return not_started(errno);
  process.page_ = static_cast<wire::Page*>(memory_page);
  if (auto done = process.spawn(plugin, memory, far_socket.get(), page.get()); !done)
    return tl::unexpected(std::move(done.error()));
  return process;
}

Status WorkerProcess::spawn(const Plugin* plugin, std::uint64_t memory, int far_socket, int page) {
  const auto socket_up = moved_up(far_socket);
  const auto page_up = moved_up(page);
  const auto library_up = plugin != nullptr ? moved_up(plugin->library) : Descriptor();
  if (!socket_up || !page_up || (plugin != nullptr && !library_up)) return not_started(errno);
  SpawnPlan plan;
  plan.give(socket_up.get(), wire::kSocket);
  plan.give(page_up.get(), wire::kPage);
  if (plugin != nullptr) plan.give(library_up.get(), wire::kLibrary);

  const std::string program = worker_program().string();
  std::vector<std::string> texts{"orienta-worker", std::to_string(::getpid()), std::to_string(memory)};
  if (plugin != nullptr) texts.insert(texts.end(), {plugin->id, plugin->version});
  std::vector<char*> arguments;
  for (std::string& text : texts)
    arguments.push_back(text.data());
  arguments.push_back(nullptr);
  if (const int code = plan.run(program, arguments, pid_); code != 0) {
    pid_ = -1;
    return not_started(code);
  }
  return {};
}

WorkerProcess::~WorkerProcess() {
  kill();
  if (pid_ > 0)
    while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
  if (page_ != nullptr) ::munmap(page_, sizeof(wire::Page));
}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      socket_(std::move(other.socket_)),
      page_(std::exchange(other.page_, nullptr)),
      frames_(std::move(other.frames_)) {}

WorkerProcess& WorkerProcess::operator=(WorkerProcess&& other) noexcept {
  std::swap(pid_, other.pid_);
  std::swap(socket_, other.socket_);
  std::swap(page_, other.page_);
  std::swap(frames_, other.frames_);
  return *this;
}

bool WorkerProcess::is_waiting() const {
  char byte = 0;
  const ssize_t got = ::recv(socket(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  return got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

bool WorkerProcess::send(const wire::Request& request, int descriptor) const {
  iovec place{const_cast<wire::Request*>(&request), sizeof request};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  msghdr message{};
  message.msg_iov = &place;
  message.msg_iovlen = 1;
  if (descriptor >= 0) {
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr* head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(head), &descriptor, sizeof descriptor);
  }
  ssize_t sent = 0;
  do
    sent = ::sendmsg(socket(), &message, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  return sent == static_cast<ssize_t>(sizeof request);
}

void WorkerProcess::limit_memory(std::uint64_t bytes) const {
  if (!wire::kMemoryIsLimited) return;
  rlimit both{};
  if (::prlimit(pid_, RLIMIT_AS, nullptr, &both) != 0) return;
  both.rlim_cur = bytes;
  ::prlimit(pid_, RLIMIT_AS, &both, nullptr);
}

std::chrono::nanoseconds WorkerProcess::processor_time() const {
  clockid_t clock{};
  timespec used{};
  if (::clock_getcpuclockid(pid_, &clock) != 0 || ::clock_gettime(clock, &used) != 0) return {};
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

bool WorkerProcess::is_asleep() const {
  // proc(5): "<pid> (<name>) <state> …"; the name is this program's own, without a parenthesis.
  const Descriptor file(::open(("/proc/" + std::to_string(pid_) + "/stat").c_str(), O_RDONLY | O_CLOEXEC));
  std::array<char, 64> text{};
  if (!file || ::read(file.get(), text.data(), text.size() - 1) <= 0) return false;
  const char* name_end = std::strchr(text.data(), ')');
  return name_end != nullptr && std::strncmp(name_end, ") S", 3) == 0;
}

ProcessEnd WorkerProcess::wait_end(std::chrono::milliseconds moment) {
  // Through syscall(), because glibc 2.36 declares pidfd_open as a C++ function.
  if (const Descriptor process(static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0))); process) {
    pollfd ended{process.get(), POLLIN, 0};
    while (::poll(&ended, 1, static_cast<int>(moment.count())) < 0 && errno == EINTR) {
    }
  }
  kill();
  ProcessEnd end;
  pid_t got = 0;
  do
    got = ::waitpid(pid_, &end.status, 0);
  while (got < 0 && errno == EINTR);
  end.known = got == pid_;
  pid_ = -1;
  return end;
}

void WorkerProcess::kill() const {
  if (pid_ > 0) ::kill(pid_, SIGKILL);
}

}  // namespace orienta
