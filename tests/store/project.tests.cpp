// SPDX-License-Identifier: MIT
#include "store/project.hpp"

#include <filesystem>

#include "store/projects.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

Message any_action() {
  return msg("store.action-answer", {{"unit", "north"}, {"indicator", "q1"}});
}

/// The project as another program sees it later.
Project reopened(Project project) {
  const std::filesystem::path file = project.file();
  ok(project.close());
  CHECK_FALSE(std::filesystem::exists(file.string() + "-wal"));
  CHECK_FALSE(std::filesystem::exists(file.string() + "-shm"));
  CHECK_FALSE(std::filesystem::exists(file.string() + "-journal"));
  return ok(Project::open(file, Project::Access::kRead));
}

}  // namespace

TEST_CASE("a new project holds what it was made with and lies alone in its folder", "[store]") {
  const TempFolder folder;
  const Project project = reopened(ok(Project::create(folder / "a.orienta", sample_info())));
  CHECK(ok(project.info()) == sample_info());
  CHECK(ok(project.assessments()).empty());
  CHECK(ok(project.log()).size() == 1);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
  check_sound(project);
}

TEST_CASE("a project never replaces a file", "[store]") {
  const TempFolder folder;
  folder.write("a.orienta", "precious");
  const auto made = Project::create(folder / "a.orienta", sample_info());
  CHECK(error_of(made) == "store.exists");
  CHECK(made.error().kind == ErrorKind::kConflict);
  CHECK(read_text(folder / "a.orienta") == "precious");
}

TEST_CASE("assessments come back as they were put, in the order they were made", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  Assessment second = sample_assessment(AssessmentId("2026-a"));
  second.carried_from = kAssessment;
  second.units.clear();
  second.targets.clear();
  Change change = ok(project.begin(any_action()));
  ok(change.put_assessment(second));
  ok(change.commit());
  const auto found = ok(reopened(std::move(project)).assessments());
  REQUIRE(found.size() == 2);
  CHECK(found[0] == sample_assessment());
  CHECK(found[1] == second);
}

TEST_CASE("a sample comes back with its assessment, and without one nothing of it is stored", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  Assessment sampled = sample_assessment();
  sampled.sample =
      Sample{UnitKind::kBranch, Sample::Rule::kShare, {2, 1}, {25, 2}, 7, 120, {kBranch}, {UnitId("south")}};
  const Hash before = ok(project.assessment_hash(kAssessment));
  Change change = ok(project.begin(any_action()));
  ok(change.put_assessment(sampled));
  ok(change.commit());
  CHECK(ok(project.assessments()).front() == sampled);
  ok(project.undo());
  CHECK(ok(project.assessment_hash(kAssessment)) == before);
  CHECK(ok(reopened(std::move(project)).assessments()).front() == sample_assessment());
}

TEST_CASE("answers come back with every field, as a whole, by unit, by set and by key", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  Answer full = sample_answer("q1");
  full.comment = "The lift is slow — \xd0\xbc\xd0\xb5\xd0\xb4\xd0\xbb\xd0\xb5\xd0\xbd\xd0\xbd\xd0\xbe";
  full.confidence = Confidence::kLikely;
  full.evidence = {"e1", "e2"};
  full.carried_over = true;
  Answer measured = sample_answer("q2", "");
  measured.figure = Decimal{440, 2};
  measured.key.source = Source::kSystem;
  Answer excused = sample_answer("q3", "");
  excused.state = AnswerState::kNotApplicable;
  excused.reason = "No lift in this house";
  excused.key.unit = UnitId("e-17");
  Answer open = sample_answer("q4", "");
  open.state = AnswerState::kDontKnow;
  open.date.reset();
  open.key.set = SetId("other");
  Change change = ok(project.begin(any_action()));
  for (const Answer& each : {full, measured, excused, open})
    ok(change.put_answer(kAssessment, each));
  CHECK(change.cells() == 4);
  ok(change.commit());

  const Project read = reopened(std::move(project));
  CHECK(ok(read.answers(kAssessment)) == std::vector{excused, full, measured, open});
  CHECK(ok(read.answers(kAssessment, kBranch)) == std::vector{full, measured, open});
  CHECK(ok(read.answers(kAssessment, kBranch, kSet)) == std::vector{full, measured});
  CHECK(ok(read.answers(kAssessment, {}, SetId("other"))) == std::vector{open});
  CHECK(ok(read.answer(kAssessment, full.key)) == full);
  CHECK_FALSE(ok(read.answer(kAssessment, sample_answer("q9").key)).has_value());
  check_sound(read);
}

TEST_CASE("measures, evidence, findings, snapshots, sets and contents come back as they were put",
          "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  MeasureFigure plain = sample_measure("q1", {-5, 1});
  MeasureFigure rate = sample_measure("q1", {90, 0});
  rate.of = Decimal{100, 0};
  rate.segments = {{"channel", "phone"}, {"class", "A"}};
  const Evidence evidence{"e1",
                          EvidenceKind::kInterview,
                          "Talk",
                          "talk.txt",
                          hash_of("talk"),
                          parse_date("2026-09-01"),
                          parse_date("2027-09-01")};
  const Finding finding{"f1",        kBranch, kSet, NodeId("q1"), "8.2", Finding::Grade::kMajor,
                        "No record", {"e1"},  false};
  const Snapshot snapshot{"s1", kAssessment, R"({"orienta":1})"};
  Change change = ok(project.begin(any_action()));
  ok(change.put_measure(kAssessment, plain));
  ok(change.put_measure(kAssessment, rate));
  ok(change.put_evidence(evidence));
  ok(change.put_finding(kAssessment, finding));
  ok(change.put_snapshot(snapshot));
  ok(change.put_set(hash_of("set: text"), "set: text"));
  const Hash content = ok(change.put_payload("content"));
  ok(change.commit());

  const Project read = reopened(std::move(project));
  CHECK(ok(read.measures(kAssessment)) == std::vector{plain, rate});
  CHECK(ok(read.measures(kAssessment, kBranch)).size() == 2);
  CHECK(ok(read.measures(kAssessment, UnitId("nort"))).empty());
  CHECK(ok(read.evidence()) == std::vector{evidence});
  CHECK(ok(read.findings(kAssessment)) == std::vector{finding});
  CHECK(ok(read.snapshots(kAssessment)).at(0).body == snapshot.body);
  CHECK(ok(read.set_text(hash_of("set: text"))) == "set: text");
  CHECK(ok(read.payload(content)) == "content");
  CHECK(error_of(read.payload(hash_of("else"))) == "store.unknown-content");
  check_sound(read);
}

TEST_CASE("equal contents are no change and make no entry", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  Answer said = sample_answer("q1");
  said.comment = "Twice the same words";
  answer(project, said);
  const std::size_t entries = ok(project.log()).size();
  Change change = ok(project.begin(any_action()));
  ok(change.put_answer(kAssessment, sample_answer("q1", "disagree")));
  CHECK(change.cells() == 1);
  ok(change.put_answer(kAssessment, said));
  ok(change.put_assessment(sample_assessment()));
  ok(change.put_info(sample_info()));
  CHECK(change.cells() == 0);
  CHECK(ok(change.commit()).sequence == 0);
  CHECK(ok(project.log()).size() == entries);
}

TEST_CASE("a change that is dropped leaves no trace, and the next one may begin", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  {
    Change change = ok(project.begin(any_action()));
    ok(change.put_answer(kAssessment, sample_answer("q1")));
    ok(project.person(change, "Nobody"));
    CHECK(ok(project.answers(kAssessment)).size() == 1);
    CHECK(error_of(project.begin(any_action())) == "store.change-is-open");
    CHECK(error_of(project.undo()) == "store.change-is-open");
  }
  CHECK(ok(project.answers(kAssessment)).empty());
  CHECK(ok(project.persons()).size() == 1);
  answer(project, sample_answer("q1"));
  CHECK(ok(project.answers(kAssessment)).size() == 1);
}

TEST_CASE("a change that outlives its project, or was committed, only says that it is over", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  Change change = ok(project.begin(any_action()));
  ok(change.put_answer(kAssessment, sample_answer("q1")));
  ok(project.close());
  CHECK(error_of(change.put_answer(kAssessment, sample_answer("q2"))) == "store.change-is-over");
  CHECK(error_of(change.commit()) == "store.change-is-over");
  CHECK(error_of(project.info()) == "store.is-closed");
  const Project read = ok(Project::open(folder / "a.orienta", Project::Access::kRead));
  CHECK(ok(read.answers(kAssessment)).empty());
}

TEST_CASE("a closed assessment stays as it is", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  answer(project, sample_answer("q1"));
  Assessment closed = sample_assessment();
  closed.closed = true;
  Change closing = ok(project.begin(any_action()));
  ok(closing.put_assessment(closed));
  ok(closing.put_snapshot({"final", kAssessment, "{}"}));
  CHECK(error_of(closing.put_answer(kAssessment, sample_answer("q2"))) == "store.assessment-closed");
  ok(closing.commit());

  Change change = ok(project.begin(any_action()));
  ok(change.put_assessment(closed));
  CHECK(error_of(change.put_assessment(sample_assessment())) == "store.assessment-closed");
  CHECK(error_of(change.put_answer(kAssessment, sample_answer("q1", "no"))) == "store.assessment-closed");
  CHECK(error_of(change.erase_answer(kAssessment, sample_answer("q1").key)) == "store.assessment-closed");
  CHECK(error_of(change.put_measure(kAssessment, sample_measure("q1", {1, 0}))) == "store.assessment-closed");
  ok(change.put_snapshot({"later", kAssessment, "{}"}));
  ok(change.commit());
  ok(project.undo());
  CHECK(error_of(project.undo()) == "store.assessment-closed");
}

TEST_CASE("what is not there or not text is refused by name", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  Change change = ok(project.begin(any_action()));
  CHECK(error_of(change.put_answer(AssessmentId("2027"), sample_answer("q1"))) == "store.unknown-assessment");
  CHECK(error_of(change.put_answer(kAssessment, sample_answer("q\x1f"
                                                              "1"))) == "store.bad-id");
  CHECK(error_of(change.put_answer(kAssessment, sample_answer(std::string(2000, 'q')))) == "store.bad-id");
  Answer broken = sample_answer("q1");
  broken.comment = "\xff\xfe";
  CHECK(error_of(change.put_answer(kAssessment, broken)) == "store.bad-text");
  CHECK(error_of(change.put_set(hash_of("a"), "b")) == "store.hash-differs");
  CHECK(change.cells() == 0);
}

TEST_CASE("a person has one key, and names stand nowhere else", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  Change change = ok(project.begin(any_action()));
  const PersonId first = ok(project.person(change, "Jan Kowalski"));
  CHECK(ok(project.person(change, "Jan Kowalski")) == first);
  CHECK(ok(project.person(change, "Nadezhda Petrova")) != first);
  CHECK(ok(project.person(change, "")).empty());
  Answer said = sample_answer("q1");
  said.key.assessor = first;
  ok(change.put_answer(kAssessment, said));
  ok(change.commit());
  CHECK(ok(project.persons()).size() == 2);
}

TEST_CASE("a project that was opened for reading cannot be changed", "[store]") {
  const TempFolder folder;
  Project project = reopened(new_project(folder / "a.orienta"));
  CHECK(error_of(project.begin(any_action())) == "store.opened-for-reading");
  CHECK(error_of(project.undo()) == "store.opened-for-reading");
  CHECK(error_of(project.forget(PersonId("x"))) == "store.opened-for-reading");
}
