// SPDX-License-Identifier: MIT
#include "plugins/worker/filters.hpp"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <initializer_list>

namespace orienta::worker {
namespace {

// A rule for a call that this processor does not have is no loss: what is not allowed is forbidden.
void allow(scmp_filter_ctx context, std::initializer_list<int> calls) {
  for (const int call : calls)
    seccomp_rule_add(context, SCMP_ACT_ALLOW, call, 0);
}

/// Allowed when none of the bits `forbidden` is set in argument `index`.
void allow_without(scmp_filter_ctx context, int call, unsigned index, scmp_datum_t forbidden) {
  const scmp_arg_cmp condition{index, SCMP_CMP_MASKED_EQ, forbidden, 0};
  seccomp_rule_add_array(context, SCMP_ACT_ALLOW, call, 1, &condition);
}

void allow_when(scmp_filter_ctx context, int call, unsigned index, scmp_datum_t value) {
  const scmp_arg_cmp condition{index, SCMP_CMP_EQ, value, 0};
  seccomp_rule_add_array(context, SCMP_ACT_ALLOW, call, 1, &condition);
}

}  // namespace

SystemCallFilter::SystemCallFilter(Phase phase) : context_(seccomp_init(SCMP_ACT_KILL_PROCESS)) {
  if (context_ == nullptr) return;
  allow_common();
  if (phase == Phase::kLoading) {
    allow_loading();
  } else {
    allow_without(context_, SCMP_SYS(mmap), 2, PROT_EXEC);
    allow_without(context_, SCMP_SYS(mprotect), 2, PROT_EXEC);
  }
}

SystemCallFilter::~SystemCallFilter() {
  if (context_ != nullptr) seccomp_release(context_);
}

bool SystemCallFilter::apply() {
  return context_ != nullptr && seccomp_load(context_) == 0;
}

void SystemCallFilter::allow_common() {
  allow(context_, {SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(recvmsg), SCMP_SYS(sendmsg),
                   SCMP_SYS(close), SCMP_SYS(fstat), SCMP_SYS(lseek)});
  allow(context_, {SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk)});
  allow(context_, {SCMP_SYS(futex), SCMP_SYS(sched_yield), SCMP_SYS(getpid), SCMP_SYS(gettid),
                   SCMP_SYS(getppid), SCMP_SYS(clock_gettime), SCMP_SYS(getrandom), SCMP_SYS(sysinfo),
                   SCMP_SYS(restart_syscall), SCMP_SYS(rt_sigreturn), SCMP_SYS(exit), SCMP_SYS(exit_group)});
  // stdio looks at an open descriptor before it writes to it, and abort() raises a signal.
  allow_when(context_, SCMP_SYS(newfstatat), 3, AT_EMPTY_PATH);
  allow_when(context_, SCMP_SYS(tgkill), 0, static_cast<scmp_datum_t>(::getpid()));
  allow_when(context_, SCMP_SYS(prlimit64), 2, 0);  // reading a limit
  seccomp_rule_add(context_, SCMP_ACT_ERRNO(ENOTTY), SCMP_SYS(ioctl), 0);
  // Signals stay as the worker set them; abort() and others go on without.
  seccomp_rule_add(context_, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(rt_sigaction), 0);
  seccomp_rule_add(context_, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(rt_sigprocmask), 0);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  allow(context_, {SCMP_SYS(sigaltstack), SCMP_SYS(sched_getaffinity)});
#endif
}

void SystemCallFilter::allow_loading() {
  allow(context_,
        {SCMP_SYS(mmap), SCMP_SYS(mprotect), SCMP_SYS(pread64), SCMP_SYS(access), SCMP_SYS(faccessat),
         SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(readlink),
         SCMP_SYS(readlinkat), SCMP_SYS(getcwd), SCMP_SYS(uname)});
  // Tightening itself.
  allow(context_, {SCMP_SYS(seccomp), SCMP_SYS(prctl)});
  allow_without(context_, SCMP_SYS(openat), 2, O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND);
  allow_without(context_, SCMP_SYS(open), 1, O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND);
}

}  // namespace orienta::worker
