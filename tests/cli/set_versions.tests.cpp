// SPDX-License-Identifier: MIT
// Versions of sets, overlays and packs as the command line shows them.
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "workspace.hpp"

using namespace orienta::test;
using Json = nlohmann::json;

namespace {

std::string set_text(const std::string& version, const std::string& questions) {
  return "orienta: 1\nid: mine\nversion: " + version +
         "\nplugin: feedback-systems\ntitle: Mine\n"
         "scales:\n  yesno: {points: [{id: no, value: 0}, {id: yes, value: 1}]}\n"
         "dimensions:\n  - id: d\n    title: D\n    criteria:\n      - id: c\n        title: C\n        "
         "indicators:\n" +
         questions;
}

std::string asks(const std::string& id, const std::string& more = "") {
  return "          - {id: " + id + ", ask: Is it so, scale: yesno" + more + "}\n";
}

/// A project with answers to the three questions of version 1, and version 2 in a file.
struct Versions {
  Versions() {
    old_set =
        workspace.write("sets/mine/set.yaml", set_text("1.0.0", asks("kept") + asks("named") + asks("gone")));
    new_set = workspace.write("next/set.yaml",
                              set_text("2.0.0", asks("kept") + asks("called", ", replaces: [named]")));
    file = workspace.path("p.orienta");
    workspace.out(
        {"new", file, "--organisation", "O", "--criteria", workspace.path("sets"), "--set", "mine"});
    for (const char* id : {"kept", "named", "gone"})
      workspace.out({"answer", file, "--unit", "organisation", "--indicator", id, "--value", "yes"});
  }
  Json json(std::vector<std::string> words, const std::string& list) const {
    words.insert(words.end(), {"--format", "json"});
    return Json::parse(workspace.out(words)).at(list);
  }

  Workspace workspace;
  std::string old_set, new_set, file;
};

}  // namespace

TEST_CASE("two versions of a set are compared as rows with promised columns", "[cli]") {
  const Versions versions;
  const std::string csv =
      versions.workspace.out({"criteria", "diff", versions.old_set, versions.new_set, "--format", "csv"});
  CHECK(csv ==
        "change,part,id,field,before,after\n"
        "removed,indicator,gone,,Is it so,\n"
        "renamed,indicator,called,id,named,called\n");
  const Json fates = versions.json(
      {"criteria", "diff", versions.old_set, versions.new_set, "--project", versions.file}, "answers");
  REQUIRE(fates.size() == 3);
  CHECK(fates[1]["now"] == "called");
  CHECK(fates[1]["fate"] == "renamed");
  CHECK(fates[2]["fate"] == "archived");
  CHECK(fates[2]["reason"] == "removed");
  CHECK(fates[2]["answers"] == 1);
  const auto same = versions.workspace.out({"criteria", "diff", versions.old_set, versions.old_set});
  CHECK(same.find("do not differ") != std::string::npos);
  CHECK(versions.workspace.run({"criteria", "diff", "nowhere.yaml", versions.old_set}).exit_code == 1);
}

TEST_CASE("an update is shown, carried out, listed and undone", "[cli]") {
  const Versions versions;
  const Workspace& workspace = versions.workspace;
  const std::vector<std::string> words{"set",  "update", versions.file,   "--set",
                                       "mine", "--from", versions.new_set};
  auto dry = words;
  dry.push_back("--dry-run");
  CHECK(workspace.out(dry).find("Nothing was written.") != std::string::npos);
  CHECK(versions.json({"set", "archive", versions.file}, "archive").empty());
  CHECK(workspace.out(words).find("1.0.0 is now 2.0.0") != std::string::npos);
  const Json archive = versions.json({"set", "archive", versions.file}, "archive");
  REQUIRE(archive.size() == 1);
  CHECK(archive[0]["indicator"] == "gone");
  CHECK(archive[0]["version"] == "1.0.0");
  CHECK(workspace.out(words).find("already") != std::string::npos);
  workspace.out({"undo", versions.file});
  CHECK(versions.json({"set", "archive", versions.file}, "archive").empty());
  workspace.out({"verify", versions.file});
}

TEST_CASE("an overlay is named with every result, in every format", "[cli]") {
  const Versions versions;
  const Workspace& workspace = versions.workspace;
  const std::string overlay = workspace.write(
      "north.yaml",
      "orienta-overlay: 1\nid: north\nof: mine\ntitle: Our own\nweights: {kept: 2}\nexclude: [gone]\n");
  const auto laid = workspace.out({"set", "overlay", versions.file, overlay, "--set", "mine"});
  CHECK(laid.find("1.0.0 is now 1.0.0+north") != std::string::npos);
  CHECK(laid.find("1 question is excluded") != std::string::npos);
  for (const std::vector<std::string>& words : {std::vector<std::string>{"score", versions.file},
                                                {"explain", versions.file, "mine"},
                                                {"gaps", versions.file},
                                                {"readings", versions.file},
                                                {"what-if", versions.file, "--set-rating", "c=1"}}) {
    INFO(words.front());
    CHECK(workspace.out(words).find("with the overlay \"Our own\" (north,") != std::string::npos);
    auto json = words;
    json.insert(json.end(), {"--format", "json"});
    const Json notes = Json::parse(workspace.out(json)).at("notes");
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].dump().find("\"north\"") != std::string::npos);
    auto csv = words;
    csv.insert(csv.end(), {"--format", "csv"});
    CHECK(workspace.run(csv).err.find("north") != std::string::npos);
  }
  workspace.out({"score", versions.file, "--save"});
  const Json verified = versions.json({"verify", versions.file}, "verify");
  REQUIRE(verified.size() == 1);
  CHECK(verified[0]["verdict"] == "identical");
  CHECK(verified[0]["overlays"] == "north");
  CHECK(workspace.run({"set", "overlay", versions.file, "--set", "mine"}).exit_code == 2);
  workspace.out({"set", "overlay", versions.file, "--set", "mine", "--remove"});
  CHECK(workspace.out({"score", versions.file}).find("north") == std::string::npos);
}

TEST_CASE("a set goes through a pack to another place and works there", "[cli]") {
  const Versions versions;
  const Workspace& workspace = versions.workspace;
  const std::string pack = workspace.path("mine.orienta-pack");
  workspace.out({"criteria", "pack", workspace.path("sets/mine"), "-o", pack});
  const std::vector<std::pair<std::string, std::string>> elsewhere{{"XDG_DATA_HOME", workspace.path("data")}};
  const auto installed = workspace.run({"criteria", "install", pack}, elsewhere);
  INFO(installed.err);
  CHECK(installed.exit_code == 0);
  CHECK(workspace.run({"criteria", "show", "mine"}, elsewhere).out.find("Is it so") != std::string::npos);
  workspace.write("next/mine.csv", "unit\n");
  workspace.out({"criteria", "pack", workspace.path("next"), "-o", pack});
  const auto refused = workspace.run({"criteria", "install", pack}, elsewhere);
  CHECK(refused.exit_code == 1);
  CHECK(refused.err.find("--replace") != std::string::npos);
  CHECK(workspace.run({"criteria", "install", pack, "--replace"}, elsewhere).exit_code == 0);
  CHECK(workspace.run({"criteria", "list", "--format", "csv"}, elsewhere).out.find("mine,2.0.0") !=
        std::string::npos);
  workspace.write("bad.orienta-pack", "PK");
  CHECK(workspace.run({"criteria", "install", workspace.path("bad.orienta-pack")}, elsewhere).exit_code == 1);
}
