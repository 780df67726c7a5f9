// SPDX-License-Identifier: MIT
// A plugin that fails costs its own results and nothing else.
#include <catch2/catch_test_macros.hpp>

#include "workspace.hpp"

using namespace orienta::test;

namespace {

/// A set for a plugin of the gallery.
std::string set_for(const std::string& plugin) {
  return "orienta: 1\nid: bad-set\nversion: 1.0.0\nplugin: " + plugin +
         "\ntitle: Bad\nscored_at: [organisation, branch]\nscales:\n  yesno: {points: [{id: no_, value: 0}, "
         "{id: yes_, value: 1}]}\n"
         "dimensions:\n  - id: d\n    title: D\n    criteria:\n      - id: c\n        title: C\n        "
         "indicators:\n"
         "          - {id: i, ask: Is it so, scale: yesno, answered_by: [self]}\n";
}

ProgramRun score_with(const Workspace& workspace, const std::string& plugin) {
  workspace.write("sets/bad-set/set.yaml", set_for(plugin));
  const std::string file = workspace.path("bad.orienta");
  const std::string gallery = std::string(ORIENTA_BUILD_DIR) + "/tests/packages";
  const std::string package = gallery + "/" + plugin;
  workspace.out({"plugins", "trust", "--dev", package});
  // The plugins of the gallery misbehave at the third unit they are given.
  const std::string units = workspace.write(
      "units.csv",
      "id,parent,name,kind\nhq,,Head office,organisation\nnorth,hq,North,branch\nsouth,hq,South,branch\n");
  workspace.out({"new", file, "--organisation", "X", "--units", units, "--criteria", workspace.path("sets"),
                 "--set", "bad-set", "--set", "client-satisfaction"});
  workspace.out(
      {"answer", file, "--unit", "south", "--set", "bad-set", "--indicator", "i", "--value", "yes_"});
  const std::string before = read_text(file);
  const auto run = workspace.run({"score", file, "--format", "csv", "--plugins", gallery});
  CHECK(read_text(file) == before);
  return run;
}

}  // namespace

TEST_CASE("a plugin that crashes is one error with exit code 3 and other sets stand", "[cli]") {
  const Workspace workspace;
  const auto run = score_with(workspace, "crash");
  CHECK(run.exit_code == 3);
  for (const char* named : {"crash", "bad-set", "north"})
    CHECK(run.err.find(named) != std::string::npos);
  CHECK(csv_field(run.out, {{"set", "bad-set"}}, "state") == "failed");
  CHECK(csv_field(run.out, {{"set", "client-satisfaction"}}, "state") == "open");
}

TEST_CASE("a plugin nobody trusts does not run", "[cli]") {
  const Workspace workspace;
  workspace.write("sets/bad-set/set.yaml", set_for("crash"));
  const std::string file = workspace.path("bad.orienta");
  workspace.out(
      {"new", file, "--organisation", "X", "--criteria", workspace.path("sets"), "--set", "bad-set"});
  const auto run = workspace.run(
      {"score", file, "--format", "csv", "--plugins", std::string(ORIENTA_BUILD_DIR) + "/tests/packages"});
  CHECK(run.exit_code == 1);
  CHECK(run.err.find("orienta plugins trust crash") != std::string::npos);
}
