// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "project_fixture.hpp"

using namespace orienta;
using namespace orienta::test;

TEST_CASE("a project that cannot be made whole leaves no file", "[app]") {
  const TempFolder folder;
  NewProject wanted;
  wanted.organisation = "X";
  wanted.sets = {"no-such-set"};
  CHECK(make_project(folder / "x.orienta", wanted, {}).error().kind == ErrorKind::kInput);
  CHECK(!std::filesystem::exists(folder / "x.orienta"));
}

TEST_CASE("a company with one site gets the branch that its sets score, and is told so", "[app]") {
  const TempFolder folder;
  NewProject wanted;
  wanted.organisation = "Solo";
  wanted.sets = {"levels-of-service", "front-staff"};
  const auto made = make_project(folder / "solo.orienta", wanted, {});
  REQUIRE(made);
  REQUIRE(made->remarks.kept().size() == 2);
  CHECK(made->remarks.kept()[0].message.code == "app.branch-made");
  CHECK(made->remarks.kept()[1].message.code == "app.no-unit-of-kind");
  CHECK(made->units == 2);
  const auto project = Project::open(folder / "solo.orienta", Project::Access::kRead);
  REQUIRE(project);
  const std::vector<Unit> units = project->assessments()->front().units;
  REQUIRE(units.size() == 2);
  CHECK(units[1].kind == UnitKind::kBranch);
  CHECK(units[1].parent == units[0].id);
}

TEST_CASE("a new assessment without dates is the half-year of its day", "[app]") {
  CHECK(half_year_of(*parse_date("2026-06-30")) == *parse_period("2026-H1"));
  CHECK(half_year_of(*parse_date("2026-07-01")) == *parse_period("2026-H2"));
  CHECK(id_of(*parse_period("2026-H2")).value == "2026-h2");
  CHECK(id_of(*parse_period("2026-09")).value == "2026-09-01");
}

TEST_CASE("differences name what is new, gone and changed", "[app]") {
  Unit same;
  same.id = UnitId("same");
  Unit gone;
  gone.id = UnitId("gone");
  Unit renamed = same;
  renamed.name = "New name";
  Unit added;
  added.id = UnitId("added");
  const auto found = differences({same, gone}, {renamed, added});
  REQUIRE(found.size() == 3);
  CHECK(found[0].kind == Difference::Kind::kChanged);
  CHECK(found[0].what == "name");
  CHECK(found[1].kind == Difference::Kind::kAdded);
  CHECK(found[2].kind == Difference::Kind::kRemoved);
}

TEST_CASE("a unit with answers cannot be taken out of the tree", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  fixture.answer("north", "first", "first-i", "yes_");
  Project project = fixture.open();
  const auto assessment = find_assessment(project, "");
  REQUIRE(assessment);
  std::vector<Unit> without = assessment->units;
  std::erase_if(without, [](const Unit& unit) { return unit.id.value == "north"; });
  const Status refused = replace_units(project, *assessment, without);
  REQUIRE(!refused);
  CHECK(refused.error().kind == ErrorKind::kConflict);
}

TEST_CASE("answers that are carried over count and say so", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  fixture.answer("north", "first", "first-i", "yes_");
  Project project = fixture.open();
  NewAssessment wanted;
  wanted.id = "next";
  wanted.carry_over = true;
  REQUIRE(make_assessment(project, wanted));
  const auto answers = project.answers(AssessmentId("next"));
  REQUIRE(answers);
  REQUIRE(answers->size() == 1);
  CHECK(answers->front().carried_over);
}

TEST_CASE("what was found and not mended is carried over with the answers", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  fixture.answer("north", "first", "first-i", "yes_");
  Project project = fixture.open();
  const auto before = find_assessment(project, "");
  REQUIRE(before);
  auto change = project.begin(msg("store.action-undo", {{"entry", 1}}));
  REQUIRE(change);
  for (const bool open : {true, false}) {
    Finding finding;
    finding.id = open ? "open" : "closed";
    finding.unit = UnitId("north");
    finding.set = SetId("first");
    finding.node = NodeId("first-i");
    finding.grade = Finding::Grade::kMajor;
    finding.open = open;
    REQUIRE(change->put_finding(before->id, finding));
  }
  REQUIRE(change->commit());
  NewAssessment wanted;
  wanted.id = "next";
  wanted.carry_over = true;
  REQUIRE(make_assessment(project, wanted));
  const auto findings = project.findings(AssessmentId("next"));
  REQUIRE(findings);
  REQUIRE(findings->size() == 1);
  CHECK(findings->front().id == "open");
  CHECK(findings->front().open);
}
