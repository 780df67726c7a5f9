// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "answers/import_fixture.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

Result<std::vector<Evidence>> read(const ImportFixture& fixture, std::string_view content) {
  return read_evidence(fixture.folder.write("evidence.csv", content));
}

}  // namespace

TEST_CASE("evidence has what its row says", "[answers]") {
  const ImportFixture fixture;
  const auto found = read(fixture,
                          "id;kind;title;place;date;expires\n"
                          "e1;record;\"Register; May\";files/register.pdf;22.11.2026;2027-11-22\n"
                          "e2;interview;Talk;;;\n");
  REQUIRE(found);
  REQUIRE(found->size() == 2);
  CHECK((*found)[0] == Evidence{"e1",
                                EvidenceKind::kRecord,
                                "Register; May",
                                "files/register.pdf",
                                {},
                                parse_date("2026-11-22"),
                                parse_date("2027-11-22")});
  CHECK((*found)[1].kind == EvidenceKind::kInterview);
  CHECK(!(*found)[1].expires);
}

TEST_CASE("all mistakes of a list of evidence are named at once", "[answers]") {
  const ImportFixture fixture;
  CHECK(codes_of(read(fixture,
                      "id,kind,title,date,expires\n"
                      "E 1,record,T,,\n"
                      "e2,paper,T,,\n"
                      "e3,record,,31.02.2026,\n"
                      "e3,record,T,2026-05-01,2026-04-01\n")) ==
        "2:1 answers.bad-evidence-id\n"
        "3:2 answers.unknown-evidence-kind\n"
        "4:3 answers.evidence-without-title\n"
        "4:4 answers.bad-date\n"
        "5:1 answers.evidence-again\n"
        "5:5 answers.evidence-expires-before\n");
  CHECK(codes_of(read(fixture, "id,knd,title\ne1,record,T\n")) ==
        "1:0 answers.column-needed\n1:2 answers.column-near\n");
}

TEST_CASE("answers name only evidence that is in the project", "[answers]") {
  ImportFixture fixture;
  const std::vector<std::string> known{"record-1", "talk"};
  fixture.context.evidence = &known;
  CHECK(fixture.import("unit,indicator,value,evidence\nnorth,satisfaction,3,record-1|talk\n"));
  CHECK(codes_of(fixture.import("unit,indicator,source,value,evidence\n"
                                "north,satisfaction,self,3,record-1\n"
                                "south,satisfaction,self,3,recrd-1 lost\n")) ==
        "3:5 answers.evidence-unknown-near\n3:5 answers.evidence-unknown\n");
}
