// SPDX-License-Identifier: MIT
#include <map>
#include <vector>

#include "store/projects.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

struct Seen {
  std::string bytes;
  bool stale = false;
};

std::map<std::string, Seen> sheets_of(const Project& project,
                                      const std::shared_ptr<const TallyLayout>& layout) {
  std::map<std::string, Seen> seen;
  std::string last;
  ok(project.each_sheet(kAssessment, kSet, layout,
                        [&](const UnitId& unit, TallySheet& sheet, bool stale) -> Status {
                          CHECK(last < unit.value);
                          last = unit.value;
                          seen[unit.value] = {sheet.bytes(), stale};
                          return {};
                        }));
  return seen;
}

Wave wave_of(std::string id, const TallyLayout& layout) {
  return {id, kSet, *parse_period("2026-09"), id + ".csv", hash_of(id), 100, 50, 0, hash_of(layout.bytes())};
}

Change import(Project& project) {
  return ok(project.begin(msg("store.action-import-survey", {{"file", "a.csv"}, {"n", 50}})));
}

}  // namespace

TEST_CASE("the sheets of waves are merged per unit, whatever layout they came with", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  const auto layout = sample_layout(4);
  const auto older = sample_layout(3);
  Change change = import(project);
  ok(change.put_wave(kAssessment, wave_of("w1", *layout), *layout));
  ok(change.put_wave(kAssessment, wave_of("w2", *older), *older));
  ok(change.put_wave_sheet(kAssessment, "w1", UnitId("b"), sample_sheet(layout, 1)));
  ok(change.put_wave_sheet(kAssessment, "w1", UnitId("a"), sample_sheet(layout, 2)));
  ok(change.put_wave_sheet(kAssessment, "w2", UnitId("b"), sample_sheet(older, 3)));
  ok(change.put_wave_sheet(kAssessment, "w2", UnitId("a-b"), sample_sheet(older, 4)));
  CHECK(change.cells() == 6);
  ok(change.commit());

  TallySheet both = sample_sheet(layout, 1);
  ok(both.merge(sample_sheet(older, 3)));
  const auto seen = sheets_of(project, layout);
  REQUIRE(seen.size() == 3);
  CHECK(seen.at("a").bytes == sample_sheet(layout, 2).bytes());
  CHECK(seen.at("b").bytes == both.bytes());
  CHECK_FALSE(seen.at("b").stale);
  CHECK(ok(project.waves(kAssessment)) == std::vector{wave_of("w1", *layout), wave_of("w2", *older)});
  ok(project.undo());
  CHECK(sheets_of(project, layout).empty());
  check_sound(project);
}

TEST_CASE("the same survey file is taken once per set", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  const auto layout = sample_layout(2);
  Change change = import(project);
  ok(change.put_wave(kAssessment, wave_of("w1", *layout), *layout));
  Wave again = wave_of("w1", *layout);
  again.id = "w2";
  const auto refused = change.put_wave(kAssessment, again, *layout);
  CHECK(error_of(refused) == "store.wave-again");
  CHECK(refused.error().kind == ErrorKind::kConflict);
  again.set = SetId("other");
  ok(change.put_wave(kAssessment, again, *layout));
  CHECK(error_of(change.put_wave_sheet(kAssessment, "w9", kBranch, sample_sheet(layout, 1))) ==
        "store.unknown-wave");
  CHECK(error_of(change.put_wave_sheet(kAssessment, "w1", kBranch, sample_sheet(sample_layout(3), 1))) ==
        "store.hash-differs");
}

TEST_CASE("an answer makes its unit's sheet stale until a new one is put", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  const auto layout = sample_layout(4);
  Change change = import(project);
  ok(change.put_wave(kAssessment, wave_of("w1", *layout), *layout));
  ok(change.put_wave_sheet(kAssessment, "w1", kBranch, sample_sheet(layout, 1)));
  ok(change.put_answer(kAssessment, sample_answer("q1")));
  const auto touched = ok(change.touched());
  REQUIRE(touched.size() == 1);
  CHECK(touched[0].unit == kBranch);
  CHECK(touched[0].set == kSet);
  ok(change.commit());
  CHECK(sheets_of(project, layout).at("north").stale);
  CHECK(sheets_of(project, layout).at("north").bytes == sample_sheet(layout, 1).bytes());

  REQUIRE(ok(project.stale_sheets()).size() == 1);
  ok(project.put_sheets({{ok(project.stale_sheets())[0], sample_sheet(layout, 5)}}));
  CHECK(ok(project.stale_sheets()).empty());
  TallySheet both = sample_sheet(layout, 1);
  ok(both.merge(sample_sheet(layout, 5)));
  CHECK(sheets_of(project, layout).at("north").bytes == both.bytes());
  CHECK_FALSE(sheets_of(project, layout).at("north").stale);
  // Of another version of the set.
  CHECK(sheets_of(project, sample_layout(5)).at("north").stale);
  ok(project.undo());
  CHECK(sheets_of(project, layout).at("north").stale);
}

TEST_CASE("sheets that were tallied before another action stay stale", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  answer(project, sample_answer("q1"));
  const auto stale = ok(project.stale_sheets());
  Project other = ok(Project::open(folder / "a.orienta", Project::Access::kWrite));
  answer(other, sample_answer("q2"));
  ok(project.put_sheets({{stale.at(0), sample_sheet(sample_layout(2), 1)}}));
  CHECK(ok(project.stale_sheets()).size() == 1);
}

TEST_CASE("changes of the assessment or of evidence touch every sheet they may change", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  const auto layout = sample_layout(2);
  Answer with_evidence = sample_answer("q1");
  with_evidence.evidence = {"e1"};
  Answer other = sample_answer("q1");
  other.key.unit = UnitId("e-17");
  Change change = import(project);
  ok(change.put_answer(kAssessment, with_evidence));
  ok(change.put_answer(kAssessment, other));
  for (const SheetPlace& place : ok(change.touched()))
    ok(change.put_sheet(place, sample_sheet(layout, 1)));
  ok(change.commit());
  CHECK(ok(project.stale_sheets()).empty());

  Change evidence = import(project);
  ok(evidence.put_evidence({"e1", EvidenceKind::kRecord, "T", "p", {}, {}, {}}));
  REQUIRE(ok(evidence.touched()).size() == 1);
  CHECK(ok(evidence.touched())[0].unit == kBranch);
  ok(evidence.put_sheet(ok(evidence.touched())[0], sample_sheet(layout, 1)));
  ok(evidence.commit());
  CHECK(ok(project.stale_sheets()).empty());

  Change reshaped = import(project);
  Assessment changed = sample_assessment();
  changed.sets.push_back({SetId("another"), "1", hash_of("b"), {}});
  ok(reshaped.put_assessment(changed));
  CHECK(ok(reshaped.touched()).size() == 4);
  ok(reshaped.commit());
  CHECK(ok(project.stale_sheets()).size() == 4);
  check_sound(project);
}

TEST_CASE("an assessment's record is found by its hash after it has changed", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  const Hash before = ok(project.assessment_hash(kAssessment));
  Assessment changed = sample_assessment();
  changed.units.pop_back();
  Change change = import(project);
  ok(change.put_assessment(changed));
  const Hash after = ok(project.assessment_hash(kAssessment));
  ok(change.commit());
  CHECK(before != after);
  CHECK(ok(project.assessment_of(before)) == sample_assessment());
  CHECK(ok(project.assessment_of(after)) == changed);
  ok(project.undo());
  CHECK(ok(project.assessment_hash(kAssessment)) == before);
  CHECK(error_of(project.assessment_hash(AssessmentId("no"))) == "store.unknown-assessment");
  CHECK(error_of(project.assessment_of(hash_of("no"))) == "store.unknown-content");
}
