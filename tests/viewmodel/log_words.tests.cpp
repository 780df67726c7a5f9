// SPDX-License-Identifier: MIT
#include "viewmodel/log_words.hpp"

#include <catch2/catch_test_macros.hpp>

#include "viewmodel/organisation.hpp"
#include "viewmodel/sample_desk.hpp"

using namespace orienta;
using namespace orienta::gui;

TEST_CASE("what was done is told with names and titles in the place of ids", "[log]") {
  const SampleDesk sample;
  const Study& study = *sample.desk.study();
  const CriteriaSet& set = study.assessment->sets.front();
  const Unit& mill = study.units()[*study.assessment->unit_index("mill")];
  const Message told = named(
      msg("store.action-answer", {{"unit", "mill"}, {"indicator", set.indicators[0].id}}), study, Lang::kEn);
  const std::string text = sample.desk.text(told);
  CHECK(text.find(mill.name) != std::string::npos);
  CHECK(text.find(set.indicators[0].ask.in(Lang::kEn)) != std::string::npos);
  const std::string closed = sample.desk.text(named(
      msg("store.action-assessment-close", {{"assessment", study.all.front().id.value}}), study, Lang::kEn));
  CHECK(closed.find(study.all.front().id.value) == std::string::npos);
  CHECK(sample.desk.text(named(msg("store.action-set-add", {{"set", "unknown"}}), study, Lang::kEn))
            .find("unknown") != std::string::npos);
}

TEST_CASE("a rename is one unit renamed, and undoing it names what was undone until the user goes on",
          "[log]") {
  SampleDesk sample;
  Desk& desk = sample.desk;
  rename_unit(desk, UnitId("mill"), "The mill");
  desk.finish();
  REQUIRE(desk.study()->next.undo);
  CHECK(*desk.study()->next.undo == msg("store.action-unit-renamed", {{"unit", "mill"}}));
  desk.undo();
  desk.finish();
  CHECK(desk.status().text.starts_with("Undone: Unit \""));
  CHECK(desk.status().text.ends_with("\" renamed"));
  desk.go(Page::kCollect);
  CHECK(desk.status().text.empty());
}

TEST_CASE("an undo in the history names its action, not its number", "[log]") {
  const SampleDesk sample;
  const Study& study = *sample.desk.study();
  LogEntry did;
  did.replica = "one";
  did.sequence = 24;
  did.action = msg("store.action-unit-moved", {{"unit", "mill"}});
  LogEntry undid;
  undid.replica = "one";
  undid.sequence = 25;
  undid.action = msg("store.action-undo", {{"entry", 24}});
  undid.kind = LogEntry::Kind::kUndo;
  undid.of = 24;
  const std::string line = log_line(undid, {undid, did}, study, sample.desk.words());
  CHECK(line.starts_with("Undone: Unit \""));
  CHECK(line.find("24") == std::string::npos);
  CHECK(log_line(undid, {undid}, study, sample.desk.words()) == "Action 24 undone");
}
