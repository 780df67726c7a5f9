// SPDX-License-Identifier: MIT
// The invented network of the demo: marked as invented, the same everywhere, and with something of
// everything.
#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>

#include "workspace.hpp"

using namespace orienta::test;

namespace {

/// What each unit's own row says of each set, by "unit/set".
std::map<std::string, std::map<std::string, std::string>> set_results(const Workspace& workspace,
                                                                      const std::string& file,
                                                                      const std::string& assessment) {
  const auto rows = csv_rows(workspace.out({"score", file, "--assessment", assessment, "--format", "csv"}));
  std::map<std::string, std::map<std::string, std::string>> out;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    std::map<std::string, std::string> row;
    for (std::size_t column = 0; column < rows[i].size(); ++column)
      row[rows[0][column]] = rows[i][column];
    if (row["node"] == row["set"] && row["basis"] == "own") out[row["unit"] + '/' + row["set"]] = row;
  }
  return out;
}

void check_marks(const Workspace& workspace, const std::string& file) {
  for (const auto& table : {std::vector<std::string>{"units", "show", file}, {"evidence", "list", file}}) {
    std::vector<std::string> words = table;
    words.insert(words.end(), {"--format", "csv"});
    const auto rows = csv_rows(workspace.out(words));
    REQUIRE(rows.size() > 70);
    for (std::size_t i = 1; i < rows.size(); ++i) {
      INFO(rows[i].at(0));
      CHECK(fmt::format("{}", fmt::join(rows[i], ",")).find("(invented)") != std::string::npos);
    }
  }
  CHECK(workspace.out({"score", file, "--unit", "mill"}).find("invented for trying the program out") !=
        std::string::npos);
}

void check_halves(const Workspace& workspace, const std::string& file) {
  const std::string list = workspace.out({"assessment", "list", file, "--format", "csv"});
  CHECK(csv_field(list, {{"id", "2026-h1"}}, "state") == "closed");
  CHECK(csv_field(list, {{"id", "2026-h2"}}, "state") == "open");
  CHECK(list.find(",2026-h1\n") != std::string::npos);
  CHECK(workspace.run({"verify", file, "--assessment", "2026-h1"}).exit_code == 0);

  const auto before = set_results(workspace, file, "2026-h1");
  const auto after = set_results(workspace, file, "2026-h2");
  REQUIRE(before.size() == after.size());
  std::size_t better = 0;
  for (const auto& [place, then] : before) {
    const auto& now = after.at(place);
    if (then.at("level").empty() || now.at("level").empty()) continue;
    INFO(place);
    CHECK(std::stoi(now.at("level")) >= std::stoi(then.at("level")));
    better += std::stoi(now.at("level")) > std::stoi(then.at("level")) ? 1u : 0u;
  }
  CHECK(better > 10);
  CHECK(after.at("castle/levels-of-service").at("state") == "out_of_scope");
  const auto level = [&](const std::string& place) { return std::stoi(after.at(place).at("level")); };
  CHECK(level("riverside/levels-of-service") > level("lakeside/levels-of-service"));
  CHECK(level("lakeside/levels-of-service") > level("mill/levels-of-service"));
}

void check_states(const Workspace& workspace, const std::string& file) {
  const std::string first = workspace.out({"readings", file, "--assessment", "2026-h1", "--format", "csv"});
  for (const std::string state : {"withheld", "dont_know", "not_applicable", "missing", "out_of_scope"})
    CHECK(first.find(',' + state + '\n') != std::string::npos);
  // Four clients answered: no number of theirs is shown.
  CHECK(csv_field(first, {{"unit", "airport"}, {"indicator", "recommend"}, {"source", "client"}}, "state") ==
        "withheld");
}

}  // namespace

TEST_CASE("the network of the demo is marked as invented, gets better and has something of everything",
          "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo("agency-sample");
  check_marks(workspace, file);
  check_halves(workspace, file);
  check_states(workspace, file);
}

TEST_CASE("the network of the demo is the same wherever it is made", "[cli]") {
  const Workspace one;
  const Workspace other;
  const auto scores = [](const Workspace& workspace) {
    return workspace.out({"score", workspace.demo("agency-sample"), "--format", "csv"});
  };
  CHECK(scores(one) == scores(other));
}
