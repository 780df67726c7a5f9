// SPDX-License-Identifier: MIT
// An assessment goes through versions of its set: what is known goes with it, and nothing is lost.
#include "app/set_update.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "app/compare.hpp"
#include "app/history.hpp"
#include "app/snapshot.hpp"
#include "project_fixture.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

std::string asks(const std::string& id, const std::string& more = "") {
  return "          - {id: " + id + ", ask: Is it so, scale: yesno, answered_by: [self, auditor]" + more +
         "}\n";
}

/// A version of the set "s" with one criterion.
std::string version(const std::string& number, const std::string& indicators, const std::string& scales = "",
                    const std::string& head = "") {
  return "orienta: 1\nid: s\nversion: " + number +
         "\nplugin: feedback-systems\ntitle: S\nscored_at: [branch]\n" + head +
         "scales:\n  yesno: {points: [{id: no_, value: 0}, {id: yes_, value: 1}]}\n" + scales +
         "dimensions:\n  - id: d\n    title: D\n    criteria:\n      - id: c\n        title: C\n"
         "        indicators:\n" +
         indicators;
}

const std::string kThree =
    "  three: {points: [{id: no_, value: 0}, {id: half, value: 0.5}, {id: yes_, value: 1}]}\n";
const std::string kWords = "  words: {points: [{id: bad, value: 0}, {id: good, value: 1}]}\n";

std::string on(const std::string& id, const std::string& scale) {
  return "          - {id: " + id + ", ask: Is it so, scale: " + scale + ", answered_by: [self, auditor]}\n";
}

// Three versions: names change twice, questions go, come and are answered otherwise.
const std::string kFirst = version(
    "1.0.0", asks("kept") + asks("named-a") + asks("gone") + asks("whole") + asks("wider") + asks("other"));
const std::string kSecond =
    version("2.0.0",
            asks("kept") + asks("named-b", ", replaces: [named-a]") + asks("half-1", ", replaces: [whole]") +
                asks("half-2", ", replaces: [whole]") + on("wider", "three") + on("other", "words"),
            kThree + kWords);
const std::string kThird = version(
    "3.0.0",
    asks("kept") + asks("named-c", ", replaces: [named-a, named-b]") + asks("half-1") + on("wider", "three"),
    kThree);

class Chain {
 public:
  Chain() : fixture({{"s", kFirst}}) {
    for (const char* indicator : {"kept", "named-a", "gone", "whole", "wider", "other"})
      fixture.answer("north", "s", indicator, "yes_");
    fixture.answer("north", "s", "kept", "no_", "auditor");
  }

  Result<PlannedSet> plan(const std::string& text, const std::vector<std::string>& overlays = {}) const {
    const Project project = fixture.open(Project::Access::kRead);
    const auto assessment = open_assessment(project, "");
    REQUIRE(assessment);
    SetUpdateOrder order{"s", fixture.folder.write("next/set.yaml", text), std::nullopt};
    if (!overlays.empty()) order.overlays.emplace(overlays.begin(), overlays.end());
    return plan_set_update(project, *assessment, fixture.places, order);
  }

  void update(const std::string& text) const {
    const auto planned = plan(text);
    REQUIRE(planned);
    Project project = fixture.open();
    REQUIRE(carry_out(project, *planned, msg("store.action-set-update")));
  }

  /// "indicator source value" of what counts, and "archive: …" of what does not.
  std::vector<std::string> answers() const {
    const Project project = fixture.open(Project::Access::kRead);
    const auto assessment = open_assessment(project, "");
    REQUIRE(assessment);
    const auto all = project.answers(assessment->record.id);
    REQUIRE(all);
    std::vector<std::string> lines;
    for (const Answer& answer : *all) {
      std::string line = answer.archived ? "archive: " : "";
      line += answer.key.indicator.value + " " + std::string(name_of(answer.key.source)) + " " + answer.point;
      if (answer.archived) line += " " + answer.archived->version + " " + answer.archived->reason;
      lines.push_back(line);
    }
    std::ranges::sort(lines);
    return lines;
  }

  std::vector<std::string> listed_in_archive() const {
    const Project project = fixture.open(Project::Access::kRead);
    const auto assessment = open_assessment(project, "");
    REQUIRE(assessment);
    const auto archive = archived_answers(project, *assessment);
    REQUIRE(archive);
    std::vector<std::string> lines;
    for (const ArchivedAnswers& each : *archive)
      lines.push_back(each.version + " " + each.indicator + " " + each.reason + " " +
                      std::to_string(each.answers));
    return lines;
  }

  std::size_t log_entries() const {
    const Project project = fixture.open(Project::Access::kRead);
    const auto log = project.log();
    REQUIRE(log);
    return log->size();
  }

  ProjectFixture fixture;
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("over three versions answers stay, follow their question or go to the archive", "[app]") {
  const Chain chain;
  const Lines at_first = chain.answers();
  chain.update(kSecond);
  CHECK(chain.answers() == Lines{"archive: gone self yes_ 1.0.0 removed",
                                 "archive: other self yes_ 1.0.0 rescaled",
                                 "archive: whole self yes_ 1.0.0 split", "kept auditor no_", "kept self yes_",
                                 "named-b self yes_", "wider self yes_"});
  chain.fixture.answer("north", "s", "half-1", "yes_");
  chain.fixture.answer("north", "s", "other", "good");
  chain.update(kThird);
  CHECK(chain.answers() ==
        Lines{"archive: gone self yes_ 1.0.0 removed", "archive: other self good 2.0.0 removed",
              "archive: other self yes_ 1.0.0 rescaled", "archive: whole self yes_ 1.0.0 split",
              "half-1 self yes_", "kept auditor no_", "kept self yes_", "named-c self yes_",
              "wider self yes_"});
  CHECK(chain.listed_in_archive().size() == 4);

  // Each update is one entry, and undo takes it back whole.
  Project project = chain.fixture.open();
  for (int i = 0; i < 4; ++i)
    REQUIRE(undo_last(project));
  CHECK(project.verify_log()->empty());
  CHECK(project.close());
  CHECK(chain.answers() == at_first);
  CHECK(chain.listed_in_archive().empty());
  CHECK(chain.fixture.index("north", "s", "s"));
}

TEST_CASE("what is archived twice from one version is kept twice", "[app]") {
  const Chain chain;
  chain.update(kSecond);
  const std::size_t once = chain.listed_in_archive().size();
  chain.update(kFirst);
  chain.fixture.answer("north", "s", "gone", "no_");
  chain.update(kSecond);
  CHECK(chain.listed_in_archive().size() > once);
  const Lines all = chain.answers();
  CHECK(std::ranges::count(all, std::string("archive: gone self yes_ 1.0.0 removed")) == 1);
  CHECK(std::ranges::count(all, std::string("archive: gone self no_ 1.0.0 removed")) == 1);
}

TEST_CASE("what is planned says the same as what is done, and writes nothing", "[app]") {
  const Chain chain;
  const std::size_t entries = chain.log_entries();
  const Lines before = chain.answers();
  const auto planned = chain.plan(kSecond);
  REQUIRE(planned);
  Lines fates;
  for (const AnswersFate& fate : planned->transition.answers)
    fates.push_back(fate.indicator + " > " + fate.now + " " + fate.reason + " " +
                    std::to_string(fate.answers));
  CHECK(fates == Lines{"kept > kept  2", "named-a > named-b  1", "gone >  removed 1", "whole >  split 1",
                       "wider > wider  1", "other >  rescaled 1"});
  CHECK(planned->transition.archives());
  CHECK(chain.answers() == before);
  CHECK(chain.log_entries() == entries);
  chain.update(kSecond);
  CHECK(chain.log_entries() == entries + 1);
  const auto again = chain.plan(kSecond);
  REQUIRE(again);
  CHECK(again->is_same);
}

TEST_CASE("not applicable and unknown hold on any scale; a source that is asked no more does not", "[app]") {
  const Chain chain;
  {
    Project project = chain.fixture.open();
    const auto assessment = open_assessment(project, "");
    AnswerOrder order;
    order.unit = "south";
    order.set = "s";
    order.indicator = "other";
    order.not_applicable = "no clients here";
    REQUIRE(give_answer(project, *assessment, order));
  }
  std::string next = kSecond;
  const auto kept = next.find("answered_by: [self, auditor]");
  next.replace(kept, std::string("answered_by: [self, auditor]").size(), "answered_by: [self]");
  chain.update(next);
  const Lines lines = chain.answers();
  CHECK(std::ranges::count(lines, "other self ") == 1);
  CHECK(std::ranges::count(lines, "archive: kept auditor no_ 1.0.0 source") == 1);
  CHECK(std::ranges::count(lines, "kept self yes_") == 1);
}

TEST_CASE("survey counts follow their question, and those of what is gone are kept out of sight", "[app]") {
  const Chain chain;
  {
    Project project = chain.fixture.open();
    const auto assessment = open_assessment(project, "");
    std::string rows = "unit,indicator,respondent,value\n";
    for (int i = 0; i < 6; ++i)
      for (const char* indicator : {"named-a", "gone"})
        rows += "south," + std::string(indicator) + "," + std::to_string(i) + (i < 3 ? ",no_\n" : ",yes_\n");
    ImportOrder order;
    order.data = chain.fixture.folder.write("survey.csv", rows);
    order.shape = Shape::kSurvey;
    order.set = "s";
    order.mapping =
        chain.fixture.folder.write("source.yaml", "shape: survey\nconstants: {source: auditor}\n");
    REQUIRE(import_data(project, *assessment, order));
  }
  CHECK(chain.fixture.index("south", "s", "s") == 50.0);
  chain.update(kSecond);
  CHECK(chain.fixture.index("south", "s", "s") == 50.0);
  {
    const Project project = chain.fixture.open(Project::Access::kRead);
    const auto waves = project.waves(AssessmentId("2026-h2"));
    REQUIRE(waves);
    const auto layout = TallyLayout::parse(*project.payload(waves->front().layout));
    REQUIRE(layout);
    const auto is_kept = [](const TallyLayout::Slot& slot) { return slot.id.starts_with("gone@"); };
    CHECK(std::ranges::count_if(layout->slots, is_kept) == 1);
    CHECK(project.verify_log()->empty());
  }
  Project project = chain.fixture.open();
  REQUIRE(undo_last(project));
  REQUIRE(project.close());
  CHECK(chain.fixture.index("south", "s", "s") == 50.0);
}

TEST_CASE("targets and findings follow the name of what they are about", "[app]") {
  const Chain chain;
  {
    Project project = chain.fixture.open();
    auto assessment = open_assessment(project, "");
    Assessment record = assessment->record;
    for (const char* node : {"named-a", "gone", "c"})
      record.targets.push_back({SetId("s"), NodeId(node), {}, {}, {}, Target{{}, 80.0, {}}});
    auto change = project.begin(msg("store.action-targets", {{"n", 3}}));
    REQUIRE(change->put_assessment(record));
    Finding finding;
    finding.id = "f";
    finding.unit = UnitId("north");
    finding.set = SetId("s");
    finding.node = NodeId("named-a");
    REQUIRE(change->put_finding(record.id, finding));
    REQUIRE(change->commit());
  }
  const auto planned = chain.plan(kSecond);
  REQUIRE(planned);
  REQUIRE(planned->transition.targets.size() == 2);
  CHECK(planned->transition.targets[0].now == "named-b");
  CHECK(planned->transition.targets[1].now.empty());
  CHECK(planned->transition.findings == 1);
  chain.update(kSecond);
  const Project project = chain.fixture.open(Project::Access::kRead);
  const auto assessment = open_assessment(project, "");
  REQUIRE(assessment);
  REQUIRE(assessment->record.targets.size() == 2);
  CHECK(assessment->record.targets[0].node.value == "named-b");
  CHECK(assessment->findings.front().node.value == "named-b");
}

TEST_CASE("an earlier assessment compares like for like with a later version of the set", "[app]") {
  const Chain chain;
  {
    Project project = chain.fixture.open();
    REQUIRE(make_assessment(project, {"later", parse_period("2027-H1"), parse_date("2027-06-01"), true}));
  }
  chain.update(kSecond);
  chain.fixture.answer("north", "s", "named-b", "no_");
  const Project project = chain.fixture.open(Project::Access::kRead);
  PluginHost plugins(chain.fixture.places);
  const auto compared = compare(project, plugins, {"2026-h2", "later", "north", "", ""});
  REQUIRE(compared);
  REQUIRE(compared->sets.size() == 1);
  const SetChange& change = compared->sets.front();
  CHECK(change.first_version == "1.0.0");
  CHECK(change.second_version == "2.0.0");
  const NodeChange& top = change.nodes.front();
  // What both have: kept (no by the auditor), the renamed one (yes, then no) and the wider one (yes).
  REQUIRE(top.like_for_like);
  CHECK(std::abs(*top.like_for_like + 100.0 / 3) < 1e-9);
  REQUIRE(top.answers);
  CHECK(top.answers->reassessed == 1);
  CHECK(top.answers->carried == 3);
  CHECK(top.answers->fresh == 0);
}

TEST_CASE("a renamed question still serves the set that asks the same", "[app]") {
  const ProjectFixture fixture({{"s", kFirst}, {"quick", tiny_set("quick", ", same_as: s/named-a")}});
  fixture.answer("north", "quick", "quick-i", "yes_");
  CHECK(fixture.index("north", "quick", "quick") == 100.0);
  {
    Project project = fixture.open();
    const auto assessment = open_assessment(project, "");
    const auto planned = plan_set_update(project, *assessment, fixture.places,
                                         {"s", fixture.folder.write("next/set.yaml", kSecond), std::nullopt});
    REQUIRE(planned);
    REQUIRE(carry_out(project, *planned, msg("store.action-set-update")));
  }
  CHECK(fixture.index("north", "quick", "quick") == 100.0);
  CHECK(fixture.index("north", "s", "s") == 100.0);
}
