// SPDX-License-Identifier: MIT
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <thread>

#include "plugins/building.hpp"
#include "plugins/trust.hpp"
#include "plugins/worker/wire.hpp"
#include "support/temp_folder.hpp"

namespace orienta::test {
namespace {

using namespace std::chrono_literals;

/// Asks until it is so; a test fails after a minute.
template <class Condition>
bool becomes(Condition condition) {
  for (int i = 0; i < 60'000; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(1ms);
  }
  return false;
}

RunLimits patient() {
  RunLimits limits;
  limits.per_unit = 600s;
  return limits;
}

/// A copy of a test package that may be changed.
std::filesystem::path copy_of(const Package& package, const TempFolder& folder) {
  const auto copy = folder.path() / package.manifest.id.value;
  std::filesystem::copy(package.folder, copy, std::filesystem::copy_options::recursive);
  return copy;
}

}  // namespace

TEST_CASE("a worker scores whatever order the plugin speaks in") {
  const CriteriaSet set = small_set();
  const auto runner = worker_runner(test_package("sample"));
  const auto prepared = runner->prepare(set);
  REQUIRE(prepared);
  BatchPlan plan;
  plan.units = 3;
  plan.scenarios = 2;
  const auto scores = runner->score(*prepared, batch_of(set, plan), label);
  REQUIRE(scores);
  REQUIRE(scores->units.size() == 6);
  for (std::uint32_t i = 0; i < 6; ++i) {
    CHECK(scores->units[i].unit == i / 2);
    CHECK(scores->units[i].scenario == i % 2);
    REQUIRE(scores->units[i].count == 4);
    for (std::uint32_t node = 0; node < 4; ++node)
      CHECK(scores->scores[scores->units[i].first + node].node == node);
  }
}

TEST_CASE("check gives the plugin's notes and its log") {
  CriteriaSet set = small_set();
  set.params["limits.low"] = 0.25;
  const auto runner = worker_runner(test_package("sample"));
  std::vector<std::string> lines;
  runner->log_to([&](std::uint32_t, const std::string& line) { lines.push_back(line); });
  const auto notes = runner->check(set);
  REQUIRE(notes);
  REQUIRE(notes->size() == 1);
  CHECK(notes->front().code == "sample.unknown-param");
  CHECK(notes->front().node == ORIENTA_NONE);
  CHECK(notes->front().severity == 1);
  CHECK(notes->front().arguments[0].text == "limits.low");
  CHECK(notes->front().arguments[1].number == 0.25);
  CHECK(lines == std::vector<std::string>{"checking"});
}

TEST_CASE("a block that grew and another block are both seen by a warm worker") {
  const CriteriaSet set = small_set(20);
  const auto runner = worker_runner(test_package("sample"));
  const auto prepared = runner->prepare(set);
  REQUIRE(prepared);
  auto block = SharedBlock::create();
  REQUIRE(block);
  const auto workers = workers_of(::getpid());
  for (const std::uint32_t units : {1u, 100u, 2000u, 3u}) {
    BatchPlan plan;
    plan.units = units;
    plan.want = ORIENTA_WANT_SUMMARY;
    write_batch(set, plan, *block);
    const auto scores = runner->score(*prepared, *block, label);
    REQUIRE(scores);
    CHECK(scores->units.size() == units);
    CHECK(runner->score(*prepared, batch_of(set), label));
  }
  CHECK(workers_of(::getpid()) == workers);
}

TEST_CASE("preparing a set again gives the same number") {
  const auto runner = worker_runner(test_package("sample"));
  const auto first = runner->prepare(small_set(2));
  const auto second = runner->prepare(small_set(3));
  const auto again = runner->prepare(small_set(2));
  REQUIRE((first && second && again));
  CHECK(*first == *again);
  CHECK(*first != *second);
}

TEST_CASE("a package that changed after it was approved is not run") {
  const TempFolder folder;
  const auto copy = copy_of(test_package("sample"), folder);
  const auto package = read_package(copy, "given");
  REQUIRE(package);
  {
    std::fstream library(copy / "sample.so", std::ios::in | std::ios::out | std::ios::binary);
    library.seekg(100);
    const int byte = library.get();
    library.seekp(100);
    library.put(static_cast<char>(byte ^ 1));
  }
  const auto prepared = worker_runner(*package)->prepare(small_set());
  REQUIRE_FALSE(prepared);
  CHECK(prepared.error().kind == ErrorKind::kRefused);
  CHECK(codes(prepared.error()) == std::vector<std::string>{"plugins.package-changed"});
  CHECK_FALSE(in_process_runner(*package));
  CHECK(workers_of(::getpid()).empty());
}

TEST_CASE("a worker that was started keeps its bytes when the file changes") {
  const TempFolder folder;
  const auto copy = copy_of(test_package("sample"), folder);
  const auto package = read_package(copy, "given");
  REQUIRE(package);
  const CriteriaSet set = small_set();
  const auto runner = worker_runner(*package);
  const auto prepared = runner->prepare(set);
  REQUIRE(prepared);
  std::filesystem::resize_file(copy / "sample.so", 10);
  for (const int worker : workers_of(::getpid()))
    ::kill(worker, SIGKILL);
  REQUIRE(becomes([] { return workers_of(::getpid()).empty(); }));
  CHECK(runner->score(*prepared, batch_of(set), label));
}

TEST_CASE("a request to stop ends a batch at once") {
  const CriteriaSet set = small_set();
  const auto runner = worker_runner(test_package("hang"), patient());
  const auto prepared = runner->prepare(set);
  REQUIRE(prepared);
  std::stop_source source;
  const auto workers = workers_of(::getpid());
  REQUIRE(workers.size() == 1);
  std::jthread stopper([&] {
    becomes([&] { return is_looping(workers.front()); });
    source.request_stop();
  });
  const auto scores = runner->score(*prepared, batch_of(set), label, source.get_token());
  REQUIRE_FALSE(scores);
  CHECK(scores.error().kind == ErrorKind::kCancelled);

  BatchPlan plan;
  plan.units = 2;
  CHECK(runner->score(*prepared, batch_of(set, plan), label));
}

TEST_CASE("a worker that behaves survives a request to stop") {
  const CriteriaSet set = small_set(50);
  const auto runner = worker_runner(test_package("sample"), patient());
  const auto prepared = runner->prepare(set);
  REQUIRE(prepared);
  BatchPlan plan;
  plan.units = 5'000;
  const auto batch = batch_of(set, plan);
  std::stop_source source;
  std::jthread stopper([&] {
    std::this_thread::sleep_for(5ms);
    source.request_stop();
  });
  const auto scores = runner->score(*prepared, batch, label, source.get_token());
  REQUIRE_FALSE(scores);
  CHECK(scores.error().kind == ErrorKind::kCancelled);
  plan.units = 10;
  CHECK(runner->score(*prepared, batch_of(set, plan), label));
}

TEST_CASE("a request to stop that came too late does not stop the next batch") {
  const CriteriaSet set = small_set();
  const auto runner = worker_runner(test_package("sample"));
  const auto prepared = runner->prepare(set);
  REQUIRE(prepared);
  const auto batch = batch_of(set);
  for (int i = 0; i < 200; ++i) {
    std::stop_source source;
    std::jthread stopper([&] { source.request_stop(); });
    const auto scores = runner->score(*prepared, batch, label, source.get_token());
    if (!scores) CHECK(scores.error().kind == ErrorKind::kCancelled);
    stopper.join();
    REQUIRE(runner->score(*prepared, batch, label));
  }
}

TEST_CASE("a worker killed from outside in the middle of a batch is one error") {
  const CriteriaSet set = small_set();
  const auto runner = worker_runner(test_package("hang"), patient());
  const auto prepared = runner->prepare(set);
  REQUIRE(prepared);
  const auto workers = workers_of(::getpid());
  REQUIRE(workers.size() == 1);
  std::jthread killer([&] {
    becomes([&] { return is_looping(workers.front()); });
    ::kill(workers.front(), SIGKILL);
  });
  const auto scores = runner->score(*prepared, batch_of(set), label);
  REQUIRE_FALSE(scores);
  CHECK(named(scores.error()) == "plugins.killed-at-unit plugin=hang set=test-set unit=unit 2");
}

TEST_CASE("a worker ends with its parent") {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const CriteriaSet set = small_set();
    const auto runner = worker_runner(test_package("hang"), patient());
    const auto prepared = runner->prepare(set);
    if (prepared) (void)runner->score(*prepared, batch_of(set), label);
    ::_exit(1);
  }
  std::vector<int> workers;
  REQUIRE(becomes([&] { return !(workers = workers_of(child)).empty(); }));
  REQUIRE(becomes([&] { return is_looping(workers.front()); }));
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  const auto is_gone = [&] {
    std::ifstream file("/proc/" + std::to_string(workers.front()) + "/stat");
    int process = 0;
    std::string name;
    char state = 'Z';
    return !(file >> process >> name >> state) || state == 'Z';
  };
  CHECK(becomes(is_gone));
}

TEST_CASE("a worker outlives the thread that started it") {
  const CriteriaSet set = small_set();
  const auto runner = worker_runner(test_package("sample"));
  PreparedSet prepared = 0;
  std::thread([&] { prepared = runner->prepare(set).value(); }).join();
  const auto workers = workers_of(::getpid());
  REQUIRE(workers.size() == 1);
  for (int i = 0; i < 100; ++i)
    REQUIRE(runner->score(prepared, batch_of(set), label));
  CHECK(workers_of(::getpid()) == workers);
}

TEST_CASE("all layers of protection are in force on this machine") {
  for (const SandboxLayer& layer : sandbox_layers()) {
    INFO(layer.name);
    CHECK(layer.available == (layer.name != "memory-limit" || wire::kMemoryIsLimited));
  }
  CHECK(sandbox_layers().size() == 7);
}

}  // namespace orienta::test
