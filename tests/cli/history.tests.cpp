// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "workspace.hpp"

using namespace orienta::test;

namespace {

constexpr const char* kSet = "client-satisfaction";

constexpr const char* kIndicator = "by-segment";

}  // namespace

TEST_CASE("an answer moves the score, undo takes it back and redo gives it again", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  const auto score = [&] { return workspace.out({"score", file, "--unit", "tower", "--format", "csv"}); };
  const std::string before = score();
  workspace.out(
      {"answer", file, "--unit", "tower", "--indicator", kIndicator, "--value", "all", "--source", "self"});
  const std::string after = score();
  CHECK(after != before);
  workspace.out({"undo", file});
  CHECK(score() == before);
  workspace.out({"redo", file});
  CHECK(score() == after);
}

TEST_CASE("undoing an import takes the whole import back", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  workspace.out({"undo", file});
  CHECK(csv_field(workspace.out({"score", file, "--unit", "tower", "--format", "csv"}), {{"node", kSet}},
                  "state") == "open");
}

TEST_CASE("stored results are found identical until answers move on", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  workspace.out({"score", file, "--save"});
  const std::string fresh = workspace.out({"verify", file, "--format", "csv"});
  CHECK(csv_field(fresh, {{"set", kSet}}, "verdict") == "identical");
  CHECK(csv_field(fresh, {{"set", kSet}}, "moved_on") == "no");
  workspace.out(
      {"answer", file, "--unit", "tower", "--indicator", kIndicator, "--value", "all", "--source", "self"});
  const std::string later = workspace.out({"verify", file, "--format", "csv"});
  CHECK(csv_field(later, {{"set", kSet}}, "verdict") == "identical");
  CHECK(csv_field(later, {{"set", kSet}}, "moved_on") == "yes");
}

TEST_CASE("a closed assessment takes no answers and the next one carries them over", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  const std::string indicator = kIndicator;
  workspace.out(
      {"answer", file, "--unit", "tower", "--indicator", indicator, "--value", "all", "--source", "self"});
  workspace.out({"assessment", "close", file});
  const auto refused = workspace.run(
      {"answer", file, "--unit", "tower", "--indicator", indicator, "--value", "none", "--source", "self"});
  CHECK(refused.exit_code == 1);
  CHECK(refused.err.find("closed") != std::string::npos);
  workspace.out({"assessment", "new", file, "--id", "next", "--carry-over"});
  const std::string csv = workspace.out({"readings", file, "--unit", "tower", "--format", "csv"});
  CHECK(csv_field(csv, {{"indicator", indicator}, {"source", "self"}}, "state") == "value");
}

TEST_CASE("a forgotten person leaves no trace of the name in the file", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  workspace.out({"answer", file, "--unit", "tower", "--indicator", kIndicator, "--value", "all", "--source",
                 "self", "--assessor", "Wladyslawa Przybyszewska", "--comment", "her own words about it"});
  CHECK(read_text(file).find("Przybyszewska") != std::string::npos);
  workspace.out({"forget", file, "Wladyslawa Przybyszewska"});
  CHECK(read_text(file).find("Przybyszewska") == std::string::npos);
  CHECK(read_text(file).find("her own words") == std::string::npos);
  CHECK(workspace.run({"verify", file}).exit_code == 0);
}

TEST_CASE("a project grows by units, sets and scope, and each step can be undone", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.path("agency.orienta");
  workspace.out({"new", file, "--organisation", "Agency", "--set", kSet, "--period", "2026-H2"});
  const std::string units = workspace.write(
      "units.csv", "id,parent,name,kind\nhq,,Head office,organisation\nnorth,hq,North,branch\n");
  CHECK(workspace.out({"units", "import", file, units, "--dry-run", "--format", "csv"}).find("added,north") !=
        std::string::npos);
  CHECK(workspace.out({"units", "show", file, "--format", "csv"}).find("north") == std::string::npos);
  workspace.out({"units", "import", file, units});
  CHECK(workspace.out({"units", "show", file, "--format", "csv"}).find("north") != std::string::npos);
  workspace.out({"set", "add", file, "department-climate"});
  workspace.out({"scope", file, "--out", "north"});
  CHECK(csv_field(workspace.out({"score", file, "--unit", "north", "--format", "csv"}), {{"set", kSet}},
                  "state") == "out_of_scope");
  workspace.out({"set", "remove", file, "department-climate"});
  for (int i = 0; i < 4; ++i)
    workspace.out({"undo", file});
  CHECK(workspace.out({"units", "show", file, "--format", "csv"}).find("north") == std::string::npos);
}

TEST_CASE("closing changes nothing that was scored", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  workspace.out({"assessment", "close", file});
  CHECK(csv_field(workspace.out({"verify", file, "--format", "csv"}), {{"set", kSet}}, "moved_on") == "no");
}

TEST_CASE("a new assessment with answers carried over can be undone", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  workspace.out(
      {"answer", file, "--unit", "tower", "--indicator", kIndicator, "--value", "all", "--source", "self"});
  workspace.out({"assessment", "new", file, "--id", "next", "--carry-over"});
  workspace.out({"undo", file});
  CHECK(workspace.out({"assessment", "list", file, "--format", "csv"}).find("next") == std::string::npos);
  workspace.out({"redo", file});
  CHECK(workspace.out({"assessment", "list", file, "--format", "csv"}).find("next") != std::string::npos);
}

TEST_CASE("a comment cannot steer the terminal", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  workspace.out({"answer", file, "--unit", "tower", "--indicator", kIndicator, "--value", "all", "--source",
                 "self", "--comment", "a\033[2Jb"});
  CHECK(workspace.out({"explain", file, kIndicator, "--unit", "tower"}).find('\033') == std::string::npos);
  CHECK(workspace.run({"criteria", "show", "q\033[2J"}).err.find('\033') == std::string::npos);
}

TEST_CASE("a name with stray spaces is the same person", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  for (const char* name : {"Anna Nowak", " Anna  Nowak "})
    workspace.out({"answer", file, "--unit", "tower", "--indicator", kIndicator, "--value", "all", "--source",
                   "self", "--assessor", name});
  CHECK(csv_field(workspace.out({"readings", file, "--unit", "tower", "--format", "csv"}),
                  {{"indicator", kIndicator}, {"source", "self"}}, "n") == "1");
  workspace.out({"forget", file, "Anna Nowak"});
  CHECK(read_text(file).find("Nowak") == std::string::npos);
}

TEST_CASE("verify looks at the stored results of every assessment", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  workspace.out({"assessment", "close", file});
  workspace.out({"assessment", "new", file, "--id", "next"});
  CHECK(csv_field(workspace.out({"verify", file, "--format", "csv"}), {{"set", kSet}}, "verdict") ==
        "identical");
}
