// SPDX-License-Identifier: MIT
// Several processes on one file, and processes that are killed.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <random>
#include <set>
#include <thread>

#include "store/projects.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

using Access = Project::Access;

pid_t start(const std::function<int()>& act) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(act());
  return child;
}

int exit_code(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// One answer in one action, without Catch's help: this runs in children.
bool put(Project& project, const std::string& indicator) {
  auto change = project.begin(msg("store.action-answer", {{"unit", "north"}, {"indicator", indicator}}));
  return change && change->put_answer(kAssessment, sample_answer(indicator)) && change->commit();
}

std::set<std::string> indicators(const Project& project) {
  std::set<std::string> found;
  for (const Answer& answer : ok(project.answers(kAssessment)))
    found.insert(answer.key.indicator.value);
  return found;
}

}  // namespace

TEST_CASE("two processes write into one project and nothing is lost", "[store]") {
  const TempFolder folder;
  ok(new_project(folder / "a.orienta").close());
  constexpr int kEach = 50;
  const auto writer = [&](const std::string& prefix) {
    return start([&, prefix] {
      auto project = Project::open(folder / "a.orienta", Access::kWrite);
      if (!project) return 1;
      for (int i = 0; i < kEach; ++i)
        if (!put(*project, prefix + std::to_string(i))) return 2;
      return project->close() ? 0 : 3;
    });
  };
  const pid_t first = writer("a");
  const pid_t second = writer("b");
  CHECK(exit_code(first) == 0);
  CHECK(exit_code(second) == 0);
  const Project project = ok(Project::open(folder / "a.orienta", Access::kRead));
  CHECK(indicators(project).size() == 2 * kEach);
  CHECK(ok(project.log()).size() == 2 * kEach + 2);
  check_sound(project);
}

TEST_CASE("short commands of many processes do not disturb each other", "[store]") {
  const TempFolder folder;
  ok(new_project(folder / "a.orienta").close());
  std::vector<pid_t> children;
  for (int child = 0; child < 4; ++child) {
    children.push_back(start([&, child] {
      for (int i = 0; i < 10; ++i) {
        auto project = Project::open(folder / "a.orienta", Access::kWrite);
        if (!project) return 1;
        if (!put(*project, std::to_string(child) + "-" + std::to_string(i))) return 2;
        auto reader = Project::open(folder / "a.orienta", Access::kRead);
        if (!reader || !reader->assessments()) return 3;
      }
      return 0;
    }));
  }
  for (const pid_t child : children)
    CHECK(exit_code(child) == 0);
  const Project project = ok(Project::open(folder / "a.orienta", Access::kRead));
  CHECK(indicators(project).size() == 40);
  check_sound(project);
}

TEST_CASE("a second writer waits and then reports that the project is busy", "[store][full]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  Change change = ok(project.begin(msg("store.action-units", {{"n", 1}})));
  ok(change.put_info({"Changed", 5, ""}));
  Project other = ok(Project::open(folder / "a.orienta", Access::kWrite));
  const auto busy = other.begin(msg("store.action-units", {{"n", 1}}));
  CHECK(error_of(busy) == "store.busy");
  CHECK(busy.error().kind == ErrorKind::kBusy);
  CHECK(ok(other.info()) == sample_info());
  ok(change.commit());
  CHECK(ok(other.info()).organisation == "Changed");
  CHECK(put(other, "q1"));
  ok(other.close());
  ok(project.close());
}

TEST_CASE("closing one of two handles leaves the other at work", "[store]") {
  const TempFolder folder;
  Project first = new_project(folder / "a.orienta");
  Project second = ok(Project::open(folder / "a.orienta", Access::kWrite));
  answer(second, sample_answer("q1"));
  ok(first.close());
  answer(second, sample_answer("q2"));
  CHECK(ok(second.answers(kAssessment)).size() == 2);
  Project third = ok(Project::open(folder / "a.orienta", Access::kWrite));
  ok(second.close());
  answer(third, sample_answer("q3"));
  ok(third.close());
  CHECK_FALSE(std::filesystem::exists((folder / "a.orienta").string() + "-wal"));
  const Project read = ok(Project::open(folder / "a.orienta", Access::kRead));
  CHECK(indicators(read) == std::set<std::string>{"q1", "q2", "q3"});
}

TEST_CASE("reading brings home what a killed writer left beside the file", "[store]") {
  const TempFolder folder;
  ok(new_project(folder / "a.orienta").close());
  const pid_t killed = start([&] {
    auto project = Project::open(folder / "a.orienta", Access::kWrite);
    if (!project || !put(*project, "q1")) return 1;
    ::raise(SIGKILL);
    return 2;
  });
  CHECK(exit_code(killed) == -1);
  REQUIRE(std::filesystem::exists(folder / "a.orienta-wal"));
  CHECK(indicators(ok(Project::open(folder / "a.orienta", Access::kRead))).contains("q1"));
  CHECK_FALSE(std::filesystem::exists(folder / "a.orienta-wal"));
  std::filesystem::copy_file(folder / "a.orienta", folder / "copy.orienta");
  CHECK(indicators(ok(Project::open(folder / "copy.orienta", Access::kRead))).contains("q1"));
}

TEST_CASE("a killed writer loses nothing that it acknowledged", "[store][full]") {
  const TempFolder folder;
  ok(new_project(folder / "a.orienta").close());
  // The moments are random; what must hold does not depend on them.
  std::mt19937 moments(std::random_device{}());
  std::set<std::string> acknowledged;
  constexpr int kKills = 200;
  for (int round = 0; round < kKills; ++round) {
    int pipe[2];
    REQUIRE(::pipe(pipe) == 0);
    const pid_t child = start([&] {
      auto project = Project::open(folder / "a.orienta", Access::kWrite);
      if (!project) return 1;
      for (int i = 0;; ++i) {
        if (!put(*project, std::to_string(round) + "-" + std::to_string(i))) return 2;
        if (::write(pipe[1], &i, sizeof i) != sizeof i) return 3;
        // Now and then the whole way through close and open.
        if (i % 5 == 4 && !(project = Project::open(folder / "a.orienta", Access::kWrite))) return 4;
      }
    });
    ::close(pipe[1]);
    int i = 0;
    // The clock starts at the first acknowledged action, so that every round writes.
    if (::read(pipe[0], &i, sizeof i) == sizeof i) acknowledged.insert(std::to_string(round) + "-0");
    std::this_thread::sleep_for(
        std::chrono::microseconds(std::uniform_int_distribution<>(0, 15000)(moments)));
    ::kill(child, SIGKILL);
    CHECK(exit_code(child) == -1);
    while (::read(pipe[0], &i, sizeof i) == sizeof i)
      acknowledged.insert(std::to_string(round) + "-" + std::to_string(i));
    ::close(pipe[0]);
    if (round % 20 != 0 && round != kKills - 1) continue;
    const Project project =
        ok(Project::open(folder / "a.orienta", round % 40 == 0 ? Access::kRead : Access::kWrite));
    const std::set<std::string> found = indicators(project);
    CHECK(std::includes(found.begin(), found.end(), acknowledged.begin(), acknowledged.end()));
    // At most one action per kill was done without being acknowledged.
    CHECK(found.size() <= acknowledged.size() + static_cast<std::size_t>(round) + 1);
    check_sound(project);
  }
}
