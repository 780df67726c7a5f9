// SPDX-License-Identifier: MIT
#include "app/evidence.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/snapshot.hpp"
#include "project_fixture.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

constexpr const char* kEvidence =
    "id,kind,title,place,expires\n"
    "register,record,Register of complaints,register.txt,\n"
    "old,document,Last year's plan,,2026-11-30\n";

std::string cell(const Table& table, std::size_t row, const std::string& column) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].key != column) continue;
    const TableCell& found = table.rows.at(row).at(i);
    if (const auto* text = std::get_if<std::string>(&found)) return *text;
    if (const auto* word = std::get_if<Coded>(&found)) return word->code;
    if (const auto* number = std::get_if<std::int64_t>(&found)) return std::to_string(*number);
  }
  return "";
}

}  // namespace

TEST_CASE("evidence is brought in by id and once more changes nothing", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  Project project = fixture.open();
  const std::filesystem::path file = fixture.folder.write("evidence.csv", kEvidence);
  const auto dry = import_evidence(project, file, "", true);
  REQUIRE(dry);
  CHECK(dry->fresh == 2);
  CHECK(project.evidence()->empty());
  REQUIRE(import_evidence(project, file, "", false));
  CHECK(project.evidence()->size() == 2);
  const auto again = import_evidence(project, file, "", false);
  REQUIRE(again);
  CHECK(again->unchanged == 2);
  REQUIRE(project.undo());
  CHECK(project.evidence()->empty());
}

TEST_CASE("evidence that is a file keeps its hash and verify sees a change", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  Project project = fixture.open();
  fixture.folder.write("register.txt", "one complaint");
  REQUIRE(import_evidence(project, fixture.folder.write("evidence.csv", kEvidence), "", false));
  CHECK(project.evidence()->back().hash == hash_of("one complaint"));
  CHECK(!verify_evidence(project)->has_errors());
  fixture.folder.write("register.txt", "no complaints");
  CHECK(verify_evidence(project)->has_errors());
}

TEST_CASE("the list says how many answers rest on evidence and whether it still counts", "[app]") {
  const ProjectFixture fixture({{"first", tiny_set("first")}});
  Project project = fixture.open();
  REQUIRE(import_evidence(project, fixture.folder.write("evidence.csv", kEvidence), "", false));
  AnswerOrder order;
  order.unit = "north";
  order.indicator = "first-i";
  order.value = "yes_";
  order.source = "self";
  order.evidence = {"register", "old"};
  REQUIRE(give_answer(project, *open_assessment(project, ""), order));
  order.evidence = {"registr"};
  const auto refused = give_answer(project, *open_assessment(project, ""), order);
  REQUIRE(!refused);
  CHECK(refused.error().problems.kept().front().message.code == "answers.evidence-unknown-near");

  const auto table = evidence_table(project, *open_assessment(project, ""));
  REQUIRE(table);
  REQUIRE(table->rows.size() == 2);
  CHECK(cell(*table, 0, "id") == "old");
  CHECK(cell(*table, 0, "state") == "expired");  // the as-of date is one day later
  CHECK(cell(*table, 1, "state") == "valid");
  CHECK(cell(*table, 1, "answers") == "1");
}
