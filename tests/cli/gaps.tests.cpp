// SPDX-License-Identifier: MIT
// Gaps, what if, compare, the worst units and profiles, through the program.
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "support/golden.hpp"
#include "workspace.hpp"

using namespace orienta::test;
using Json = nlohmann::ordered_json;

namespace {

/// A beginning, a typical and a leading branch, as the samples of the set have them.
std::string network(const Workspace& workspace) {
  const std::string samples = std::string(ORIENTA_SOURCE_DIR) + "/criteria/levels-of-service/samples/";
  const std::string file = workspace.path("network.orienta");
  workspace.out({"new", file, "--organisation", "Sample (invented)", "--units", samples + "units.csv",
                 "--set", "levels-of-service", "--period", "2026-H2", "--as-of", "2026-12-31"});
  for (const char* answers : {"head-office", "beginner", "typical", "leading"})
    workspace.out({"import", file, samples + "invented-" + answers + ".csv"});
  return file;
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

}  // namespace

TEST_CASE("gaps read as approved in the three languages", "[cli]") {
  const Workspace workspace;
  const std::string file = network(workspace);
  for (const std::string lang : {"en", "ru", "pl"}) {
    std::string all;
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"gaps", file},
          {"gaps", file, "--unit", "typical", "--top", "3"},
          {"what-if", file, "--unit", "typical", "--set-rating", "standards-at-work=0.9"},
          {"compare", file, "beginner", "leading"}}) {
      std::vector<std::string> in_language = words;
      in_language.insert(in_language.end(), {"--lang", lang});
      all += "$ orienta " + words[0] + "\n" + workspace.anonymous(workspace.out(in_language)) + "\n";
    }
    check_golden("cli/gaps." + lang + ".txt", all);
  }
}

TEST_CASE("gaps, what if, comparison and profile have the promised columns", "[cli]") {
  const Workspace workspace;
  const std::string file = network(workspace);
  const auto columns = [&](std::vector<std::string> words) {
    words.insert(words.end(), {"--format", "csv"});
    return first_line(workspace.out(words));
  };
  CHECK(columns({"gaps", file}) ==
        "unit,set,node,target_kind,target,actual,gap,implied,mandatory_failed,weight,below,of_units,quadrant,"
        "effect,level_after,share_after,blocks");
  CHECK(columns({"what-if", file, "--set-rating", "attitude=1"}) ==
        "unit,set,node,index_before,index_after,change,level_before,level_after,possible_before,"
        "possible_after,share_before,share_after");
  CHECK(columns({"compare", file, "beginner", "leading"}) ==
        "unit,set,node,index_first,index_second,change,like_for_like,beyond_chance,level_first,level_second,"
        "share_first,share_second,reassessed,carried_over,new");
}

TEST_CASE("the answers that settle a level are named", "[cli]") {
  const Workspace workspace;
  const std::string text = workspace.out({"gaps", network(workspace), "--unit", "typical"});
  CHECK(text.find("Proven 1, possible 3; these 2 answers would settle it:") != std::string::npos);
  CHECK(text.find("(deviations-checked)") != std::string::npos);
  CHECK(text.find("(observed-at-work)") != std::string::npos);
}

TEST_CASE("what if writes nothing and says what it does not understand", "[cli]") {
  const Workspace workspace;
  const std::string file = network(workspace);
  const std::string before = read_text(file);
  workspace.out({"what-if", file, "--unit", "typical", "--set-weight", "touchpoints=3"});
  CHECK(read_text(file) == before);
  std::string all;
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{},
        {"--set-rating", "standards-at-work"},
        {"--set-rating", "standards-at-work=1.5"},
        {"--set-rating", "standards-at-wrk=1"},
        {"--set-value", "standards-at-work=1"},
        {"--set-weight", "touchpoints=-1"},
        {"--set-rating", "standards-at-work=1", "--unit", "typcal"}}) {
    std::vector<std::string> line{"what-if", file};
    line.insert(line.end(), words.begin(), words.end());
    const auto run = workspace.run(line);
    CHECK(run.exit_code != 0);
    CHECK(run.out.empty());
    all += "$ orienta what-if";
    for (const std::string& word : words)
      all += " " + word;
    all += "\n" + workspace.anonymous(run.err) + "\n";
  }
  check_golden("cli/bad-what-if.en.txt", all);
}

TEST_CASE("two assessments compare like for like and tell what was assessed again", "[cli]") {
  const Workspace workspace;
  const std::string file = network(workspace);
  workspace.out({"assessment", "new", file, "--period", "2027-H1", "--carry-over"});
  workspace.out(
      {"answer", file, "--unit", "beginner", "--indicator", "deviations-checked", "--value", "all"});
  workspace.out(
      {"answer", file, "--unit", "typical", "--indicator", "deviations-checked", "--value", "none"});
  workspace.out({"scope", file, "--out", "leading"});
  // What was open before and is answered with no lowers the figure and is no decline.
  const Json typical = Json::parse(workspace.out({"compare", file, "2026-h2", "2027-h1", "--unit", "typical",
                                                  "--format", "json"}))
                           .at("compare")
                           .at(0);
  CHECK(typical.at("change").get<double>() < 0);
  CHECK(typical.at("like_for_like") == 0.0);
  const Json rows =
      Json::parse(workspace.out({"compare", file, "2026-h2", "2027-h1", "--format", "json"})).at("compare");
  const Json& whole = rows.at(0);
  CHECK(whole.at("reassessed") == 2);
  CHECK(whole.at("carried_over").get<int>() > 50);
  // The leading branch fell out: the figures as reported drop, and like for like they do not.
  CHECK(whole.at("change").get<double>() < -5);
  CHECK(whole.at("like_for_like").get<double>() >= 0);
  CHECK(workspace.run({"compare", file, "2026-h2", "typical"}).exit_code == 2);
  CHECK(workspace.run({"compare", file, "2026-h2", "2029-h1"}).exit_code == 1);
}

TEST_CASE("the worst units come worst first", "[cli]") {
  const Workspace workspace;
  const auto rows = csv_rows(workspace.out({"score", network(workspace), "--worst", "2", "--format", "csv"}));
  REQUIRE(rows.size() == 3);
  CHECK(rows[1][0] == "beginner");
  CHECK(rows[2][0] == "typical");
}

TEST_CASE("a profile shows an indicator over the values of a segment", "[cli]") {
  const Workspace workspace;
  const std::string samples = std::string(ORIENTA_SOURCE_DIR) + "/criteria/contact-centre/samples/";
  const std::string file = workspace.path("centre.orienta");
  workspace.out({"new", file, "--organisation", "Sample (invented)", "--units", samples + "units.csv",
                 "--set", "contact-centre", "--period", "2026-H2", "--as-of", "2026-12-31"});
  workspace.out({"import", file, samples + "invented-inbound.csv"});
  const Json rows = Json::parse(workspace.out({"profile", file, "inbound-requests", "--segment", "weekday",
                                               "--format", "json"}))
                        .at("profile");
  REQUIRE(rows.size() == 7);
  double share = 0;
  for (const Json& row : rows)
    share += row.at("share").get<double>();
  CHECK(std::abs(share - 1) < 1e-12);
  CHECK(rows.at(0).at("value") == "mon");
  CHECK(workspace.run({"profile", file, "inbound-request"}).err.find("inbound-requests") !=
        std::string::npos);
  CHECK(workspace.run({"profile", file, "complaint-register"}).exit_code == 1);
}
