// SPDX-License-Identifier: MIT
// One assessment read by the clauses of standards.
#include <catch2/catch_test_macros.hpp>

#include "workspace.hpp"

using namespace orienta::test;

namespace {

/// A project with the model set for process standards and its samples: the weak branch has no record of
/// complaints, the strong one has. The set maps one criterion to ISO 10002:2018; here it gets a clause, and
/// one question another standard.
class Branches {
 public:
  Branches() {
    workspace.out({"criteria", "new", "our-set", "--plugin", "process-standards", "-o", workspace.path("")});
    std::string text = read_text(workspace.path("our-set/set.yaml"));
    replace(text, "maps_to: [\"ISO 10002:2018\"]",
            "maps_to: [\"ISO 10002:2018 8.2\", \"ISO 9001:2015 9.1.2\"]");
    replace(text, "        level: 2\n", "        level: 2\n        maps_to: [\"ISO 10002:2018 10.2\"]\n");
    const std::string question = "            scale: achievement\n";
    text.replace(text.rfind(question), question.size(),
                 question + "            maps_to: [\"ISO 9001:2015 9.3\"]\n");
    write_text(workspace.path("our-set/set.yaml"), text);
    const std::string samples = workspace.path("our-set/samples/");
    workspace.out({"new", file, "--organisation", "O", "--set", "our-set", "--criteria", workspace.path(""),
                   "--units", samples + "units.csv", "--period", "2026-H2", "--as-of", "2026-12-31"});
    workspace.out({"evidence", "import", file, samples + "invented-evidence.csv"});
    workspace.out({"import", file, samples + "invented-answers.csv"});
  }

  std::string out(std::vector<std::string> words) const {
    words.insert(words.begin(), {"conformity", file});
    return workspace.out(words);
  }

  Workspace workspace;
  std::string file = workspace.path("p.orienta");

 private:
  static void replace(std::string& text, const std::string& what, const std::string& by) {
    REQUIRE(text.find(what) != std::string::npos);
    text.replace(text.find(what), what.size(), by);
  }
};

}  // namespace

TEST_CASE("conformity shows a standard clause by clause with the worst first", "[cli]") {
  const Branches branches;
  const std::string weak = branches.out({"--to", "ISO-10002", "--unit", "weak", "--format", "csv"});
  CHECK(csv_rows(weak).size() == 3);
  CHECK(csv_rows(weak)[1][3] == "10.2");
  CHECK(csv_field(weak, {{"clause", "8.2"}}, "conformity") == "not_met");
  CHECK(csv_field(weak, {{"clause", "8.2"}}, "index") == "50");
  CHECK(csv_field(weak, {{"clause", "8.2"}}, "needed") == "85");

  const std::string strong = branches.out({"--to", "iso10002:2018", "--unit", "strong", "--format", "csv"});
  CHECK(csv_field(strong, {{"clause", "8.2"}}, "conformity") == "met");
  CHECK(csv_field(strong, {{"clause", "10.2"}}, "conformity") == "not_met");
  CHECK(csv_field(strong, {{"clause", "10.2"}}, "index") == "67");
}

TEST_CASE("a network conforms where all its units do", "[cli]") {
  const Branches branches;
  const std::string all = branches.out({"--to", "ISO 10002", "--format", "csv"});
  CHECK(csv_field(all, {{"clause", "8.2"}}, "conformity") == "not_met");
  CHECK(csv_field(all, {{"clause", "8.2"}}, "of_units") == "2");
  CHECK(csv_field(all, {{"clause", "8.2"}}, "units_met") == "1");
  CHECK(csv_field(all, {{"clause", "8.2"}}, "index") == "75");
}

TEST_CASE("a question that is mapped to a clause is judged by itself", "[cli]") {
  const Branches branches;
  const std::string out = branches.out({"--to", "9001", "--unit", "strong", "--format", "csv"});
  CHECK(csv_field(out, {{"clause", "9.3"}}, "indicator") == "complaints-reviewed");
  CHECK(csv_field(out, {{"clause", "9.3"}}, "index") == "67");
  CHECK(csv_field(out, {{"clause", "9.1.2"}}, "indicator") == "");
}

TEST_CASE("conformity without a standard lists those that are named", "[cli]") {
  const Branches branches;
  const std::string out = branches.out({"--unit", "strong", "--format", "csv"});
  CHECK(csv_rows(out).size() == 3);
  CHECK(csv_field(out, {{"standard", "ISO 10002"}}, "clauses") == "2");
  CHECK(csv_field(out, {{"standard", "ISO 10002"}}, "met") == "1");
  CHECK(csv_field(out, {{"standard", "ISO 10002"}}, "coverage") == "1");
  CHECK(branches.out({"--to", "ISO 10002"}).find("no audit") != std::string::npos);
  CHECK(branches.out({"--to", "ISO 10002", "--format", "json"}).find("\"conformity\"") != std::string::npos);
  const ProgramRun unknown = branches.workspace.run({"conformity", branches.file, "--to", "ISO 27001"});
  CHECK(unknown.exit_code == 1);
  CHECK(unknown.err.find("ISO 10002, ISO 9001") != std::string::npos);
}

TEST_CASE("a clause is open until answers decide", "[cli]") {
  const Branches branches;
  branches.workspace.out(
      {"answer", branches.file, "--unit", "strong", "--indicator", "complaints-reviewed", "--dont-know"});
  const std::string open = branches.out({"--to", "ISO 10002", "--unit", "strong", "--format", "csv"});
  CHECK(csv_field(open, {{"clause", "10.2"}}, "conformity") == "open");
  CHECK(csv_rows(open)[1][3] == "10.2");
  branches.workspace.out({"answer", branches.file, "--unit", "strong", "--indicator", "complaints-reviewed",
                          "--not-applicable", "No complaints are taken here"});
  const std::string left_out = branches.out({"--to", "ISO 10002", "--unit", "strong", "--format", "csv"});
  CHECK(csv_field(left_out, {{"clause", "10.2"}}, "conformity") == "not_applicable");
  CHECK(csv_rows(left_out)[1][3] == "8.2");
}

TEST_CASE("what is asked of the organisation alone is judged by its own answer", "[cli]") {
  const Workspace workspace;
  workspace.out({"criteria", "new", "our-set", "--plugin", "service-levels", "-o", workspace.path("")});
  std::string text = read_text(workspace.path("our-set/set.yaml"));
  const std::string kinds = "scored_at: [branch]";
  text.replace(text.find(kinds), kinds.size(), "scored_at: [branch, organisation]");
  const std::string id = "      - id: checks\n";
  text.replace(text.find(id), id.size(),
               id + "        applies_to: [organisation]\n        maps_to: [\"ISO 9001:2015 9.2\"]\n");
  write_text(workspace.path("our-set/set.yaml"), text);
  const std::string file = workspace.path("p.orienta");
  workspace.out({"new", file, "--organisation", "O", "--set", "our-set", "--criteria", workspace.path(""),
                 "--units", workspace.path("our-set/samples/units.csv")});
  for (const char* const unit : {"weak", "strong"})
    workspace.out({"answer", file, "--unit", unit, "--indicator", "standard-known", "--value", "all"});
  const auto conformity = [&] {
    const std::string out = workspace.out({"conformity", file, "--to", "ISO 9001", "--format", "csv"});
    return csv_field(out, {{"clause", "9.2"}}, "conformity");
  };
  CHECK(conformity() == "open");
  workspace.out({"answer", file, "--unit", "company", "--indicator", "visits-checked", "--value", "all"});
  CHECK(conformity() == "met");
}
