// SPDX-License-Identifier: MIT
// Undo and redo, also as a property against a model that keeps whole copies.
#include <rapidcheck.h>

#include <map>
#include <vector>

#include "store/projects.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

using State = std::map<std::string, std::string>;  ///< indicator, point

State state_of(const Project& project, const AssessmentId& assessment) {
  State state;
  for (const Answer& answer : ok(project.answers(assessment)))
    state[answer.key.indicator.value] = answer.point;
  return state;
}

/// What undo and redo should do, in ten lines.
struct Model {
  State now;
  std::vector<State> before;  ///< of what can be undone
  std::vector<State> after;   ///< of what can be redone

  void act(State next) {
    if (next == now) return;
    before.push_back(std::exchange(now, std::move(next)));
    after.clear();
  }
  static bool step(State& now, std::vector<State>& from, std::vector<State>& to) {
    if (from.empty()) return false;
    to.push_back(std::exchange(now, from.back()));
    from.pop_back();
    return true;
  }
};

/// Puts or (with an empty point) erases the answers in one action.
void act(Project& project, const AssessmentId& assessment, const State& answers) {
  Change change =
      ok(project.begin(msg("store.action-import-answers", {{"file", "a.csv"}, {"n", answers.size()}})));
  for (const auto& [indicator, point] : answers) {
    const Answer answer = sample_answer(indicator, point);
    if (point.empty())
      ok(change.erase_answer(assessment, answer.key));
    else
      ok(change.put_answer(assessment, answer));
  }
  ok(change.commit());
}

rc::Gen<State> gen_answers() {
  return rc::gen::container<State>(rc::gen::elementOf(std::vector<std::string>{"q1", "q2", "q3", "q4"}),
                                   rc::gen::elementOf(std::vector<std::string>{"", "yes", "no"}));
}

}  // namespace

TEST_CASE("undo and redo lead back and forth through any actions", "[store]") {
  // A file serves several runs, because making it takes longer than a run; each run has an assessment of its
  // own, and the model goes back to its making.
  constexpr int kRunsPerFile = 10;
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  int runs = 0;
  CHECK(rc::check([&] {
    if (++runs % kRunsPerFile == 0) {
      check_sound(project);
      project = new_project(folder / (std::to_string(runs) + ".orienta"));
    }
    const AssessmentId assessment("run-" + std::to_string(runs));
    Change made = ok(project.begin(msg("store.action-assessment-new", {{"assessment", assessment.value}})));
    ok(made.put_assessment(sample_assessment(assessment)));
    ok(made.commit());
    Model model;
    const int steps = *rc::gen::inRange(1, 25);
    for (int i = 0; i < steps; ++i) {
      const int kind = *rc::gen::weightedElement<int>({{4, 0}, {3, 1}, {2, 2}});
      if (kind == 0) {
        const State answers = *gen_answers();
        State next = model.now;
        for (const auto& [indicator, point] : answers) {
          if (point.empty())
            next.erase(indicator);
          else
            next[indicator] = point;
        }
        act(project, assessment, answers);
        model.act(std::move(next));
      } else if (kind == 1) {
        if (model.before.empty()) continue;
        RC_ASSERT(project.undo().has_value());
        Model::step(model.now, model.before, model.after);
      } else {
        RC_ASSERT(project.redo().has_value() == Model::step(model.now, model.after, model.before));
      }
      RC_ASSERT(state_of(project, assessment) == model.now);
    }
  }));
  check_sound(project);
}

TEST_CASE("the log tells what was done, undone and redone, newest first", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  answer(project, sample_answer("q1"));
  const LogEntry undone = ok(project.undo());
  CHECK(undone.kind == LogEntry::Kind::kUndo);
  CHECK(undone.of == 3);
  auto log = ok(project.log());
  REQUIRE(log.size() == 4);
  CHECK(log[0].action.code == "store.action-undo");
  CHECK(log[1].undone);
  CHECK(log[1].action == msg("store.action-answer", {{"unit", "north"}, {"indicator", "q1"}}));
  CHECK(log[1].cells == 1);
  CHECK(log[3].sequence == 1);
  CHECK(log[0].at.size() == 20);
  CHECK(ok(project.redo()).of == 3);
  log = ok(project.log());
  CHECK(log[0].kind == LogEntry::Kind::kRedo);
  CHECK_FALSE(log[2].undone);
  CHECK(error_of(project.redo()) == "store.nothing-to-redo");
}

TEST_CASE("the making of a project cannot be undone", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  ok(project.undo());
  const auto nothing = project.undo();
  CHECK(error_of(nothing) == "store.nothing-to-undo");
  CHECK(nothing.error().kind == ErrorKind::kNotFound);
  CHECK(ok(project.info()) == sample_info());
  ok(project.redo());
  CHECK(ok(project.assessments()).size() == 1);
}

TEST_CASE("a new action ends what could be redone", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  answer(project, sample_answer("q1"));
  ok(project.undo());
  answer(project, sample_answer("q2"));
  CHECK(error_of(project.redo()) == "store.nothing-to-redo");
  ok(project.undo());
  CHECK(ok(project.answers(kAssessment)).empty());
  check_sound(project);
}

TEST_CASE("an undone answer gets its words back", "[store]") {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  Answer first = sample_answer("q1");
  first.comment = "first words";
  answer(project, first);
  Answer second = first;
  second.comment = "other words";
  answer(project, second);
  ok(project.undo());
  CHECK(ok(project.answer(kAssessment, first.key)) == first);
  ok(project.redo());
  CHECK(ok(project.answer(kAssessment, first.key)) == second);
}
