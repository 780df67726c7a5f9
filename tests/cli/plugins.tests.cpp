// SPDX-License-Identifier: MIT
// Plugins as their users and authors meet them: the list, trust, quarantine and the check for authors.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "plugin_project.hpp"

using namespace orienta::test;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// A field of a plugin in the list, as text; "" where there is nothing.
std::string listed(const Workspace& workspace, const std::string& plugins, const std::string& id,
                   const std::string& field) {
  const auto run = workspace.run({"plugins", "list", "--format", "json", "--plugins", plugins});
  const auto list = nlohmann::json::parse(run.out).at("plugins");
  for (const auto& plugin : list)
    if (plugin.at("id") == id) {
      const auto& value = plugin.at(field);
      return value.is_string() ? value.get<std::string>() : value.is_null() ? "" : value.dump();
    }
  FAIL("no such plugin");
  return "";
}

/// A copy of a plugin of the gallery that may be changed: the folder that holds its folder.
std::string copy_of(const Workspace& workspace, const std::string& plugin) {
  const std::string folder = workspace.path("mine");
  std::filesystem::create_directories(folder);
  std::filesystem::copy(gallery() + "/" + plugin, folder + "/" + plugin,
                        std::filesystem::copy_options::recursive);
  return folder;
}

}  // namespace

TEST_CASE("a plugin that failed three times is not run until its user says so", "[cli]") {
  const Workspace workspace;
  const PluginProject project(workspace, "crash");
  for (int i = 0; i < 3; ++i)
    CHECK(has(project.score().err, "SIGSEGV"));
  const auto refused = project.score();
  CHECK(refused.exit_code == 3);
  CHECK(has(refused.err, "orienta plugins trust crash"));
  CHECK(has(refused.err, "note: crashed (SIGSEGV)"));
  CHECK_FALSE(has(refused.err, "Your data is unchanged"));
  CHECK(csv_field(refused.out, {{"set", "client-satisfaction"}}, "state") == "open");

  CHECK(listed(workspace, gallery(), "crash", "state") == "quarantined");
  CHECK(listed(workspace, gallery(), "crash", "failures") == "3");
  CHECK(listed(workspace, gallery(), "crash", "last_failure") == "plugins.last-crashed");
  CHECK(has(workspace.out({"plugins", "list", "--plugins", gallery()}), "crashed (SIGSEGV)"));

  workspace.out({"plugins", "trust", "crash", "--plugins", gallery()});
  CHECK(listed(workspace, gallery(), "crash", "state").empty());
  CHECK(has(project.score().err, "SIGSEGV"));
}

TEST_CASE("a damaged record of failures stops nothing", "[cli]") {
  const Workspace workspace;
  const PluginProject project(workspace, "crash");
  workspace.write("config/orienta/plugin-failures.json", "{\"orienta\": 1, \"plugins\": [[[");
  CHECK(has(project.score().err, "SIGSEGV"));
  CHECK(listed(workspace, gallery(), "crash", "failures") == "1");
}

TEST_CASE("a trusted plugin whose files were changed is listed as changed and not trusted again", "[cli]") {
  const Workspace workspace;
  const std::string mine = copy_of(workspace, "prints");
  workspace.out({"plugins", "trust", "prints", "--plugins", mine});
  CHECK(listed(workspace, mine, "prints", "trust") == "by_user");
  workspace.write("mine/prints/more.txt", "more");
  CHECK(listed(workspace, mine, "prints", "trust") == "changed");
  CHECK(listed(workspace, mine, "prints", "state") == "tampered");
  const auto trust = workspace.run({"plugins", "trust", "prints", "--plugins", mine});
  CHECK(trust.exit_code == 1);
  CHECK(has(trust.err, "do not fit the hash"));
  CHECK(std::ranges::count(trust.err, '\n') == 1);
}

TEST_CASE("a plugin whose manifest is broken is listed and not trusted", "[cli]") {
  const Workspace workspace;
  const std::string mine = copy_of(workspace, "prints");
  workspace.write("mine/prints/plugin.yaml", "id: [\n");
  CHECK(listed(workspace, mine, "prints", "state") == "broken");
  const auto trust = workspace.run({"plugins", "trust", "prints", "--plugins", mine});
  CHECK(trust.exit_code == 1);
  CHECK(has(trust.err, "plugin.yaml"));
  CHECK(std::ranges::count(trust.err, '\n') == 1);
}

TEST_CASE("an author's plugin is run through the contract rule by rule", "[cli]") {
  const Workspace workspace;
  const std::string own = std::string(ORIENTA_BUILD_DIR) + "/lib/orienta/plugins/feedback-systems";
  const auto good = workspace.run({"plugins", "check", own, "--format", "json"});
  CHECK(good.exit_code == 0);
  const auto rules = nlohmann::json::parse(good.out).at("rules");
  CHECK(rules.size() == 13);
  for (const auto& rule : rules)
    CHECK(rule.at("verdict") == "passed");
  const auto by_id = workspace.run(
      {"plugins", "check", "feedback-systems", "--set",
       std::string(ORIENTA_SOURCE_DIR) + "/criteria/client-satisfaction/set.yaml", "--format", "csv"});
  CHECK(by_id.exit_code == 0);
  CHECK(csv_field(by_id.out, {{"rule", "batches"}}, "verdict") == "passed");
}

TEST_CASE("a plugin that breaks a rule is told which and why and is not recorded", "[cli]") {
  const Workspace workspace;
  const auto bad = workspace.run({"plugins", "check", gallery() + "/nan"});
  CHECK(bad.exit_code == 1);
  CHECK(has(bad.out, "is not a finite number"));
  CHECK(bad.err.empty());
  const auto rows = workspace.run({"plugins", "check", gallery() + "/nan", "--format", "csv"});
  CHECK(csv_field(rows.out, {{"rule", "scores"}}, "verdict") == "failed");
  CHECK(csv_field(rows.out, {{"rule", "scores"}}, "why") == "plugins.breach-not-finite");
  CHECK(csv_field(rows.out, {{"rule", "determinism"}}, "verdict") == "not_tried");
  CHECK(listed(workspace, gallery(), "nan", "failures").empty());
  CHECK(workspace.run({"plugins", "check", "no-such"}).exit_code == 1);
  CHECK(workspace.run({"plugins", "check", workspace.path(".")}).exit_code == 1);
}
