// SPDX-License-Identifier: MIT
// Notices that a plugin does not get on. Inside the module only.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

#include "plugins/worker_process.hpp"

namespace orienta {

/// A clock alone would blame good plugins on a busy machine, so time counts only when the plugin had the
/// processor and did not get on with it, or was seen to sleep: a plugin has nothing to wait for. Where the
/// system does not say what a process does, six times the limit has to pass.
class Watch {
 public:
  using Clock = std::chrono::steady_clock;

  Watch(const WorkerProcess& process, std::chrono::milliseconds limit);

  /// To be asked every next_look() or more often. `is_silent`: nothing has come from the worker. One that
  /// waits for the host to take what it said does not count as sleeping.
  bool has_hung(bool is_silent);
  std::chrono::milliseconds next_look() const {
    return std::clamp(limit_ / 8, std::chrono::milliseconds(1), std::chrono::milliseconds(250));
  }

 private:
  void begin(Clock::time_point now);
  void look(Clock::time_point now, bool is_silent);

  static constexpr int kPatience = 6;

  const WorkerProcess& process_;
  std::chrono::milliseconds limit_;
  std::uint32_t unit_ = 0;
  Clock::time_point since_;          ///< the unit's begin
  std::chrono::nanoseconds used_{};  ///< processor time at its begin
  Clock::time_point looked_;         ///< the last look
  std::chrono::nanoseconds looked_used_{};
  bool was_asleep_ = false;           ///< at the last look
  std::chrono::nanoseconds slept_{};  ///< seen so far
};

}  // namespace orienta
