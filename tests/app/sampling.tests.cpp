// SPDX-License-Identifier: MIT
#include "app/sampling.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/snapshot.hpp"
#include "project_fixture.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

SampleOrder two_of_two() {
  SampleOrder order;
  order.plan.random = {1, 0};
  order.plan.rule = Sample::Rule::kShare;
  order.plan.share = {1, 0};
  order.plan.seed = 7;
  return order;
}

SampleOrder one_of_two() {
  SampleOrder order = two_of_two();
  order.plan.share = {5, 1};
  return order;
}

SampleProposal proposed(const Project& project, const ProjectFixture& fixture, const SampleOrder& order) {
  PluginHost plugins(fixture.places);
  auto proposal = propose_sample(project, *open_assessment(project, ""), plugins, order);
  REQUIRE(proposal);
  return std::move(*proposal);
}

}  // namespace

// draw(7, "south") is below draw(7, "north").
TEST_CASE("a sample sets the scope, is kept with the assessment and is undone in one step", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  Project project = fixture.open();
  const SampleProposal proposal = proposed(project, fixture, one_of_two());
  CHECK(!open_assessment(project, "")->record.sample);
  REQUIRE(apply_sample(project, *open_assessment(project, ""), proposal));
  const auto assessment = open_assessment(project, "");
  REQUIRE(assessment->record.sample);
  CHECK(*assessment->record.sample == proposal.sample);
  CHECK(assessment->record.sample->drawn == std::vector<UnitId>{UnitId("south")});
  CHECK(assessment->record.sample->frame == 2);
  for (const Unit& unit : assessment->organisation.units())
    CHECK(unit.in_scope == (unit.id.value != "north"));
  REQUIRE(project.undo());
  CHECK(!open_assessment(project, "")->record.sample);
  CHECK(open_assessment(project, "")->record.units.back().in_scope);
}

TEST_CASE("the lowest of the assessment before is chosen by judgement", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  fixture.answer("north", "first", "first-i", "no_");
  fixture.answer("south", "first", "first-i", "yes_");
  Project project = fixture.open();
  NewAssessment next;
  next.id = "next";
  REQUIRE(make_assessment(project, next));
  SampleOrder order = one_of_two();
  order.plan.random = {0, 0};
  PluginHost plugins(fixture.places);
  const auto proposal = propose_sample(project, *open_assessment(project, "next"), plugins, order);
  REQUIRE(proposal);
  CHECK(proposal->sample.judged == std::vector<UnitId>{UnitId("north")});
  CHECK(proposal->lines.front().candidate.last_index == 0.0);
  CHECK(proposal->lines.front().chosen.choice == Choice::kLowest);
}

TEST_CASE("results of a sampled network are estimates that can be had again", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  fixture.answer("north", "first", "first-i", "no_");
  fixture.answer("south", "first", "first-i", "yes_");
  Project project = fixture.open();
  REQUIRE(apply_sample(project, *open_assessment(project, ""), proposed(project, fixture, two_of_two())));
  const auto assessment = open_assessment(project, "");
  PluginHost plugins(fixture.places);
  const auto scores = score_sets(project, *assessment, plugins, {}, ORIENTA_WANT_SUMMARY);
  REQUIRE(scores);
  const NodeResult& top = scores->front().result.units.front().nodes.back();
  REQUIRE(top.basis == Basis::kRolled);
  REQUIRE(top.estimate);
  CHECK(top.estimate->n == 2);
  CHECK(top.ci_low == 50.0);  // both of both: no sampling error
  CHECK(top.ci_high == 50.0);
  REQUIRE(save_results(project, *assessment, plugins));
  const auto verified = verify_results(project, *open_assessment(project, ""), plugins);
  REQUIRE(verified);
  CHECK(verified->front().verdict == Verdict::kIdentical);
  CHECK(!verified->front().moved_on);
}

TEST_CASE("a kind that nobody has is refused", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  const Project project = fixture.open(Project::Access::kRead);
  SampleOrder order = one_of_two();
  order.kind = UnitKind::kTeam;
  PluginHost plugins(fixture.places);
  const auto refused = propose_sample(project, *open_assessment(project, ""), plugins, order);
  REQUIRE(!refused);
  CHECK(refused.error().kind == ErrorKind::kNotFound);
}
