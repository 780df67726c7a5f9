// SPDX-License-Identifier: MIT
// The n-th writing operation fails, for every n: what was there before an action, or all of it, is there
// afterwards.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <functional>
#include <string>

#include "store/fault_vfs.hpp"
#include "store/projects.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

using Fault = FaultVfs::Fault;

/// Opens, puts twenty answers in one action, closes. False when any step says so.
bool put_answers(const std::filesystem::path& file) {
  auto project = Project::open(file, Project::Access::kWrite);
  if (!project) return false;
  auto change = project->begin(msg("store.action-import-answers", {{"file", "a.csv"}, {"n", 20}}));
  if (!change) return false;
  for (int i = 0; i < 20; ++i) {
    Answer answer = sample_answer("q" + std::to_string(i));
    answer.comment = std::string(500, 'x');
    if (!change->put_answer(kAssessment, answer)) return false;
  }
  return change->commit().has_value();
}

/// What may be there afterwards: nothing of the action or all of it; and all of it if it said so.
void check_whole(const std::filesystem::path& file, bool must_be_there) {
  const Project project = ok(Project::open(file, Project::Access::kWrite));
  const std::size_t found = ok(project.answers(kAssessment)).size();
  CHECK((found == 20 || (found == 0 && !must_be_there)));
  check_sound(project);
}

std::string prepared() {
  const TempFolder folder;
  ok(new_project(folder / "a.orienta").close());
  return read_text(folder / "a.orienta");
}

/// Runs `act` with the fault at 1, 2, 3, … until it no longer happens; checks after each.
void for_every_operation(Fault fault, const std::function<bool(const std::filesystem::path&)>& act) {
  const std::string before = prepared();
  constexpr int kEnough = 1000;
  int n = 1;
  for (; n < kEnough; ++n) {
    INFO("operation " << n);
    const TempFolder folder;
    const auto file = folder.write("a.orienta", before);
    bool done = false;
    bool failed = false;
    {
      FaultVfs vfs;
      vfs.fail_at(n, fault);
      done = act(file);
      failed = vfs.has_failed();
    }
    check_whole(file, done);
    if (!failed) break;
  }
  CHECK(n > 10);
  CHECK(n < kEnough);
}

/// Runs `act` in a process of its own; its exit code, or minus the signal.
int in_child(const std::function<int()>& act) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(act());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace

TEST_CASE("one failing operation leaves the old or the new state", "[store][fault]") {
  for_every_operation(Fault::kTransient, put_answers);
}

TEST_CASE("a disk that fails from some operation on leaves the old or the new state", "[store][fault]") {
  for_every_operation(Fault::kPersistent, put_answers);
}

TEST_CASE("a disk that is full from some write on leaves the old or the new state", "[store][fault]") {
  for_every_operation(Fault::kFull, put_answers);
}

TEST_CASE("a process that ends in the middle of any operation leaves the old or the new state",
          "[store][fault]") {
  const std::string before = prepared();
  constexpr int kSurvived = 7;
  int n = 1;
  int code = 0;
  for (; n < 1000 && code != kSurvived; ++n) {
    INFO("operation " << n);
    const TempFolder folder;
    const auto file = folder.write("a.orienta", before);
    code = in_child([&] {
      FaultVfs vfs;
      vfs.fail_at(n, Fault::kExit);
      put_answers(file);
      return kSurvived;
    });
    check_whole(file, code == kSurvived);
  }
  CHECK(n > 10);
  CHECK(code == kSurvived);
}

TEST_CASE("a project whose making fails is not there, and nothing else is", "[store][fault]") {
  for (const Fault fault : {Fault::kTransient, Fault::kPersistent, Fault::kFull}) {
    for (int n = 1;; ++n) {
      INFO("operation " << n);
      const TempFolder folder;
      bool made = false;
      bool failed = false;
      {
        FaultVfs vfs;
        vfs.fail_at(n, fault);
        made = Project::create(folder / "a.orienta", sample_info()).has_value();
        failed = vfs.has_failed();
      }
      if (made)
        check_sound(ok(Project::open(folder / "a.orienta", Project::Access::kRead)));
      else
        CHECK(std::filesystem::is_empty(folder.path()));
      if (!failed) break;
    }
  }
}

TEST_CASE("a full disk is reported as that, and the change is over", "[store][fault]") {
  const TempFolder folder;
  const auto file = folder.write("a.orienta", prepared());
  FaultVfs vfs;
  Project project = ok(Project::open(file, Project::Access::kWrite));
  answer(project, sample_answer("q1"));
  vfs.fail_at(1, Fault::kFull);
  Change change = ok(project.begin(msg("store.action-answer", {{"unit", "north"}, {"indicator", "q2"}})));
  ok(change.put_answer(kAssessment, sample_answer("q2")));
  const auto full = change.commit();
  CHECK(error_of(full) == "store.no-space");
  CHECK(full.error().kind == ErrorKind::kNoSpace);
  CHECK(error_of(change.put_answer(kAssessment, sample_answer("q3"))) == "store.change-is-over");
  vfs.heal();
  answer(project, sample_answer("q3"));
  CHECK(ok(project.answers(kAssessment)).size() == 2);
  check_sound(project);
}

TEST_CASE("a limit on the size of files is reported, and nothing is lost", "[store][fault]") {
  const TempFolder folder;
  const auto file = folder.write("a.orienta", prepared());
  const int code = in_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1'000'000, 1'000'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    auto project = Project::open(file, Project::Access::kWrite);
    if (!project) return 1;
    for (int i = 0; i < 500; ++i) {
      auto change = project->begin(msg("store.action-answer", {{"unit", "north"}, {"indicator", "q"}}));
      Answer answer = sample_answer("q" + std::to_string(i));
      answer.comment = std::string(2000, 'x');
      Status put = change ? change->put_answer(kAssessment, answer) : Status(tl::unexpected(change.error()));
      const auto entry = put ? change->commit() : Result<LogEntry>(tl::unexpected(put.error()));
      if (entry) continue;
      return entry.error().kind == ErrorKind::kNoSpace && i > 10 ? 0 : 2;
    }
    return 3;
  });
  CHECK(code == 0);
  const Project project = ok(Project::open(file, Project::Access::kRead));
  CHECK(ok(project.answers(kAssessment)).size() > 10);
  check_sound(project);
}
