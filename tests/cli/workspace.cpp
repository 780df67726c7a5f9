// SPDX-License-Identifier: MIT
#include "workspace.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <sstream>

namespace orienta::test {

Workspace::Workspace() = default;

ProgramRun Workspace::run(const std::vector<std::string>& words,
                          const std::vector<std::pair<std::string, std::string>>& environment) const {
  RunOptions options;
  options.folder = folder_.path();
  options.environment = {{"ORIENTA_LANG", "en"},
                         {"HOME", folder_.path().string()},
                         {"XDG_CONFIG_HOME", (folder_ / "config").string()},
                         {"XDG_DATA_HOME", (folder_ / "data").string()}};
  for (const auto& each : environment) {
    std::erase_if(options.environment, [&](const auto& own) { return own.first == each.first; });
    options.environment.push_back(each);
  }
  return run_orienta(words, options);
}

std::string Workspace::out(const std::vector<std::string>& words) const {
  const ProgramRun run = this->run(words);
  INFO(run.err);
  REQUIRE(run.exit_code == 0);
  return run.out;
}

std::string Workspace::write(std::string_view name, std::string_view content) const {
  return folder_.write(name, content).string();
}

std::string Workspace::anonymous(std::string text) const {
  const auto replace = [&](const std::string& what, std::string_view by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what))
      text.replace(at, what.size(), by);
  };
  replace(folder_.path().string(), "…");
  replace(program_path("orienta").parent_path().string() + "/", "");
  return text;
}

std::string Workspace::demo(const std::string& name) const {
  out({"demo", "--out", path("demo"), "--only", name, "--format", "csv"});
  return path("demo/" + name + ".orienta");
}

std::vector<std::vector<std::string>> csv_rows(const std::string& csv) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(csv);
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string> fields;
    std::istringstream split(line + ",");
    for (std::string field; std::getline(split, field, ',');)
      fields.push_back(field);
    rows.push_back(fields);
  }
  return rows;
}

std::string csv_field(const std::string& csv, const std::vector<std::pair<std::string, std::string>>& where,
                      const std::string& column) {
  const auto rows = csv_rows(csv);
  REQUIRE(!rows.empty());
  const auto index = [&](const std::string& name) {
    const auto found = std::ranges::find(rows.front(), name);
    REQUIRE(found != rows.front().end());
    return static_cast<std::size_t>(found - rows.front().begin());
  };
  for (std::size_t i = 1; i < rows.size(); ++i)
    if (std::ranges::all_of(where,
                            [&](const auto& each) { return rows[i].at(index(each.first)) == each.second; }))
      return rows[i].at(index(column));
  FAIL("no such row");
  return "";
}

}  // namespace orienta::test
