// SPDX-License-Identifier: MIT
#include "project_fixture.hpp"

#include <catch2/catch_test_macros.hpp>

namespace orienta::test {

ProjectFixture::ProjectFixture(const std::map<std::string, std::string>& sets)
    : file(folder / "test.orienta") {
  places.in_process = true;
  places.criteria = {folder / "sets"};
  NewProject wanted;
  wanted.organisation = "Test";
  wanted.period = parse_period("2026-H2");
  wanted.as_of = parse_date("2026-12-01");
  for (const auto& [id, text] : sets) {
    folder.write("sets/" + id + "/set.yaml", text);
    wanted.sets.push_back(id);
  }
  for (const char* id : {"head", "north", "south"}) {
    Unit unit;
    unit.id = UnitId(id);
    if (unit.id.value != "head") {
      unit.parent = UnitId("head");
      unit.kind = UnitKind::kBranch;
    }
    wanted.units.push_back(unit);
  }
  REQUIRE(make_project(file, wanted, places));
}

Project ProjectFixture::open(Project::Access access) const {
  auto project = Project::open(file, access);
  REQUIRE(project);
  return std::move(*project);
}

void ProjectFixture::answer(const std::string& unit, const std::string& set, const std::string& indicator,
                            const std::string& value, const std::string& source) const {
  Project project = open();
  const auto assessment = open_assessment(project, "");
  REQUIRE(assessment);
  AnswerOrder order;
  order.unit = unit;
  order.set = set;
  order.indicator = indicator;
  order.value = value;
  order.source = source;
  REQUIRE(give_answer(project, *assessment, order));
}

std::optional<double> ProjectFixture::index(const std::string& unit, const std::string& set,
                                            const std::string& node) const {
  const Project project = open(Project::Access::kRead);
  const auto assessment = open_assessment(project, "");
  REQUIRE(assessment);
  PluginHost plugins(places);
  const auto scores = score_sets(project, *assessment, plugins, {unit, set}, ORIENTA_WANT_NODES);
  REQUIRE(scores);
  REQUIRE(!scores->front().failed);
  const auto wanted = assessment->sets[scores->front().set].node(node);
  for (const UnitResult& each : scores->front().result.units)
    for (const NodeResult& result : each.nodes)
      if (each.unit == assessment->unit_index(unit) && result.node == wanted && result.basis == Basis::kOwn)
        return result.index;
  return std::nullopt;
}

std::string tiny_set(const std::string& id, const std::string& extra, const std::string& more) {
  return "orienta: 1\nid: " + id +
         "\nversion: 1.0.0\nplugin: feedback-systems\ntitle: Tiny\nscored_at: [branch]\n" + more +
         "scales:\n  yesno: {points: [{id: no_, value: 0}, {id: yes_, value: 1}]}\ndimensions:\n  - id: " +
         id + "-d\n    title: D\n    criteria:\n      - id: " + id +
         "-c\n        title: C\n        indicators:\n          - {id: " + id +
         "-i, ask: Is it so, scale: yesno, answered_by: [self, auditor]" + extra + "}\n";
}

}  // namespace orienta::test
