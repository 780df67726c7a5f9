// SPDX-License-Identifier: MIT
// Whatever is wrong with what a user gives, the program says what, where and what to do, and the project
// stays as it was.
#include <catch2/catch_test_macros.hpp>

#include "support/golden.hpp"
#include "workspace.hpp"

using namespace orienta::test;

namespace {

struct BadFile {
  const char* name;
  std::string content;
};

std::vector<BadFile> bad_files() {
  using namespace std::string_literals;
  const std::string header = "unit,indicator,source,assessor,occasion,date,state,value,reason\n";
  return {
      {"empty.csv", ""},
      {"header-only.csv", header},
      {"binary.csv", "unit,indicator\0,value\n"s},
      {"workbook.csv", "PK\x03\x04rest of a workbook"s},
      {"cp1251.csv", "unit;indicator;value\n\xF6\xE5\xED\xF2\xF0;reviews;all\n"s},
      {"columns.csv", "unit,indicatr,value\ntower,reviews-monitored,all\n"},
      {"unknown.csv",
       header + "towr,nothing,self,,,,value,all,\ntower,overall-satisfaction,client,,,,value,hgh,\n"},
      {"twice.csv", header + "tower,overall-satisfaction,client,,,,value,high,\ntower,overall-satisfaction,"
                             "client,,,,value,low,\n"},
      {"no-reason.csv", header + "tower,overall-satisfaction,client,,,,not_applicable,,\n"},
      {"date.csv", header + "tower,overall-satisfaction,client,,,2026-02-30,value,high,\n"},
      {"nan.csv", "unit,indicator,period,value\ntower,overall-satisfaction,1972,nan\n"},
      {"ragged.csv",
       "unit,indicator,value\ntower,overall-satisfaction\ntower,overall-satisfaction,high,more\n"},
      {"quote.csv", "unit,indicator,value\ntower,\"overall-satisfaction,high\n"},
  };
}

}  // namespace

TEST_CASE("every bad answers file gets its approved words and changes nothing", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  const std::string before = read_text(file);
  for (const std::string lang : {"en", "ru", "pl"}) {
    std::string all;
    for (const BadFile& bad : bad_files()) {
      const auto run = workspace.run({"import", file, workspace.write(bad.name, bad.content), "--set",
                                      "client-satisfaction", "--lang", lang});
      CHECK(run.exit_code == 1);
      CHECK(run.out.empty());
      all += "$ orienta import housing.orienta " + std::string(bad.name) + "\n" +
             workspace.anonymous(run.err) + "\n";
    }
    check_golden("cli/bad-imports." + lang + ".txt", all);
  }
  CHECK(read_text(file) == before);
}

TEST_CASE("every bad project file gets its approved words", "[cli]") {
  const Workspace workspace;
  const std::string good = read_text(workspace.demo());
  workspace.write("empty.orienta", "");
  workspace.write("text.orienta", "just some text that is no database at all\n");
  workspace.write("truncated.orienta", good.substr(0, good.size() / 2));
  std::string other = good;
  other.replace(68, 4, "ABCD");  // SQLite's application id
  workspace.write("other.orienta", other);
  std::string newer = good;
  newer.replace(60, 4, std::string("\0\0\3\347", 4));  // SQLite's user version: 999
  workspace.write("newer.orienta", newer);
  std::string all;
  for (const char* name : {"missing.orienta", "empty.orienta", "text.orienta", "truncated.orienta",
                           "other.orienta", "newer.orienta"}) {
    const auto run = workspace.run({"score", workspace.path(name)});
    CHECK(run.exit_code == 1);
    all += "$ orienta score " + std::string(name) + "\n" + workspace.anonymous(run.err) + "\n";
  }
  check_golden("cli/bad-projects.txt", all);
}

TEST_CASE("the same survey file is not taken twice", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  const std::string samples =
      std::string(ORIENTA_BUILD_DIR) + "/share/orienta/criteria/client-satisfaction/samples/";
  const auto run =
      workspace.run({"import", file, samples + "housing.csv", "--map", samples + "housing.map.yaml"});
  CHECK(run.exit_code == 1);
  CHECK(run.err.find("housing.csv") != std::string::npos);
}

TEST_CASE("rejected rows are left out only when the user says so", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  const std::string data = workspace.write("some.csv",
                                           "unit,indicator,respondent,value\ntower,overall-satisfaction,1,"
                                           "high\ntower,overall-satisfaction,2,nan\n");
  const std::vector<std::string> words{
      "import", file, data, "--as", "survey", "--set", "client-satisfaction", "--format", "csv"};
  CHECK(workspace.run(words).exit_code == 1);
  std::vector<std::string> skipping = words;
  skipping.push_back("--skip-rejected");
  const std::string report = workspace.out(skipping);
  CHECK(csv_field(report, {{"shape", "survey"}}, "rejected") == "1");
  CHECK(csv_field(report, {{"shape", "survey"}}, "responses") == "1");
}

TEST_CASE("a dry run shows what would happen and writes nothing", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  const std::string before = workspace.out({"log", file, "--format", "csv"});
  const std::string data =
      workspace.write("some.csv", "unit,indicator,respondent,value\ntower,overall-satisfaction,1,high\n");
  workspace.out({"import", file, data, "--as", "survey", "--set", "client-satisfaction", "--dry-run"});
  CHECK(workspace.out({"log", file, "--format", "csv"}) == before);
}

TEST_CASE("an existing project is never overwritten", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  const std::string before = read_text(file);
  CHECK(workspace.run({"new", file, "--organisation", "X", "--set", "client-satisfaction"}).exit_code == 1);
  CHECK(read_text(file) == before);
}

TEST_CASE("an option that was given without a word is a mistake and not one that was left out", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  const auto run = workspace.run({"score", file, "--unit", ""});
  CHECK(run.exit_code == 2);
  CHECK(run.out.empty());
  CHECK(run.err.find("--unit") != std::string::npos);
}
