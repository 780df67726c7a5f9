// SPDX-License-Identifier: MIT
// After a person is forgotten, no byte of the name or the texts is in the file or beside it.
#include <algorithm>
#include <filesystem>

#include "store/projects.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

const std::string kName = "Nadezhda Petrova";
const std::string kWords[] = {"comment-of-hers", "reason-of-hers", "earlier-words-of-hers",
                              "words-as-the-unit-itself"};

/// Whether any file of the folder has these bytes.
bool is_anywhere(const TempFolder& folder, const std::string& text) {
  return std::ranges::any_of(std::filesystem::directory_iterator(folder.path()), [&](const auto& entry) {
    return read_text(entry.path()).find(text) != std::string::npos;
  });
}

PersonId person_named(const Project& project, const std::string& name) {
  for (const Person& person : ok(project.persons()))
    if (person.name == name) return person.id;
  FAIL("nobody is called " << name);
  return {};
}

Answer said(const PersonId& assessor, std::string indicator, std::string comment) {
  Answer answer = sample_answer(std::move(indicator));
  answer.key.assessor = assessor;
  answer.comment = std::move(comment);
  return answer;
}

/// Her name, her texts (also changed and undone ones), somebody else's, and enough rows to fill many pages.
Project talkative_project(const TempFolder& folder) {
  Project project = new_project(folder / "a.orienta");
  const PersonId person = person_named(project, kName);
  answer(project, said(person, "q1", kWords[2]));
  answer(project, said(person, "q1", kWords[0]));
  Answer excused = said(person, "q2", "");
  excused.state = AnswerState::kNotApplicable;
  excused.point.clear();
  excused.reason = kWords[1];
  answer(project, excused);
  Answer self = said({}, "q3", kWords[3]);
  self.key.unit = UnitId("e-17");
  self.key.source = Source::kSelf;
  answer(project, self);
  answer(project, said(PersonId("else"), "q4", "words-of-another"));
  for (int i = 0; i < 300; ++i)
    answer(project, said(i % 2 == 0 ? person : PersonId("else"), "r" + std::to_string(i),
                         (i % 2 == 0 ? kWords[0] : "words-of-another") + std::to_string(i)));
  ok(project.undo());
  return project;
}

}  // namespace

TEST_CASE("forgetting leaves no trace of the name and the texts, in the open file and in the closed one",
          "[store]") {
  const TempFolder folder;
  Project project = talkative_project(folder);
  REQUIRE(is_anywhere(folder, kName));
  REQUIRE(is_anywhere(folder, kWords[2]));
  const PersonId person = person_named(project, kName);
  ok(project.forget(person));
  for (const bool is_closed : {false, true}) {
    INFO("closed: " << is_closed);
    CHECK_FALSE(is_anywhere(folder, kName));
    for (const std::string& words : kWords)
      CHECK_FALSE(is_anywhere(folder, words));
    CHECK(is_anywhere(folder, "words-of-another"));
    if (!is_closed) ok(project.close());
  }
}

TEST_CASE("forgetting keeps answers, other people's words and a valid chain, and is in the log", "[store]") {
  const TempFolder folder;
  Project project = talkative_project(folder);
  const std::size_t answers = ok(project.answers(kAssessment)).size();
  const PersonId person = person_named(project, kName);
  ok(project.forget(person));
  check_sound(project);
  const auto after = ok(project.answers(kAssessment));
  CHECK(after.size() == answers);
  for (const Answer& answer : after) {
    const bool hers = answer.key.assessor == person || answer.key.source == Source::kSelf;
    CHECK(answer.comment.empty() == hers);
    CHECK(answer.reason.empty());
  }
  CHECK(ok(project.assessments())[0].units[2].name.empty());
  CHECK(ok(project.log())[0].action == msg("store.action-forget", {{"person", person.value}}));
  for (const Person& known : ok(project.persons()))
    CHECK((known.id != person || known.name.empty()));

  // What was read can be put back: nothing has changed.
  Change change = ok(project.begin(msg("store.action-units", {{"n", 3}})));
  ok(change.put_assessment(ok(project.assessments())[0]));
  for (const Answer& answer : after)
    ok(change.put_answer(kAssessment, answer));
  CHECK(change.cells() == 0);
}

TEST_CASE("what was erased does not come back by undo", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  const PersonId person = person_named(project, kName);
  answer(project, said(person, "q1", "first"));
  answer(project, said(person, "q1", "second"));
  ok(project.forget(person));
  const auto refused = project.undo();
  CHECK(error_of(refused) == "store.was-erased");
  CHECK(refused.error().kind == ErrorKind::kRefused);
  check_sound(project);
}

TEST_CASE("undo passes over what was erased and takes the newest action that is whole", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  const PersonId person = person_named(project, kName);
  answer(project, sample_answer("q2", "yes"));
  answer(project, said(person, "q1", "first"));
  answer(project, said(person, "q1", "second"));
  ok(project.forget(person));
  const LogEntry undone = ok(project.undo());
  CHECK(undone.passed_over == 2);
  CHECK_FALSE(ok(project.answer(kAssessment, sample_answer("q2", "yes").key)));
  CHECK(ok(project.answer(kAssessment, said(person, "q1", "second").key)));
  const LogEntry redone = ok(project.redo());
  CHECK(redone.of == undone.of);
  CHECK(redone.passed_over == 0);
  CHECK(ok(project.answer(kAssessment, sample_answer("q2", "yes").key)));
  check_sound(project);
}

TEST_CASE("forgetting twice, or nobody", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  const PersonId person = person_named(project, kName);
  ok(project.forget(person));
  const std::size_t entries = ok(project.log()).size();
  ok(project.forget(person));
  CHECK(ok(project.log()).size() == entries);
  CHECK(error_of(project.forget(PersonId("nobody"))) == "store.unknown-person");
}

TEST_CASE("forgetting beside an open reader finishes when it is run again", "[store]") {
  const TempFolder folder;
  Project project = talkative_project(folder);
  const PersonId person = person_named(project, kName);
  {
    const Project reader = ok(Project::open(folder / "a.orienta", Project::Access::kRead));
    CHECK(ok(reader.persons()).size() == 1);
    ok(project.forget(person));
  }
  ok(project.close());
  CHECK_FALSE(is_anywhere(folder, kName));
}
