// SPDX-License-Identifier: MIT
// Overlays in an assessment: pinned by hash, named in results, through updates of the set.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "app/history.hpp"
#include "app/pinned_set.hpp"
#include "app/set_update.hpp"
#include "app/snapshot.hpp"
#include "project_fixture.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

/// A set "s" with the questions "i" and "j" in one criterion.
std::string set_text(const std::string& number, const std::string& second = "id: j") {
  const std::string rest = ", ask: Is it so, scale: yesno, answered_by: [self, auditor]}\n";
  return "orienta: 1\nid: s\nversion: " + number +
         "\nplugin: feedback-systems\ntitle: S\nscored_at: [branch]\n"
         "scales:\n  yesno: {points: [{id: no_, value: 0}, {id: yes_, value: 1}]}\n"
         "dimensions:\n  - id: d\n    title: D\n    criteria:\n      - id: c\n        title: C\n"
         "        indicators:\n          - {id: i" +
         rest + "          - {" + second + rest;
}

const std::string kHead = "orienta-overlay: 1\nid: north\nof: s\ntitle: Our own\n";
const std::string kAddition = "indicators:\n  c:\n    - {id: ours, ask: Ours, scale: yesno}\n";

class Project1 {
 public:
  Project1() : fixture({{"s", set_text("1.0.0")}}) {
    fixture.answer("north", "s", "i", "yes_");
    fixture.answer("north", "s", "j", "no_");
  }

  Result<PlannedSet> lay(const std::vector<std::string>& texts) const {
    Project project = fixture.open();
    const auto assessment = open_assessment(project, "");
    REQUIRE(assessment);
    std::vector<std::filesystem::path> files;
    for (const std::string& text : texts)
      files.emplace_back(fixture.folder.write("overlay" + std::to_string(files.size()) + ".yaml", text));
    auto planned = plan_overlays(project, *assessment, "s", files);
    if (planned) REQUIRE(carry_out(project, *planned, msg("store.action-set-overlay")));
    return planned;
  }

  Result<PlannedSet> update(const std::string& text) const {
    Project project = fixture.open();
    const auto assessment = open_assessment(project, "");
    auto planned = plan_set_update(project, *assessment, fixture.places,
                                   {"s", fixture.folder.write("next/set.yaml", text), std::nullopt});
    if (planned) REQUIRE(carry_out(project, *planned, msg("store.action-set-update")));
    return planned;
  }

  CriteriaSet set() const {
    const Project project = fixture.open(Project::Access::kRead);
    auto assessment = open_assessment(project, "");
    REQUIRE(assessment);
    return assessment->sets.front();
  }

  std::optional<double> index() const { return fixture.index("north", "s", "s"); }

  ProjectFixture fixture;
};

}  // namespace

TEST_CASE("weights and exclusions of an overlay change the result, and taking it off brings all back",
          "[app]") {
  const Project1 project;
  const Hash bare = project.set().hash;
  CHECK(project.index() == 50.0);
  REQUIRE(project.lay({kHead + "weights: {i: 3}\n"}));
  CHECK(project.index() == 75.0);
  const auto excluding = project.lay({kHead + "exclude: [j]\n"});
  REQUIRE(excluding);
  CHECK(excluding->excluded == std::vector<std::string>{"j"});
  CHECK(!excluding->transition.archives());
  CHECK(project.index() == 100.0);
  REQUIRE(project.lay({}));
  CHECK(project.index() == 50.0);
  CHECK(project.set().hash == bare);
}

TEST_CASE("answers to an addition go to the archive when its overlay is taken off, and undo brings them back",
          "[app]") {
  const Project1 project;
  REQUIRE(project.lay({kHead + kAddition}));
  project.fixture.answer("north", "s", "ours", "no_");
  CHECK(project.index() < 50.0);
  const auto off = project.lay({});
  REQUIRE(off);
  CHECK(off->transition.archives());
  CHECK(project.index() == 50.0);
  {
    Project opened = project.fixture.open();
    REQUIRE(undo_last(opened));
  }
  CHECK(project.index() < 50.0);
}

TEST_CASE("overlays are pinned in order and named in version, notes and stored results", "[app]") {
  const Project1 project;
  const std::string second = "orienta-overlay: 1\nid: more\nof: s\ntitle: More\nweights: {j: 2}\n";
  REQUIRE(project.lay({kHead + kAddition, second}));
  const CriteriaSet set = project.set();
  CHECK(set.version == "1.0.0+north.more");
  REQUIRE(set.overlays.size() == 2);
  CHECK(set.overlays[0].hash == hash_of(kHead + kAddition));
  const auto notes = overlay_notes({set});
  REQUIRE(notes.size() == 2);
  CHECK(notes[1].find("overlay")->value() == Argument("more").value());

  Project opened = project.fixture.open();
  PluginHost plugins(project.fixture.places);
  {
    const auto assessment = open_assessment(opened, "");
    REQUIRE(assessment);
    CHECK(assessment->record.sets.front().overlays ==
          std::vector{set.overlays[0].hash, set.overlays[1].hash});
    REQUIRE(save_results(opened, *assessment, plugins));
  }
  const auto assessment = open_assessment(opened, "");
  const auto verified = verify_results(opened, *assessment, plugins);
  REQUIRE(verified);
  REQUIRE(verified->size() == 1);
  CHECK(verified->front().verdict == Verdict::kIdentical);
  CHECK_FALSE(verified->front().moved_on);
  CHECK(verified->front().overlays == std::vector<std::string>{"north", "more"});
}

TEST_CASE("an overlay goes through an update of its set, or the update says what no longer fits", "[app]") {
  const Project1 project;
  REQUIRE(project.lay({kHead + "weights: {j: 3}\n" + kAddition}));
  project.fixture.answer("north", "s", "ours", "yes_");
  const auto renamed = project.update(set_text("2.0.0", "id: k, replaces: [j]"));
  REQUIRE(renamed);
  CHECK(renamed->remarks.warnings() == 1);
  CHECK(project.set().version == "2.0.0+north");
  CHECK(project.set().indicators[*project.set().indicator("k")].weight == 3);
  CHECK(!renamed->transition.archives());

  const auto refused = project.update(set_text("3.0.0", "id: another"));
  REQUIRE(!refused);
  CHECK(refused.error().kind == ErrorKind::kConflict);
  REQUIRE(refused.error().problems.kept().size() == 2);
  CHECK(refused.error().problems.kept()[0].message.code == "app.overlay-no-longer-fits");
  CHECK(project.set().version == "2.0.0+north");
}

TEST_CASE("what an overlay has wrong is said at once, and nothing is changed", "[app]") {
  const Project1 project;
  const auto bad = project.lay({kHead + "weights: {x: 3, i: heavy}\nexclude: [i, j]\nunknown: 1\n"});
  REQUIRE(!bad);
  CHECK(bad.error().problems.errors() >= 4);
  CHECK(project.set().version == "1.0.0");
}
