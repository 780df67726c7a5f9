// SPDX-License-Identifier: MIT
// The samples of the sets come to what was computed from them by other means; and what is said when they do
// not.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <set>

#include "workspace.hpp"

using namespace orienta::test;

namespace {

namespace fs = std::filesystem;

const fs::path kCriteria = fs::path(ORIENTA_SOURCE_DIR) / "criteria";

std::set<std::string> shipped_sets() {
  std::set<std::string> ids;
  for (const fs::directory_entry& entry : fs::directory_iterator(kCriteria))
    if (fs::exists(entry.path() / "set.yaml")) ids.insert(entry.path().filename().string());
  return ids;
}

/// A copy of a set in the workspace, to be spoilt.
std::string copy_of(const Workspace& workspace, const std::string& id) {
  fs::copy(kCriteria / id, workspace.path(id), fs::copy_options::recursive);
  return workspace.path(id);
}

void replace_in(const fs::path& file, const std::string& what, const std::string& by) {
  std::string text = read_text(file);
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  write_text(file, text.replace(at, what.size(), by));
}

}  // namespace

TEST_CASE("the samples of every set come to what was computed from them", "[cli]") {
  const Workspace workspace;
  const std::string json = workspace.out({"criteria", "test", kCriteria.string(), "--format", "csv"});
  CHECK(csv_rows(json).size() == 1);  // the header: nothing differs
  const ProgramRun run = workspace.run({"criteria", "test"});
  INFO(run.err);
  CHECK(run.exit_code == 0);
  CHECK(run.err.find("no samples") == std::string::npos);
  for (const std::string& id : shipped_sets()) {
    INFO(id);
    CHECK(run.out.find(id + " ") != std::string::npos);
  }
  CHECK(run.out.find("differs") == std::string::npos);
}

TEST_CASE("a figure that differs is named with unit, node, what was expected and what was found", "[cli]") {
  const Workspace workspace;
  const std::string set = copy_of(workspace, "contact-centre");
  replace_in(set + "/samples/expected-scores.csv", "29.0814", "29.0815");
  replace_in(set + "/samples/expected-scores.csv", "beginner,contact-centre,1,1",
             "beginner,contact-centre,2,1");
  replace_in(set + "/samples/expected-scores.csv", "beginner,channels", "beginner,chanels");
  const ProgramRun run = workspace.run({"criteria", "test", set, "--format", "csv"});
  CHECK(run.exit_code == 1);
  const auto row = [&](const std::string& node, const std::string& column, const std::string& field) {
    return csv_field(run.out, {{"unit", "beginner"}, {"node", node}, {"column", column}}, field);
  };
  CHECK(row("contact-centre", "index", "expected") == "29.0815");
  CHECK(row("contact-centre", "index", "found") == "29.0814");
  CHECK(row("contact-centre", "index", "line") == "2");
  CHECK(row("contact-centre", "level", "found") == "1");
  CHECK(row("chanels", "", "found") == "-");
  CHECK(csv_rows(run.out).size() == 4);
  CHECK(workspace.run({"criteria", "test", set}).out.find("29.0815") != std::string::npos);
}

TEST_CASE("readings are compared by unit, indicator, source and statistic", "[cli]") {
  const Workspace workspace;
  const std::string set = copy_of(workspace, "client-satisfaction");
  workspace.out({"criteria", "test", set});
  replace_in(set + "/samples/expected.csv", "net,6.0083,1.9210", "net,6.0083,1.9211");
  const ProgramRun run = workspace.run({"criteria", "test", set, "--format", "csv"});
  CHECK(run.exit_code == 1);
  CHECK(csv_field(run.out, {{"unit", "copenhagen"}, {"column", "low"}}, "found") == "1.9210");
}

TEST_CASE("samples that cannot be tried say why, where and what to do", "[cli]") {
  const Workspace workspace;
  const std::string set = copy_of(workspace, "contact-centre");
  const std::string list = set + "/samples/samples.yaml";
  replace_in(list, "invented-typical.csv", "invented-typicl.csv");
  const ProgramRun missing = workspace.run({"criteria", "test", set});
  CHECK(missing.exit_code == 1);
  CHECK(missing.err.find("invented-typicl.csv") != std::string::npos);
  CHECK(missing.out.find("could not be tried") != std::string::npos);

  replace_in(list, "expect:", "expects:");
  const ProgramRun spelt = workspace.run({"criteria", "test", set});
  CHECK(spelt.exit_code == 1);
  CHECK(spelt.err.find("samples.yaml:") != std::string::npos);
  CHECK(spelt.err.find("\"expect\"") != std::string::npos);

  fs::remove(list);
  const ProgramRun none = workspace.run({"criteria", "test", set});
  CHECK(none.exit_code == 0);
  CHECK(none.err.find("has no samples") != std::string::npos);

  const ProgramRun unknown = workspace.run({"criteria", "test", "contact-center"});
  CHECK(unknown.exit_code == 1);
  CHECK(unknown.err.find("\"contact-centre\"") != std::string::npos);
}
