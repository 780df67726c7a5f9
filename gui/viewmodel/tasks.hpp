// SPDX-License-Identifier: MIT
// Work in the background, one piece after another, whose outcome is handed over on the thread that asks for
// it.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace orienta::gui {

class Tasks {
 public:
  /// What is to be done with an outcome, on the thread that calls deliver(). An empty one says that there is
  /// no news: nobody is woken for it.
  using Delivery = std::function<void()>;
  /// One piece of work, on the background thread. The token asks it to stop early.
  using Work = std::function<Delivery(std::stop_token)>;

  /// `wake` is called on the background thread whenever something can be delivered.
  explicit Tasks(std::function<void()> wake);
  /// Finishes what is under way, drops what waits.
  ~Tasks();
  Tasks(const Tasks&) = delete;
  Tasks& operator=(const Tasks&) = delete;

  void add(Work work);
  /// Hands over what is done; true when there was anything.
  bool deliver();
  /// Whether anything is under way, waits, or is not delivered yet.
  bool busy() const;
  /// Asks what is under way to stop.
  void cancel();
  /// Waits until nothing is left, delivering here: for tests, and before the program ends.
  void finish();

 private:
  void run(const std::stop_token& stop);

  std::function<void()> wake_;
  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<Work> waiting_;
  std::deque<Delivery> done_;
  bool working_ = false;
  std::stop_source current_;
  std::jthread thread_;  ///< last: it uses all of the above
};

}  // namespace orienta::gui
