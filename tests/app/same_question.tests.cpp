// SPDX-License-Identifier: MIT
// A question that two sets share is asked once.
#include <catch2/catch_test_macros.hpp>

#include "app/history.hpp"
#include "project_fixture.hpp"

using namespace orienta;
using namespace orienta::test;

TEST_CASE("one answer serves every set that asks the same question", "[app]") {
  const ProjectFixture fixture(
      {{"first", tiny_set("first")}, {"second", tiny_set("second", ", same_as: first/first-i")}});
  fixture.answer("north", "second", "second-i", "yes_");
  CHECK(fixture.index("north", "first", "first") == 100.0);
  CHECK(fixture.index("north", "second", "second") == 100.0);
  fixture.answer("north", "first", "first-i", "no_");
  CHECK(fixture.index("north", "second", "second") == 0.0);
}

TEST_CASE("undo reaches every set that the answer served", "[app]") {
  const ProjectFixture fixture(
      {{"first", tiny_set("first")}, {"second", tiny_set("second", ", same_as: first/first-i")}});
  fixture.answer("north", "first", "first-i", "yes_");
  {
    Project project = fixture.open();
    REQUIRE(undo_last(project));
  }
  CHECK(!fixture.index("north", "second", "second"));
}

TEST_CASE("a shared question keeps its answer where the first set is not in the assessment", "[app]") {
  const ProjectFixture fixture({{"second", tiny_set("second", ", same_as: first/first-i")}});
  fixture.answer("north", "second", "second-i", "yes_");
  CHECK(fixture.index("north", "second", "second") == 100.0);
}

namespace {

/// Imports a survey of two rows per unit for a set, whose shared question is called `<set>-i`.
bool import_survey(const ProjectFixture& fixture, const std::string& set, const std::string& file,
                   const std::string& rows) {
  Project project = fixture.open();
  const auto assessment = open_assessment(project, "");
  REQUIRE(assessment);
  ImportOrder order;
  order.data = fixture.folder.write(file, rows);
  order.shape = Shape::kSurvey;
  order.set = set;
  order.mapping = fixture.folder.write("source.yaml", "shape: survey\nconstants: {source: auditor}\n");
  return import_data(project, *assessment, order).has_value();
}

std::string rows_for(const std::string& set, const std::string& value) {
  std::string rows = "unit,indicator,respondent,value\n";
  for (int i = 0; i < 6; ++i)
    rows += "north," + set + "-i,r" + std::to_string(i) + "," + value + "\n";
  return rows;
}

}  // namespace

TEST_CASE("a survey of one set serves every set that asks the same question", "[app]") {
  const ProjectFixture fixture(
      {{"first", tiny_set("first")}, {"second", tiny_set("second", ", same_as: first/first-i")}});
  REQUIRE(import_survey(fixture, "first", "a.csv", rows_for("first", "yes_")));
  CHECK(fixture.index("north", "second", "second") == 100.0);
  CHECK(!fixture.index("south", "second", "second"));
  REQUIRE(import_survey(fixture, "second", "b.csv", rows_for("second", "no_")));
  CHECK(fixture.index("north", "first", "first") == 50.0);
  CHECK(fixture.index("north", "second", "second") == 50.0);
}

TEST_CASE("a survey file imported for two sets counts each respondent once", "[app]") {
  const ProjectFixture fixture(
      {{"first", tiny_set("first")}, {"second", tiny_set("second", ", same_as: first/first-i")}});
  const std::string both = rows_for("first", "yes_");
  REQUIRE(import_survey(fixture, "first", "a.csv", both));
  Project project = fixture.open();
  const auto assessment = open_assessment(project, "");
  REQUIRE(assessment);
  ImportOrder order;
  order.data = fixture.folder / "a.csv";
  order.shape = Shape::kSurvey;
  order.set = "second";
  order.mapping = fixture.folder.write("map.yaml",
                                       "shape: survey\nset: second\nconstants: {source: auditor}\nvalues:\n  "
                                       "indicator: {first-i: second-i}\n");
  REQUIRE(import_data(project, *assessment, order));
  project.close();
  std::uint64_t n = 0;
  const Project reading = fixture.open(Project::Access::kRead);
  const auto again = open_assessment(reading, "");
  REQUIRE(again);
  REQUIRE(stored_sheets(reading, *again, 1)([&](std::uint32_t, TallySheet& sheet) -> Status {
    n += sheet.find({0, 0, Source::kAuditor})->values();
    return {};
  }));
  CHECK(n == 6);
}
