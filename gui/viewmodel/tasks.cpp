// SPDX-License-Identifier: MIT
#include "viewmodel/tasks.hpp"

#include <utility>

namespace orienta::gui {

Tasks::Tasks(std::function<void()> wake)
    : wake_(std::move(wake)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

Tasks::~Tasks() {
  thread_.request_stop();
  changed_.notify_all();
}

void Tasks::add(Work work) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(work));
  }
  changed_.notify_all();
}

bool Tasks::deliver() {
  std::deque<Delivery> done;
  {
    const std::lock_guard lock(mutex_);
    done.swap(done_);
  }
  for (const Delivery& delivery : done)
    delivery();
  return !done.empty();
}

bool Tasks::busy() const {
  const std::lock_guard lock(mutex_);
  return working_ || !waiting_.empty() || !done_.empty();
}

void Tasks::cancel() {
  const std::lock_guard lock(mutex_);
  current_.request_stop();
}

void Tasks::finish() {
  while (busy()) {
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return !done_.empty() || (!working_ && waiting_.empty()); });
    }
    deliver();
  }
}

void Tasks::run(const std::stop_token& stop) {
  while (true) {
    Work work;
    std::stop_token cancelled;
    {
      std::unique_lock lock(mutex_);
      if (!changed_.wait(lock, stop, [&] { return !waiting_.empty(); })) return;
      if (stop.stop_requested()) return;
      work = std::move(waiting_.front());
      waiting_.pop_front();
      working_ = true;
      current_ = {};
      cancelled = current_.get_token();
    }
    Delivery delivery = work(cancelled);
    const bool has_news = static_cast<bool>(delivery);
    {
      const std::lock_guard lock(mutex_);
      working_ = false;
      if (has_news) done_.push_back(std::move(delivery));
    }
    changed_.notify_all();
    if (has_news && wake_) wake_();
  }
}

}  // namespace orienta::gui
