// SPDX-License-Identifier: MIT
#include "store/projects.hpp"

namespace orienta::test {

std::string codes(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems.kept())
    text += (text.empty() ? "" : " ") + problem.message.code;
  return text;
}

std::string codes(const Error& error) {
  return codes(error.problems);
}

void ok(const Status& status) {
  if (!status) FAIL("error: " << codes(status.error()));
}

ProjectInfo sample_info() {
  return {"Nordic Housing", 5, "Invented."};
}

Assessment sample_assessment(const AssessmentId& id) {
  Assessment assessment;
  assessment.id = id;
  assessment.period = *parse_period("2026-H2");
  assessment.as_of = *parse_date("2026-12-31");
  assessment.sets = {{kSet, "1.0", hash_of("set"), {hash_of("overlay")}}};
  assessment.units.resize(3);
  assessment.units[0] = {UnitId("all"), {}, "Nordic Housing", UnitKind::kOrganisation, 1, "", {}, true};
  assessment.units[1] = {kBranch, UnitId("all"), "Branch North", UnitKind::kBranch, 0.1, "", 1681, true};
  assessment.units[2] = {UnitId("e-17"), kBranch, "Nadezhda Petrova", UnitKind::kEmployee, 2, "clerk", {},
                         false};
  assessment.targets.resize(2);
  assessment.targets[0] = {kSet, NodeId(kSet.value), {}, "", {}, {3, {}, {}}};
  assessment.targets[1] = {kSet, NodeId("q1"), kBranch, "clerk", UnitKind::kEmployee, {{}, {}, 4.4}};
  return assessment;
}

Answer sample_answer(std::string indicator, std::string point) {
  Answer answer;
  answer.key.unit = kBranch;
  answer.key.set = kSet;
  answer.key.indicator = NodeId(std::move(indicator));
  answer.key.source = Source::kAuditor;
  answer.key.occasion = "visit-1";
  answer.date = *parse_date("2026-09-14");
  answer.point = std::move(point);
  return answer;
}

MeasureFigure sample_measure(std::string indicator, Decimal figure) {
  return {kBranch, kSet, NodeId(std::move(indicator)), *parse_period("2026-09"), {}, figure, {}};
}

std::shared_ptr<const TallyLayout> sample_layout(std::size_t slots) {
  TallyLayout layout;
  for (std::size_t i = 0; i < slots; ++i)
    layout.slots.push_back({"q" + std::to_string(i), {"no", "rather-no", "partly", "rather-yes", "yes"}, 0});
  return std::make_shared<const TallyLayout>(std::move(layout));
}

TallySheet sample_sheet(const std::shared_ptr<const TallyLayout>& layout, std::uint64_t seed) {
  TallySheet sheet(layout);
  for (std::uint32_t slot = 0; slot < layout->slots.size(); ++slot) {
    Cell& cell = sheet.cell({slot, 0, Source::kClient});
    for (std::size_t point = 0; point < cell.points.size(); ++point)
      cell.points[point] = 1 + (seed * 7 + slot * 3 + point * 5) % 97;
  }
  return sheet;
}

Project new_project(const std::filesystem::path& file) {
  Project project = ok(Project::create(file, sample_info()));
  Change change = ok(project.begin(msg("store.action-assessment-new", {{"assessment", kAssessment.value}})));
  ok(change.put_assessment(sample_assessment()));
  ok(change.commit());
  return project;
}

LogEntry answer(Project& project, const Answer& answer) {
  Change change = ok(project.begin(msg(
      "store.action-answer", {{"unit", answer.key.unit.value}, {"indicator", answer.key.indicator.value}})));
  ok(change.put_answer(kAssessment, answer));
  return ok(change.commit());
}

void check_sound(const Project& project) {
  CHECK(codes(ok(project.verify_log())) == "");
}

}  // namespace orienta::test
