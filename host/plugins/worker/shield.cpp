// SPDX-License-Identifier: MIT
#include "plugins/worker/shield.hpp"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>

#include "plugins/worker/filters.hpp"

namespace orienta::worker {
namespace {

// A signal handler has no other way to know.
std::atomic<int> the_parent = 0;

/// The kernel sends the signal when the *thread* that started the worker ends, which need not be the end of
/// the process. A plugin cannot block or replace this: those system calls are refused.
void on_parent_death(int /*signal*/) {
  if (::getppid() != the_parent.load(std::memory_order_relaxed)) ::_exit(0);
}

bool end_with_parent(int parent) {
  the_parent.store(parent, std::memory_order_relaxed);
  struct sigaction action {};
  action.sa_handler = on_parent_death;
  action.sa_flags = SA_RESTART;
  if (::sigaction(SIGUSR1, &action, nullptr) != 0 || ::prctl(PR_SET_PDEATHSIG, SIGUSR1) != 0) return false;
  if (::getppid() != parent) ::_exit(0);
  return true;
}

bool limit(__rlimit_resource_t resource, rlim_t most) {
  const rlimit both{most, most};
  return ::setrlimit(resource, &both) == 0;
}

bool limit_all() {
  constexpr rlim_t kFiles = 32;
  constexpr rlim_t kProcessorSeconds = 24 * 3600;
  bool done = limit(RLIMIT_CORE, 0);
  done = limit(RLIMIT_NOFILE, kFiles) && done;
  done = limit(RLIMIT_FSIZE, 0) && done;
  done = limit(RLIMIT_NPROC, 0) && done;
  done = limit(RLIMIT_CPU, kProcessorSeconds) && done;
  return done;
}

/// Only the soft limit: the host raises it as blocks are added.
bool limit_memory(std::uint64_t memory) {
  if (!wire::kMemoryIsLimited) return false;
  rlimit both{};
  if (::getrlimit(RLIMIT_AS, &both) != 0) return false;
  both.rlim_cur = memory;
  return ::setrlimit(RLIMIT_AS, &both) == 0;
}

}  // namespace

struct Shield::Filters {
  SystemCallFilter loading{SystemCallFilter::Phase::kLoading};
  SystemCallFilter scoring{SystemCallFilter::Phase::kScoring};
};

Shield::Shield() : filters_(std::make_unique<Filters>()) {}
Shield::~Shield() = default;

void Shield::raise(int parent, std::uint64_t memory) {
  const auto add = [this](bool available, wire::Layer layer) {
    if (available) layers_ |= layer;
  };
  add(end_with_parent(parent), wire::kParentDeath);
  add(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, wire::kNoNewPrivileges);
  add(::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0, wire::kNoTracing);
  add(limit_all(), wire::kLimits);
  add(limit_memory(memory), wire::kMemoryLimit);
  add(filters_->loading.apply(), wire::kSeccomp);
}

void Shield::tighten() {
  if (filters_->scoring.apply()) layers_ |= wire::kStrictSeccomp;
}

}  // namespace orienta::worker
