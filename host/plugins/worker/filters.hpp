// SPDX-License-Identifier: MIT
// The system calls a plugin may cause, as allow-lists for seccomp. Any other one ends the process with
// SIGSYS.
#pragma once

namespace orienta::worker {

class SystemCallFilter {
 public:
  enum class Phase {
    kLoading,  ///< what the dynamic linker needs: files can be opened for reading
    kScoring,  ///< memory, and talking through descriptors that are open
  };
  /// Builds the filter in memory; it is in force after apply().
  explicit SystemCallFilter(Phase phase);
  ~SystemCallFilter();
  SystemCallFilter(const SystemCallFilter&) = delete;
  SystemCallFilter& operator=(const SystemCallFilter&) = delete;

  /// False when this machine cannot.
  bool apply();

 private:
  void allow_common();
  void allow_loading();

  void* context_ = nullptr;
};

}  // namespace orienta::worker
