// SPDX-License-Identifier: MIT
// Evidence, targets and samples as a user of the command line meets them.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "workspace.hpp"

using namespace orienta::test;

namespace {

/// Nine branches of one network, in a project of one set.
std::string network(const Workspace& workspace) {
  std::string units = "id,parent,name,kind,population\norg,,Network,organisation,\n";
  for (int i = 1; i <= 9; ++i)
    units += "b" + std::to_string(i) + ",org,Branch " + std::to_string(i) + ",branch," +
             std::to_string(i * 10) + "\n";
  const std::string file = workspace.path("network.orienta");
  workspace.out({"new", file, "--organisation", "Network", "--units", workspace.write("units.csv", units),
                 "--set", "client-satisfaction", "--period", "2026-H2", "--as-of", "2026-12-01"});
  return file;
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

}  // namespace

TEST_CASE("evidence is brought in before answers name it", "[cli]") {
  const Workspace workspace;
  const std::string file = network(workspace);
  const std::string answers =
      workspace.write("answers.csv", "unit,indicator,value,evidence\nb1,complaint-register,all,register\n");
  const auto refused = workspace.run({"import", file, answers});
  CHECK(refused.exit_code == 1);
  CHECK(refused.err.find("answers.csv:2:4: There is no evidence register") != std::string::npos);
  workspace.out({"evidence", "import", file,
                 workspace.write("evidence.csv", "id,kind,title\nregister,record,Register of complaints\n")});
  workspace.out({"import", file, answers});
  const std::string list = workspace.out({"evidence", "list", file, "--format", "csv"});
  CHECK(first_line(list) == "id,kind,title,place,date,expires,answers,state,hash");
  CHECK(csv_field(list, {{"id", "register"}}, "answers") == "1");
}

TEST_CASE("a target that is set holds for its units and says where it comes from", "[cli]") {
  const Workspace workspace;
  const std::string file = network(workspace);
  workspace.out({"target", "set", file, "client-satisfaction", "--level", "3", "--kind", "branch"});
  const std::string list = workspace.out({"target", "list", file, "--unit", "b1", "--format", "csv"});
  CHECK(first_line(list) == "set,node,level,index,value,from");
  CHECK(csv_field(list, {{"node", "client-satisfaction"}}, "level") == "3");
  CHECK(csv_field(list, {{"node", "client-satisfaction"}}, "from") == "kind");
  CHECK(workspace.run({"target", "set", file, "client-satisfaction", "--level", "9"}).exit_code == 1);
}

TEST_CASE("the result of a sampled network has the interval of its random part", "[cli]") {
  const Workspace workspace;
  const std::string file = network(workspace);
  const std::string sample = workspace.out(
      {"sample", file, "--kind", "branch", "--random", "60%", "--seed", "7", "--apply", "--format", "csv"});
  CHECK(first_line(sample) == "unit,name,scope,why,draw,size,last_index");
  std::string answers = "unit,indicator,value\n";
  int drawn = 0;
  for (int i = 1; i <= 9; ++i) {
    const std::string unit = "b" + std::to_string(i);
    if (csv_field(sample, {{"unit", unit}}, "scope") != "in") continue;
    const bool random = csv_field(sample, {{"unit", unit}}, "why") == "random";
    answers += unit + ",complaint-register," + (random && drawn++ == 0 ? "some" : "all") + "\n";
  }
  CHECK(drawn == 2);  // sqrt(9) = 3 units, ceil(0.6 * 3) of them at random
  workspace.out({"import", file, workspace.write("answers.csv", answers)});
  const std::string score = workspace.out({"score", file, "--format", "csv"});
  const auto top = [&](const char* column) {
    return csv_field(score, {{"unit", "org"}, {"node", "client-satisfaction"}, {"basis", "rolled"}}, column);
  };
  CHECK(top("of_units") == "3");
  CHECK(!top("ci_low").empty());
  CHECK(!top("ci_high").empty());
  workspace.out({"target", "set", file, "client-satisfaction", "--index", "10"});
  CHECK(workspace.out({"score", file}).find("of 3 units at target") != std::string::npos);
  CHECK(workspace.out({"score", file}).find("all 9 units, estimated from 2 drawn at random") !=
        std::string::npos);
}
