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
