// SPDX-License-Identifier: MIT
#include "plugins/watch.hpp"

namespace orienta {

Watch::Watch(const WorkerProcess& process, std::chrono::milliseconds limit)
    : process_(process), limit_(limit) {
  begin(Clock::now());
}

void Watch::begin(Clock::time_point now) {
  since_ = now;
  used_ = process_.processor_time();
  looked_ = now;
  looked_used_ = used_;
  was_asleep_ = false;
  slept_ = {};
}

/// Counts the time between two looks that both found it asleep and between which it did nothing. Looks that
/// came late, because the machine or this program stood still, count as if they had been on time.
void Watch::look(Clock::time_point now, bool is_silent) {
  if (now - looked_ < next_look() / 2) return;
  const auto used = process_.processor_time();
  const bool is_asleep = is_silent && process_.is_asleep();
  if (is_asleep && was_asleep_ && used == looked_used_)
    slept_ += std::min<std::chrono::nanoseconds>(now - looked_, 2 * next_look());
  was_asleep_ = is_asleep;
  looked_used_ = used;
  looked_ = now;
}

bool Watch::has_hung(bool is_silent) {
  const auto now = Clock::now();
  // Forward only, so that a plugin that plays with the page cannot go on for ever.
  if (const auto unit = process_.page().unit.load(std::memory_order_relaxed); unit > unit_) {
    unit_ = unit;
    begin(now);
  }
  look(now, is_silent);
  if (now - since_ < limit_) return false;
  return process_.processor_time() - used_ >= limit_ / 2 || slept_ >= limit_ / 2 ||
         now - since_ >= kPatience * limit_;
}

}  // namespace orienta
