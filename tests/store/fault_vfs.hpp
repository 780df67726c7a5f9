// SPDX-License-Identifier: MIT
// A layer between SQLite and the disk whose n-th writing operation fails.
#pragma once

#include <cstdint>

namespace orienta::test {

/// In force as long as it lives: SQLite opens files through it. One at a time.
class FaultVfs {
 public:
  enum class Fault : std::uint8_t {
    kTransient,   ///< the n-th operation fails, the ones after it work
    kPersistent,  ///< the n-th and all after it fail
    kFull,        ///< the same, and the reason is a full disk; what was written stays
    kExit,        ///< the process ends there and then, half of the n-th write done
  };

  FaultVfs();
  ~FaultVfs();
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;

  /// From now on: counts from 1.
  void fail_at(int n, Fault fault);
  /// Works from now on.
  void heal();
  /// Whether an operation has failed since fail_at().
  bool has_failed() const;
};

}  // namespace orienta::test
