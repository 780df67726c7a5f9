// SPDX-License-Identifier: MIT
// A file that another program replaces, moves or removes while it is open here.
#include <catch2/generators/catch_generators.hpp>
#include <filesystem>

#include "store/projects.hpp"

using namespace orienta;
using namespace orienta::test;
namespace fs = std::filesystem;

namespace {

using Presence = Project::Presence;

/// As programs that synchronise folders do it: the other file is complete before it takes the place.
void replace(const fs::path& file, const fs::path& by) {
  fs::copy_file(by, file.string() + ".part");
  fs::rename(file.string() + ".part", file);
}

}  // namespace

TEST_CASE("a file that is replaced or removed is noticed and never written to", "[moved]") {
  const TempFolder folder;
  const fs::path file = folder / "a.orienta";
  const fs::path other = folder / "b.orienta";
  { new_project(other); }
  const bool is_removed = GENERATE(false, true);
  const bool has_written = GENERATE(false, true);
  INFO("removed " << is_removed << ", written before " << has_written);
  { new_project(file); }
  auto project = ok(Project::open(file, Project::Access::kWrite));
  if (has_written) answer(project, sample_answer("one"));
  CHECK(project.presence() == Presence::kThere);
  if (is_removed)
    fs::remove(file);
  else
    replace(file, other);
  CHECK(project.presence() == (is_removed ? Presence::kGone : Presence::kReplaced));
  CHECK(error_of(project.begin(msg("store.action-answer"))) == "store.file-moved");
  CHECK(error_of(project.undo()) == "store.file-moved");
  // What was read before can be read on.
  CHECK(ok(project.answers(kAssessment)).size() == (has_written ? 1 : 0));
}

TEST_CASE("what was open is kept in a copy and the file in its place stays as it is", "[moved]") {
  const TempFolder folder;
  const fs::path file = folder / "a.orienta";
  const fs::path copy = folder / "kept.orienta";
  const fs::path other = folder / "b.orienta";
  {
    auto made = new_project(other);
    answer(made, sample_answer("two"));
    answer(made, sample_answer("three"));
  }
  {
    auto project = new_project(file);
    answer(project, sample_answer("one"));
    replace(file, other);
    ok(project.save_copy(copy));
    CHECK(error_of(project.save_copy(copy)) == "store.exists");
    ok(project.close());
  }
  for (const auto& [path, count] : {std::pair(copy, 1U), std::pair(file, 2U)}) {
    INFO(path);
    auto opened = ok(Project::open(path, Project::Access::kWrite));
    CHECK(ok(opened.answers(kAssessment)).size() == count);
    check_sound(opened);
    answer(opened, sample_answer("four"));
    CHECK(opened.presence() == Presence::kThere);
  }
}

TEST_CASE("a removed project is put back where it was", "[moved]") {
  const TempFolder folder;
  const fs::path file = folder / "a.orienta";
  {
    auto project = new_project(file);
    answer(project, sample_answer("one"));
    fs::remove(file);
    ok(project.save_copy(file));
    // It is another file: the one that was opened is gone for good.
    CHECK(project.presence() == Presence::kReplaced);
  }
  const auto opened = ok(Project::open(file, Project::Access::kRead));
  CHECK(ok(opened.answers(kAssessment)).size() == 1);
}

TEST_CASE("a project that is only read can be copied too", "[moved]") {
  const TempFolder folder;
  { new_project(folder / "a.orienta"); }
  const auto project = ok(Project::open(folder / "a.orienta", Project::Access::kRead));
  ok(project.save_copy(folder / "b.orienta"));
  check_sound(ok(Project::open(folder / "b.orienta", Project::Access::kRead)));
}
