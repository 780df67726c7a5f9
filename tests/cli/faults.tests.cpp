// SPDX-License-Identifier: MIT
// A plugin that fails costs its own results and nothing else.
#include <catch2/catch_test_macros.hpp>

#include "plugin_project.hpp"

using namespace orienta::test;

namespace {

/// What the plugin does and what the program has to say of it.
struct Fault {
  const char* plugin;
  const char* says;
};

}  // namespace

TEST_CASE("a plugin that misbehaves is one error with exit code 3 and other sets stand", "[cli]") {
  constexpr Fault kFaults[] = {
      {"crash", "SIGSEGV"},          {"exit0", "exit code 0"},      {"forks", "other processes"},
      {"reader", "files"},           {"network", "network"},        {"nan", "The figure value of the node"},
      {"range", "is 1.5"},           {"unknown_unit", "unit 1000"}, {"endless_scores", "given twice"},
      {"channel", "cannot be read"}, {"writer", "SIGSEGV"}};
  for (const Fault& fault : kFaults) {
    INFO(fault.plugin);
    const Workspace workspace;
    const PluginProject project(workspace, fault.plugin);
    const auto run = project.score();
    CHECK(run.exit_code == 3);
    for (const char* named : {fault.plugin, "bad-set", "north", fault.says})
      CHECK(run.err.find(named) != std::string::npos);
    CHECK(csv_field(run.out, {{"set", "bad-set"}}, "state") == "failed");
    CHECK(csv_field(run.out, {{"set", "client-satisfaction"}}, "state") == "open");
  }
}

TEST_CASE("a plugin that cannot even be loaded is named with the set", "[cli]") {
  for (const char* plugin : {"short_struct", "static_abort", "wrong_version"}) {
    INFO(plugin);
    const Workspace workspace;
    const PluginProject project(workspace, plugin);
    const auto run = project.score();
    CHECK(run.exit_code == 3);
    CHECK(run.err.find(plugin) != std::string::npos);
    CHECK(run.err.find("bad-set") != std::string::npos);
    CHECK(csv_field(run.out, {{"set", "client-satisfaction"}}, "state") == "open");
  }
}

TEST_CASE("how the contract was broken is said below the error", "[cli]") {
  const Workspace workspace;
  const PluginProject project(workspace, "nan");
  for (const auto& run : {project.score(), project.score("table"),
                          project.run({"explain", project.file(), "bad-set", "--unit", "north-2"})}) {
    CHECK(run.exit_code == 3);
    CHECK(run.err.find("\nnote: ") != std::string::npos);
    CHECK(run.err.find("value", run.err.find("\nnote: ")) != std::string::npos);
  }
}

TEST_CASE("what a plugin prints is nowhere in what the program prints", "[cli]") {
  const Workspace workspace;
  const PluginProject project(workspace, "prints");
  const auto run = project.score();
  CHECK(run.exit_code == 0);
  CHECK(run.out.find("printed") == std::string::npos);
  CHECK(run.err.find("printed") == std::string::npos);
  CHECK(csv_field(run.out, {{"set", "bad-set"}, {"unit", "north-2"}}, "index") == "50");
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
