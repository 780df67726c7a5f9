// SPDX-License-Identifier: MIT
#include "plugin_project.hpp"

#include <catch2/catch_test_macros.hpp>

namespace orienta::test {

std::string gallery() {
  return std::string(ORIENTA_BUILD_DIR) + "/tests/packages";
}

std::string set_for(const std::string& plugin) {
  return "orienta: 1\nid: bad-set\nversion: 1.0.0\nplugin: " + plugin +
         "\ntitle: Bad\nscored_at: [organisation, branch]\nscales:\n  yesno: {points: [{id: no_, value: 0}, "
         "{id: yes_, value: 1}]}\n"
         "dimensions:\n  - id: d\n    title: D\n    criteria:\n      - id: c\n        title: C\n        "
         "indicators:\n"
         "          - {id: i, ask: Is it so, scale: yesno, answered_by: [self]}\n";
}

PluginProject::PluginProject(const Workspace& workspace, const std::string& plugin)
    : workspace_(workspace), file_(workspace.path("bad.orienta")) {
  workspace.write("sets/bad-set/set.yaml", set_for(plugin));
  workspace.out({"plugins", "trust", "--dev", gallery() + "/" + plugin});
  // The plugins of the gallery misbehave at the third unit of a batch; units that nobody answered for may
  // come in batches of their own.
  const std::string units = workspace.write(
      "units.csv",
      "id,parent,name,kind\nhq,,Head office,organisation\nnorth-1,hq,One,branch\nnorth-2,hq,Two,branch\n"
      "north-3,hq,Three,branch\nnorth-4,hq,Four,branch\nsouth,hq,South,branch\n");
  workspace.out({"new", file_, "--organisation", "X", "--units", units, "--criteria", workspace.path("sets"),
                 "--set", "bad-set", "--set", "client-satisfaction"});
  workspace.out(
      {"answer", file_, "--unit", "south", "--set", "bad-set", "--indicator", "i", "--value", "yes_"});
}

ProgramRun PluginProject::run(std::vector<std::string> words) const {
  words.insert(words.end(), {"--plugins", gallery()});
  const std::string before = read_text(file_);
  const auto run = workspace_.run(words);
  CHECK(read_text(file_) == before);
  return run;
}

ProgramRun PluginProject::score(const std::string& format) const {
  return run({"score", file_, "--format", format});
}

}  // namespace orienta::test
