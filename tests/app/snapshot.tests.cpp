// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "app/snapshot.hpp"
#include "app/stored_results.hpp"
#include "project_fixture.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

std::vector<Verified> verify(const ProjectFixture& fixture) {
  const Project project = fixture.open(Project::Access::kRead);
  const auto assessment = open_assessment(project, "");
  REQUIRE(assessment);
  PluginHost plugins(fixture.places);
  const auto results = verify_results(project, *assessment, plugins);
  REQUIRE(results);
  return *results;
}

/// Stores results whose text was changed by `change` beforehand.
void save(
    const ProjectFixture& fixture, const std::function<void(std::string&)>& change = [](std::string&) {}) {
  Project project = fixture.open();
  const auto assessment = open_assessment(project, "");
  REQUIRE(assessment);
  PluginHost plugins(fixture.places);
  auto draft = take_snapshot(project, *assessment, plugins);
  REQUIRE(draft);
  change(draft->body);
  auto entry = project.begin(msg("store.action-save-results", {{"assessment", "x"}}));
  REQUIRE(entry);
  REQUIRE(put_snapshot(*entry, *draft));
  REQUIRE(entry->commit());
}

void replace(std::string& text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("what was computed here is found identical", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  fixture.answer("north", "first", "first-i", "yes_");
  save(fixture);
  REQUIRE(verify(fixture).size() == 1);
  CHECK(verify(fixture).front().verdict == Verdict::kIdentical);
  CHECK(!verify(fixture).front().moved_on);
}

TEST_CASE("a difference in the last digits is another build or machine", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  fixture.answer("north", "first", "first-i", "yes_");
  save(fixture, [](std::string& body) { replace(body, "\"index\":100.0", "\"index\":100.00000000001"); });
  CHECK(verify(fixture).front().verdict == Verdict::kEqual);
}

TEST_CASE("a difference that nothing explains is an error", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  fixture.answer("north", "first", "first-i", "yes_");
  save(fixture, [](std::string& body) { replace(body, "\"index\":100.0", "\"index\":99.0"); });
  const auto results = verify(fixture);
  CHECK(results.front().verdict == Verdict::kUnexplained);
  CHECK(results.front().reasons.has_errors());
}

TEST_CASE("a difference is laid to the plugin when it is another one", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  fixture.answer("north", "first", "first-i", "yes_");
  save(fixture, [](std::string& body) {
    replace(body, "\"index\":100.0", "\"index\":99.0");
    replace(body, "\"plugin_hash\":\"", "\"plugin_hash\":\"0");
  });
  CHECK(verify(fixture).front().verdict == Verdict::kPluginDiffers);
}

TEST_CASE("a result whose inputs are not there cannot be recomputed", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  fixture.answer("north", "first", "first-i", "yes_");
  save(fixture, [](std::string& body) { replace(body, "\"layout\":\"", "\"layout\":\"00"); });
  CHECK(verify(fixture).front().verdict == Verdict::kCannotRecompute);
}

TEST_CASE("stored results are read back as they were, for when the plugin is gone", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  fixture.answer("north", "first", "first-i", "yes_");
  const Project project = fixture.open();
  const auto assessment = open_assessment(project, "");
  REQUIRE(assessment);
  CHECK_FALSE(*stored_result(project, *assessment, 0));

  save(fixture);
  PluginHost plugins(fixture.places);
  const auto scores = score_sets(project, *assessment, plugins, {}, ORIENTA_WANT_NODES);
  REQUIRE(scores);
  const auto stored = stored_result(project, *assessment, 0);
  REQUIRE(stored);
  REQUIRE(*stored);
  CHECK((*stored)->result.units == scores->front().result.units);
}

TEST_CASE("stored results that are damaged are an error, not a guess", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  fixture.answer("north", "first", "first-i", "yes_");
  save(fixture, [](std::string& body) { replace(body, "\"sets\"", "\"gone\""); });
  const Project project = fixture.open();
  const auto assessment = open_assessment(project, "");
  REQUIRE(assessment);
  const auto stored = stored_result(project, *assessment, 0);
  REQUIRE_FALSE(stored);
  CHECK(stored.error().kind == ErrorKind::kCorrupt);
}
