// SPDX-License-Identifier: MIT
#include "app/targets.hpp"

#include <catch2/catch_test_macros.hpp>

#include "project_fixture.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

constexpr const char* kLadder =
    "levels: [{level: 1, stage: 1, title: One}, {level: 2, stage: 2, title: Two}]\n";

TargetOrder order(const std::string& node, const std::string& level = "", const std::string& index = "",
                  const std::string& value = "") {
  TargetOrder made;
  made.node = node;
  made.level = level;
  made.index = index;
  made.value = value;
  return made;
}

std::string codes(const Error& error) {
  std::string all;
  for (const Problem& problem : error.problems.kept())
    all += (problem.where.line > 0
                ? std::to_string(problem.where.line) + ":" + std::to_string(problem.where.column) + " "
                : "") +
           problem.message.code + "\n";
  return all;
}

std::string refusal(Project& project, const TargetOrder& wanted) {
  const auto done = set_target(project, *open_assessment(project, ""), wanted);
  return done ? "no error" : codes(done.error());
}

}  // namespace

TEST_CASE("a target is set, replaced, removed and undone", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first", "", kLadder)}});
  Project project = fixture.open();
  const auto targets = [&] { return open_assessment(project, "")->record.targets; };
  auto done = set_target(project, *open_assessment(project, ""), order("first", "2"));
  REQUIRE(done);
  CHECK(done->front().kind == TargetChange::Kind::kAdded);
  CHECK(targets().front().target.level == 2);
  done = set_target(project, *open_assessment(project, ""), order("first", "", "62,5"));
  REQUIRE(done);
  CHECK(done->front().kind == TargetChange::Kind::kChanged);
  REQUIRE(targets().size() == 1);
  CHECK(targets().front().target.index == 62.5);
  CHECK(!targets().front().target.level);
  REQUIRE(remove_target(project, *open_assessment(project, ""), order("first")));
  CHECK(targets().empty());
  CHECK(codes(remove_target(project, *open_assessment(project, ""), order("first")).error()) ==
        "app.target-not-there\n");
  REQUIRE(project.undo());
  CHECK(targets().front().target.index == 62.5);
}

TEST_CASE("what cannot be a target is refused with the reason", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first", "", kLadder)}, {"second", tiny_set("second")}});
  Project project = fixture.open();
  CHECK(refusal(project, order("first")) == "app.target-one-figure\n");
  CHECK(refusal(project, order("first", "1", "50")) == "app.target-one-figure\n");
  CHECK(refusal(project, order("first-c", "1")) == "app.target-level-place\n");
  CHECK(refusal(project, order("second", "1")) == "app.target-no-levels\n");
  CHECK(refusal(project, order("first", "3")) == "app.target-bad-level\n");
  CHECK(refusal(project, order("first", "1.5")) == "app.target-bad-level\n");
  CHECK(refusal(project, order("first", "", "101")) == "app.target-bad-index\n");
  CHECK(refusal(project, order("first", "", "", "1")) == "app.target-value-place\n");
  CHECK(refusal(project, order("first-i", "", "", "1.1")) == "app.target-outside\n");
  CHECK(refusal(project, order("first-i", "", "", "1")) == "no error");
  CHECK(refusal(project, order("first-d", "1")) == "no error");
  TargetOrder nobody = order("frist", "1");
  nobody.set = "secnd";
  nobody.unit = "nort";
  CHECK(refusal(project, nobody) == "app.unknown-id-near\napp.unknown-id-near\n");
  TargetOrder two = order("first", "1");
  two.unit = "north";
  two.kind = "branch";
  CHECK(refusal(project, two) == "app.target-one-of-whom\n");
}

TEST_CASE("a file of targets is taken whole or refused with every problem named", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first", "", kLadder)}});
  Project project = fixture.open();
  const auto import = [&](const char* text, bool dry_run = false) {
    return import_targets(project, *open_assessment(project, ""), fixture.folder.write("t.csv", text), "",
                          dry_run);
  };
  const auto refused = import(
      "node,unit,kind,level,index\n"
      "first,,,2,\n"
      "first,,,1,\n"
      "first-d,nort,,,50\n"
      "first-d,,shop,,50\n"
      "first-x,,,,50\n"
      "first-c,,,,\n");
  REQUIRE(!refused);
  CHECK(codes(refused.error()) ==
        "3:1 app.target-again\n4:2 app.unknown-id-near\n5:3 app.unknown-id\n6:1 app.unknown-id-near\n"
        "7:1 app.target-one-figure\n");
  const char* good = "node;unit;kind;level;index\nfirst;;;2;\nfirst-d;north;;;62,5\nfirst-d;;branch;;50\n";
  REQUIRE(import(good, true));
  CHECK(open_assessment(project, "")->record.targets.empty());
  REQUIRE(import(good));
  CHECK(open_assessment(project, "")->record.targets.size() == 3);
  const auto again = import(good);
  REQUIRE(again);
  for (const TargetChange& change : *again)
    CHECK(change.kind == TargetChange::Kind::kUnchanged);
  REQUIRE(project.undo());  // one action
  CHECK(open_assessment(project, "")->record.targets.empty());
}

TEST_CASE("the list for a unit says what holds and where it comes from", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first", "", kLadder)}});
  Project project = fixture.open();
  for (const char* unit : {"", "north"}) {
    TargetOrder wanted = order("first", "", unit == std::string("") ? "50" : "60");
    wanted.unit = unit;
    REQUIRE(set_target(project, *open_assessment(project, ""), wanted));
  }
  const auto held = [&](const char* unit) {
    const auto table = unit_targets_table(*open_assessment(project, ""), unit);
    REQUIRE(table);
    REQUIRE(table->rows.size() == 1);
    return std::pair(std::get<double>(table->rows[0][3]), std::get<Coded>(table->rows[0][5]).code);
  };
  CHECK(held("north") == std::pair(60.0, std::string("unit")));
  CHECK(held("south") == std::pair(50.0, std::string("assessment")));
  CHECK(targets_table(*open_assessment(project, "")).rows.size() == 2);
}
