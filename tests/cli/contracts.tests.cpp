// SPDX-License-Identifier: MIT
// What others script against.
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "workspace.hpp"

using namespace orienta::test;
using Json = nlohmann::ordered_json;

namespace {

constexpr const char* kReadings =
    "unit,set,indicator,source,segment,statistic,value,low,high,n,not_applicable,dont_know,missing,state";
constexpr const char* kScore =
    "unit,set,node,basis,state,level,level_possible,of,stage,index,index_low,index_high,ci_low,ci_high,"
    "completeness,share,"
    "of_units,n";

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

std::string keys_of(const Json& row) {
  std::string keys;
  for (const auto& [key, value] : row.items())
    keys += (keys.empty() ? "" : ",") + key;
  return keys;
}

}  // namespace

TEST_CASE("readings and scores have the promised columns in CSV and JSON", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  CHECK(first_line(workspace.out({"readings", file, "--format", "csv"})) == kReadings);
  CHECK(first_line(workspace.out({"score", file, "--format", "csv"})) == kScore);
  const Json readings = Json::parse(workspace.out({"readings", file, "--format", "json"}));
  const Json score = Json::parse(workspace.out({"score", file, "--format", "json"}));
  CHECK(readings.at("orienta") == 1);
  CHECK(score.at("orienta") == 1);
  CHECK(keys_of(readings.at("readings").at(0)) == kReadings);
  CHECK(keys_of(score.at("score").at(0)) == kScore);
}

TEST_CASE("a comma locale and another time zone change no byte of what programs read", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  for (const std::string format : {"csv", "json"})
    for (const std::string verb : {"readings", "score"}) {
      const std::vector<std::string> words{verb, file, "--format", format};
      const auto plain = workspace.run(words, {{"LC_ALL", "C"}, {"TZ", "UTC"}});
      const auto comma = workspace.run(
          words, {{"LC_ALL", "pl_PL.UTF-8"}, {"LC_NUMERIC", "pl_PL.UTF-8"}, {"TZ", "Asia/Vladivostok"}});
      REQUIRE(plain.exit_code == 0);
      CHECK(plain.out == comma.out);
    }
}

TEST_CASE("the language changes words for people and nothing for programs", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  CHECK(workspace.out({"score", file, "--format", "csv", "--lang", "ru"}) ==
        workspace.out({"score", file, "--format", "csv"}));
  CHECK(workspace.out({"score", file, "--lang", "ru"}) != workspace.out({"score", file}));
}

TEST_CASE("a number in CSV reads back to the same number as in JSON", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  const std::string csv = workspace.out({"score", file, "--unit", "tower", "--format", "csv"});
  const Json json = Json::parse(workspace.out({"score", file, "--unit", "tower", "--format", "json"}));
  const auto& root = json.at("score").at(0);
  CHECK(std::stod(csv_field(csv, {{"node", "client-satisfaction"}}, "index")) ==
        root.at("index").get<double>());
}

TEST_CASE("what a word is wrong in is said with exit code 2", "[cli]") {
  const Workspace workspace;
  CHECK(workspace.run({"scroe"}).exit_code == 2);
  CHECK(workspace.run({"scroe"}).err.find("score") != std::string::npos);
  CHECK(workspace.run({"score", "x.orienta", "--untt", "a"}).exit_code == 2);
  CHECK(workspace.run({"score"}).exit_code == 2);
  CHECK(workspace.run({"score", "x.orienta", "--format", "xml"}).exit_code == 2);
  CHECK(workspace
            .run({"new", "x.orienta", "--organisation", "X", "--set", "client-satisfaction", "--period",
                  "soon"})
            .exit_code == 2);
}

TEST_CASE("the other verbs print as json and csv too", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"units", "show", file},
                                             {"assessment", "list", file},
                                             {"log", file},
                                             {"criteria", "list"},
                                             {"criteria", "show", "client-satisfaction"},
                                             {"plugins", "list"},
                                             {"verify", file},
                                             {"explain", file, "client-satisfaction", "--unit", "tower"}}) {
    INFO(words.front());
    std::vector<std::string> json = words;
    json.insert(json.end(), {"--format", "json"});
    CHECK(Json::parse(workspace.out(json)).at("orienta") == 1);
    std::vector<std::string> csv = words;
    csv.insert(csv.end(), {"--format", "csv"});
    CHECK(first_line(workspace.out(csv)).find(',') != std::string::npos);
  }
}
