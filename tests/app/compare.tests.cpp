// SPDX-License-Identifier: MIT
// Comparing shows nothing that either of the two withholds.
#include "app/compare.hpp"

#include <catch2/catch_test_macros.hpp>

#include "project_fixture.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

/// Ten answers of the north and three of the south, of an anonymous source.
void import_survey(const ProjectFixture& fixture, const std::string& file) {
  std::string rows = "unit,indicator,respondent,value\n";
  for (int i = 0; i < 13; ++i)
    rows += std::string(i < 10 ? "north" : "south") + ",a-i," + file + std::to_string(i) +
            (i < 10 ? ",yes_\n" : ",no_\n");
  Project project = fixture.open();
  const auto assessment = open_assessment(project, "");
  REQUIRE(assessment);
  ImportOrder order;
  order.data = fixture.folder.write(file, rows);
  order.shape = Shape::kSurvey;
  order.set = "a";
  order.mapping = fixture.folder.write("source.yaml", "shape: survey\nconstants: {source: auditor}\n");
  REQUIRE(import_data(project, *assessment, order));
}

}  // namespace

TEST_CASE("what one assessment withholds is not shown by comparing it with another", "[app]") {
  const ProjectFixture fixture({{"a", tiny_set("a", "", "anonymous: [auditor]\npool: [auditor]\n")}});
  import_survey(fixture, "one.csv");
  {
    Project project = fixture.open();
    const auto first = open_assessment(project, "");
    REQUIRE(first);
    REQUIRE(set_scope(project, first->record, {UnitId("south")}, false));
    REQUIRE(make_assessment(project, {"later", parse_period("2027-H1"), parse_date("2027-06-01"), false}));
    const auto later = open_assessment(project, "later");
    REQUIRE(later);
    REQUIRE(set_scope(project, later->record, {UnitId("south")}, true));
  }
  import_survey(fixture, "two.csv");
  // The north is hidden as well, or the three of the south could be worked out from it.
  REQUIRE(!fixture.index("north", "a", "a"));

  const Project project = fixture.open(Project::Access::kRead);
  PluginHost plugins(fixture.places);
  for (const std::string unit : {"north", "head"}) {
    const auto compared = compare(project, plugins, {"2026-h2", "later", unit, "", ""});
    REQUIRE(compared);
    REQUIRE(compared->sets.size() == 1);
    CHECK_FALSE(compared->sets[0].nodes[0].like_for_like);
  }
}
