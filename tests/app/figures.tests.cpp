// SPDX-License-Identifier: MIT
#include "app/figures.hpp"

#include <catch2/catch_test_macros.hpp>
#include <numeric>

#include "project_fixture.hpp"

using namespace orienta;
using namespace orienta::test;

TEST_CASE("figures have the counts behind a reading and none for a unit without answers", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  fixture.answer("north", "first", "first-i", "yes_");
  const Project project = fixture.open();
  const auto opened = open_assessment(project, "");
  REQUIRE(opened);
  const std::uint32_t north = *opened->unit_index("north");
  const std::uint32_t south = *opened->unit_index("south");
  const auto figures = figures_of(project, *opened, 0, {south, north});
  REQUIRE(figures);
  REQUIRE(figures->size() == 2);
  CHECK((*figures)[0].unit == south);
  CHECK((*figures)[0].sources.empty());
  REQUIRE((*figures)[1].sources.size() == 1);
  const SourceFigures& said = (*figures)[1].sources.front();
  CHECK(said.source == Source::kSelf);
  CHECK(said.n == 1);
  CHECK(said.value == 1.0);
  CHECK(std::accumulate(said.counts.begin(), said.counts.end(), std::uint64_t{0}) == said.n);
}

TEST_CASE("a trend has a step for every assessment and gaps where nothing was asked", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  fixture.answer("north", "first", "first-i", "yes_");
  Project project = fixture.open();
  NewAssessment wanted;
  wanted.id = "next";
  REQUIRE(make_assessment(project, wanted));
  PluginHost plugins(fixture.places);
  const auto steps = trend_of(project, plugins, {"north", "first", "first-i"});
  REQUIRE(steps);
  REQUIRE(steps->size() == 2);
  CHECK((*steps)[0].sources.size() == 1);
  CHECK((*steps)[1].sources.empty());
  const auto unknown = trend_of(project, plugins, {"nowhere", "first", ""});
  REQUIRE(unknown);
  CHECK_FALSE(unknown->front().result);
}
