// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>
#include <locale>

#include "answers/import_fixture.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

/// Numbers as a Russian or Polish locale has them.
struct CommaNumbers : std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return ' '; }
  std::string do_grouping() const override { return "\3"; }
};

}  // namespace

TEST_CASE("an answer has what its row says", "[answers]") {
  const ImportFixture fixture;
  const auto read = fixture.import(
      "unit;indicator;source;assessor;occasion;date;state;value;reason;comment;confidence;evidence;finding\n"
      "north;satisfaction;auditor;Anna;visit 1;22.11.2026;;3;;fine;likely;e1 e2|e3;major: no record\n"
      "south;hours;self;;;;value;2,5;;;;;seen\n"
      "south;expected;;;;;not_applicable;;no clients;;;;\n"
      "head;expected;;;;;dont_know;;;;;;\n"
      "head;satisfaction;;;;;;;;;;;\n");
  REQUIRE(read);
  CHECK(read->shape == Shape::kAnswers);
  CHECK(read->rows == 5);
  REQUIRE(read->answers.size() == 4);
  const Answer& first = read->answers[0];
  CHECK(first.key == AnswerKey{UnitId("north"), SetId("set"), NodeId("satisfaction"), Source::kAuditor,
                               PersonId("Anna"), "visit 1"});
  CHECK(first.date == parse_date("2026-11-22"));
  CHECK(first.point == "3");
  CHECK(first.comment == "fine");
  CHECK(first.confidence == Confidence::kLikely);
  CHECK(first.evidence == std::vector<std::string>{"e1", "e2", "e3"});
  CHECK(read->answers[1].figure == Decimal{25, 1});
  CHECK(read->answers[1].key.source == Source::kSelf);
  CHECK(read->answers[2].state == AnswerState::kNotApplicable);
  CHECK(read->answers[2].reason == "no clients");
  CHECK(read->answers[3].state == AnswerState::kDontKnow);
  REQUIRE(read->findings.size() == 2);
  CHECK(read->findings[0].grade == Finding::Grade::kMajor);
  CHECK(read->findings[0].fact == "no record");
  CHECK(read->findings[0].unit == UnitId("north"));
  CHECK(read->findings[1].grade == Finding::Grade::kObservation);
  CHECK(read->remarks.empty());
}

TEST_CASE("a finding's grade is understood in capitals and without a colon, and needs a fact", "[answers]") {
  const ImportFixture fixture;
  const auto grade_of = [&](const std::string& finding) {
    const auto read =
        fixture.import("unit,indicator,source,value,finding\nnorth,satisfaction,auditor,3," + finding + "\n");
    return read && read->findings.size() == 1 ? std::optional(read->findings[0].grade) : std::nullopt;
  };
  CHECK(grade_of("MAJOR: broke") == Finding::Grade::kMajor);
  CHECK(grade_of("Minor - broke") == Finding::Grade::kMinor);
  CHECK(grade_of("major broke") == Finding::Grade::kMajor);
  CHECK(grade_of("majority of cases broke") == Finding::Grade::kObservation);
  CHECK_FALSE(grade_of("major").has_value());
  CHECK_FALSE(grade_of("minor:").has_value());
}

TEST_CASE("a row with mistakes is named once for each, and nothing is taken over", "[answers]") {
  const ImportFixture fixture;
  const auto read = fixture.import(
      "unit,indicator,source,date,state,value,reason,confidence\n"
      "nort,satisfaction,self,2026-11-22,,3,,\n"
      "closed,satisfaction,self,,,3,,\n"
      "north,satisfacton,self,,,3,,\n"
      "north,satisfaction,selv,2026-02-30,,7,,sur\n"
      "head,hours,client,,,nan,,\n"
      "north,hours,self,,,100.5,,\n"
      "north,hours,auditor,,,1.25,,\n"
      "north,satisfaction,self,,not_applicable,2,,\n"
      "north,expected,self,,,2,,\n"
      "north,expected,self,,,3,,\n"
      "north,satisfaction,peer,2025-12-31,,3,,\n");
  CHECK(codes_of(read) ==
        "2:1 answers.unknown-unit-near\n"
        "3:1 answers.unit-out-of-scope\n"
        "4:2 answers.unknown-indicator-near\n"
        "5:3 answers.unknown-source\n"
        "5:4 answers.bad-date\n"
        "5:6 answers.unknown-point\n"
        "5:8 answers.unknown-confidence\n"
        "6:2 answers.not-for-kind\n"
        "6:3 answers.source-not-asked\n"
        "6:6 answers.not-a-number\n"
        "7:6 answers.outside-scale\n"
        "8:6 answers.too-precise\n"
        "9:6 answers.value-beside-state\n"
        "9:7 answers.reason-missing\n"
        "11:2 answers.answer-twice\n"
        "12:4 answers.date-outside-period\n");
  CHECK(read.error().problems.errors() == 15);
}

TEST_CASE("rows with mistakes are left out when that is asked for", "[answers]") {
  ImportFixture fixture;
  fixture.context.skip_rejected = true;
  const auto read =
      fixture.import("unit,indicator,value\nnorth,satisfaction,3\nnorth,expected,9\nsouth,expected,2\n");
  REQUIRE(read);
  CHECK(read->answers.size() == 2);
  CHECK(read->rejected == 1);
  CHECK(codes_of(read->remarks) == "3:3 answers.unknown-point\n");
}

TEST_CASE("columns that are unknown or missing are named together", "[answers]") {
  const ImportFixture fixture;
  CHECK(codes_of(fixture.import("unit,indicatr,valeu,colour\nnorth,satisfaction,3,red\n")) ==
        "1:0 answers.shape-unclear\n1:2 answers.unknown-column-near\n1:3 answers.unknown-column-near\n1:4 "
        "answers.unknown-column\n");
  CHECK(codes_of(fixture.import("unit,indicator,valeu,colour\nnorth,satisfaction,3,red\n")) ==
        "1:0 answers.column-missing\n1:3 answers.unknown-column-near\n1:4 answers.unknown-column\n");
  CHECK(codes_of(fixture.import("indicator,value,group\nsatisfaction,3,a\n")) ==
        "1:0 answers.column-missing\n1:3 answers.column-not-for-shape\n");
}

TEST_CASE("a file for one of several sets must say which", "[answers]") {
  ImportFixture fixture;
  CriteriaSet other = empty_set("other");
  fixture.context.sets.push_back(&other);
  const std::string rows = "unit,indicator,value\nnorth,satisfaction,3\n";
  CHECK(codes_of(fixture.import(rows)) == "1:0 answers.set-unclear\n");
  fixture.context.set = "sett";
  CHECK(fixture.import(rows).error().kind == ErrorKind::kUsage);
  fixture.context.set = "set";
  CHECK(fixture.import(rows));
  fixture.context.set.clear();
  const auto by_row =
      fixture.import("unit,set,indicator,value\nnorth,set,satisfaction,3\nnorth,other,satisfaction,3\n");
  CHECK(codes_of(by_row) == "3:3 answers.unknown-indicator\n");
}

TEST_CASE("only the first fifty problems are kept, but all are counted", "[answers]") {
  const ImportFixture fixture;
  std::string text = "unit,indicator,value\n";
  for (int i = 0; i < 70; ++i)
    text += "nowhere,satisfaction,3\n";
  const auto read = fixture.import(text);
  REQUIRE_FALSE(read);
  CHECK(read.error().problems.kept().size() == 50);
  CHECK(read.error().problems.errors() == 70);
}

TEST_CASE("a file that is not there or is a folder is refused", "[answers]") {
  const ImportFixture fixture;
  CHECK(read_import(fixture.folder / "none.csv", fixture.context).error().kind == ErrorKind::kNotFound);
  CHECK(read_import(fixture.folder.path(), fixture.context).error().kind == ErrorKind::kInput);
}

TEST_CASE("a stop request leaves nothing", "[answers]") {
  ImportFixture fixture;
  std::stop_source stop;
  stop.request_stop();
  fixture.context.stop = stop.get_token();
  CHECK(fixture.import("unit,indicator,value\nnorth,satisfaction,3\n").error().kind == ErrorKind::kCancelled);
  CHECK(fixture.import("unit,indicator,respondent,value\nnorth,satisfaction,r1,3\n").error().kind ==
        ErrorKind::kCancelled);
}

TEST_CASE("one answer is read by the rules of a file", "[answers]") {
  const ImportFixture fixture;
  const auto answer = read_answer(
      {{"unit", "north"}, {"indicator", "hours"}, {"source", "self"}, {"value", "2,5"}}, fixture.context);
  REQUIRE(answer);
  CHECK(answer->answers.at(0).figure == Decimal{25, 1});
  CHECK(codes_of(read_answer({{"unit", "north"}, {"indicator", "expected"}, {"value", ""}},
                             fixture.context)) == "0:0 answers.value-missing\n");
}

TEST_CASE("the process's locale changes nothing", "[answers]") {
  const ImportFixture fixture;
  const std::locale before = std::locale::global(std::locale(std::locale::classic(), new CommaNumbers));
  const auto read = fixture.import("unit,indicator,value\nnorth,hours,2.5\nsouth,hours,1000.5\n");
  std::locale::global(before);
  CHECK(codes_of(read) == "3:3 answers.outside-scale\n");
  REQUIRE_FALSE(read);
  CHECK(*read.error().problems.kept()[0].message.find("text") == Argument("1000.5"));
}
