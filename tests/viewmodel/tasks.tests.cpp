// SPDX-License-Identifier: MIT
#include "viewmodel/tasks.hpp"

#include <catch2/catch_test_macros.hpp>
#include <vector>

using namespace orienta::gui;

TEST_CASE("outcomes are handed over in the order of the work, on the thread that asks", "[tasks]") {
  Tasks tasks({});
  std::vector<int> order;
  const auto here = std::this_thread::get_id();
  for (int i = 0; i < 20; ++i)
    tasks.add([&order, i, here](const std::stop_token&) -> Tasks::Delivery {
      const bool is_elsewhere = std::this_thread::get_id() != here;
      return [&order, i, here, is_elsewhere] {
        if (is_elsewhere && std::this_thread::get_id() == here) order.push_back(i);
      };
    });
  tasks.finish();
  REQUIRE(order.size() == 20);
  for (int i = 0; i < 20; ++i)
    CHECK(order[static_cast<std::size_t>(i)] == i);
  CHECK_FALSE(tasks.busy());
}

TEST_CASE("work without news wakes nobody", "[tasks]") {
  std::atomic<int> woken = 0;
  {
    Tasks tasks([&] { ++woken; });
    tasks.add([](const std::stop_token&) { return Tasks::Delivery(); });
    tasks.finish();
    CHECK_FALSE(tasks.deliver());
    tasks.add([](const std::stop_token&) { return Tasks::Delivery([] {}); });
    tasks.finish();
  }
  CHECK(woken == 1);
}

TEST_CASE("what is under way can be asked to stop", "[tasks]") {
  Tasks tasks({});
  std::atomic<bool> started = false;
  bool was_stopped = false;
  tasks.add([&](const std::stop_token& stop) -> Tasks::Delivery {
    started = true;
    while (!stop.stop_requested())
      std::this_thread::yield();
    return [&] { was_stopped = true; };
  });
  while (!started)
    std::this_thread::yield();
  tasks.cancel();
  tasks.finish();
  CHECK(was_stopped);
}
