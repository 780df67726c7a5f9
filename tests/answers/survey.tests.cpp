// SPDX-License-Identifier: MIT
#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>

#include "answers/import_fixture.hpp"
#include "base/hash.hpp"
#include "criteria/reader.hpp"

using namespace orienta;
using namespace orienta::test;

namespace fs = std::filesystem;

namespace {

const Cell& cell_of(const Imported& imported, std::uint32_t unit, std::uint32_t slot,
                    std::uint16_t segment = 0) {
  for (const auto& [index, sheet] : imported.survey.sheets)
    if (index == unit) {
      const Cell* const cell = sheet.find({slot, segment, slot == 2 ? Source::kSelf : Source::kClient});
      if (cell != nullptr) return *cell;
    }
  FAIL("no such cell");
  std::abort();
}

/// All that a survey came to, as text: equal texts are equal results.
std::string result_of(const Result<Imported>& read) {
  const Problems& problems = read ? read->remarks : read.error().problems;
  std::string text = codes_of(problems) + std::to_string(problems.errors()) + "\n";
  for (const Problem& problem : problems.kept())
    if (const Argument* const first = problem.message.find("first_line"))
      text += std::to_string(std::get<std::int64_t>(first->value())) + " ";
  if (!read) return text;
  text += read->survey.wave.file_hash.hex() + " " + std::to_string(read->survey.wave.responses) + " " +
          std::to_string(read->rejected);
  for (const auto& [unit, sheet] : read->survey.sheets)
    text += "\n" + std::to_string(unit) + " " + hash_of(sheet.bytes()).hex();
  return text;
}

std::string random_survey() {
  const auto word = [](std::initializer_list<const char*> words) {
    return std::string(*rc::gen::elementOf(std::vector<const char*>(words)));
  };
  const bool odd = *rc::gen::weightedElement<bool>({{3, false}, {1, true}});
  std::string text = "unit,indicator,respondent,value,group\n";
  for (int i = *rc::gen::inRange(1, 40); i > 0; --i) {
    if (odd && *rc::gen::inRange(0, 12) == 0)
      text += word({"\n", "\r\n", "north,satisfaction\n", "nort,expected,r1,2,\n"});
    text += word({"north", "south", "\"north\""}) + "," + word({"satisfaction", "expected"}) + "," +
            word({"r1", "r2", "r3", "", "\"r\n4\"", "\"r,\"\"5\""}) + "," +
            word({"0", "1", "2", "3", "4", "", "dont_know", "not_applicable"}) + "," + word({"a", "b", ""}) +
            word({"\n", "\r\n"});
  }
  return text;
}

}  // namespace

TEST_CASE("a long survey is counted per unit, indicator and segment", "[answers]") {
  const ImportFixture fixture;
  const std::string text =
      "unit,indicator,respondent,value,group\n"
      "north,satisfaction,r1,4,a\n"
      "north,expected,r1,3,a\n"
      "north,satisfaction,r2,not_applicable,b\n"
      "north,expected,r2,dont_know,b\n"
      "north,satisfaction,r3,,b\n"
      "south,satisfaction,r3,1.0,\n";
  const auto read = fixture.import(text);
  REQUIRE(codes_of(read) == "no error");
  CHECK(read->shape == Shape::kSurvey);
  CHECK(read->rows == 6);
  REQUIRE(read->survey.sheets.size() == 2);
  CHECK(cell_of(*read, 1, 0).points[4] == 1);
  CHECK(cell_of(*read, 1, 0).not_applicable == 1);
  CHECK(cell_of(*read, 1, 0, 1).points[4] == 1);
  CHECK(cell_of(*read, 1, 0, 2).not_applicable == 1);
  CHECK(cell_of(*read, 1, 1, 2).dont_know == 1);
  CHECK(cell_of(*read, 2, 0).points[1] == 1);
  const Wave& wave = read->survey.wave;
  CHECK(wave.responses == 5);
  CHECK(wave.file_hash == hash_of(text));
  CHECK(wave.file_bytes == text.size());
  CHECK(wave.file_name == "data.csv");
  CHECK(wave.layout == hash_of(layout_of(fixture.set)->bytes()));
}

TEST_CASE("pairs are counted within one respondent, in long and in wide files", "[answers]") {
  const ImportFixture fixture;
  const auto pair_count = [](const Result<Imported>& read, std::size_t place, std::uint16_t segment) {
    REQUIRE(read);
    return cell_of(*read, 1, 3, segment).points[place];
  };
  // The pair is (expected, satisfaction): place 4 * 5 + 2 says expected 4, satisfied 2.
  const auto wide = fixture.import(
      "unit,satisfaction,expected,group,count\nnorth,2,4,a,3\nnorth,2,,b,1\nnorth,dont_know,4,a,1\n");
  CHECK(pair_count(wide, 22, 0) == 3);
  CHECK(pair_count(wide, 22, 1) == 3);
  CHECK(wide->survey.wave.responses == 3 * 2 + 1 + 2);
  const auto rows = fixture.import(
      "unit,indicator,respondent,value,group\nnorth,satisfaction,r1,2,a\nnorth,expected,r1,4,a\n"
      "north,expected,r2,4,b\nnorth,satisfaction,r2,2,a\nnorth,satisfaction,r3,2,a\nsouth,expected,r3,4,a\n");
  CHECK(pair_count(rows, 22, 0) == 2);
  CHECK(pair_count(rows, 22, 1) == 1);
}

TEST_CASE("what one respondent answers twice in neighbouring rows is named with both lines", "[answers]") {
  const ImportFixture fixture;
  const auto rows = fixture.import(
      "unit,indicator,respondent,value\nnorth,satisfaction,r1,2\nnorth,expected,r1,2\nnorth,satisfaction,r1,"
      "3\n"
      "south,satisfaction,r1,3\nsouth,satisfaction,,3\nsouth,satisfaction,,3\n");
  CHECK(codes_of(rows) == "4:4 answers.survey-answer-twice\n");
  CHECK(*rows.error().problems.kept()[0].message.find("first_line") == Argument(2));
  const auto wide =
      fixture.import("unit,respondent,satisfaction,expected\nnorth,r1,2,2\nnorth,r1,2,2\nnorth,r2,2,2\n");
  CHECK(codes_of(wide) == "3:2 answers.respondent-twice\n");
}

TEST_CASE("figures in a survey are summed exactly", "[answers]") {
  ImportFixture fixture;
  fixture.set.indicators[2].answered_by = {};
  fixture.set.indicators[2].answered_by.add(Source::kSelf);
  const auto read = fixture.import(
      "unit;indicator;respondent;value;count\nnorth;hours;r1;2,5;2\nnorth;hours;r2;0,1;1\nnorth;hours;r3;"
      "dont_know;1\n");
  REQUIRE(codes_of(read) == "no error");
  const Cell& cell = cell_of(*read, 1, 2);
  CHECK(cell.figures == 3);
  CHECK(cell.sum == 51);
  CHECK(cell.squares == 2 * 625 + 1);
  CHECK(cell.dont_know == 1);
}

TEST_CASE("rows with mistakes are named with their places", "[answers]") {
  const ImportFixture fixture;
  const auto read = fixture.import(
      "unit,indicator,respondent,value,group,count\n"
      "nort,satisfaction,r1,2,,1\n"
      "closed,satisfaction,r1,2,,1\n"
      "north,satisfacton,r1,2,,1\n"
      "north,satisfaction,r1,5,c,1.5\n"
      "north,hours,r1,2,,1\n"
      "head,hours,r1,2,,1\n"
      "north,satisfaction,r1\n");
  CHECK(codes_of(read) ==
        "2:1 answers.unknown-unit-near\n"
        "3:1 answers.unit-out-of-scope\n"
        "4:2 answers.unknown-indicator-near\n"
        "5:4 answers.unknown-point\n"
        "5:5 answers.unknown-segment-value\n"
        "5:6 answers.bad-count\n"
        "6:4 answers.survey-source-unclear\n"
        "7:4 answers.not-for-kind\n"
        "8:0 answers.ragged-row\n");
}

TEST_CASE("a quote or a byte that cannot be read stops the file at its place", "[answers]") {
  ImportFixture fixture;
  fixture.context.skip_rejected = true;
  const std::string head = "unit,indicator,respondent,value\nnorth,satisfaction,r1,2\n";
  CHECK(codes_of(fixture.import(head + "north,satisfaction,r2,\"2\n")) == "3:4 answers.quote-not-closed\n");
  CHECK(codes_of(fixture.import("unit,indicator,respondent,value\n")) == "0:0 answers.file-without-rows\n");
  // Behind the beginning that is looked at first.
  std::string rows = head;
  while (rows.size() < (2u << 20))
    rows += "north,satisfaction,r1,\n";
  const auto lines = static_cast<std::size_t>(std::count(rows.begin(), rows.end(), '\n'));
  CHECK(codes_of(fixture.import(rows + "north,satisfaction,\xFF,2\n")) ==
        std::to_string(lines + 1) + ":0 answers.not-utf8\n");
  CHECK(codes_of(fixture.import(rows + "north,satisfaction," + std::string(1, '\0') + ",2\n")) ==
        std::to_string(lines + 1) + ":0 answers.file-is-binary\n");
}

TEST_CASE("progress comes from the caller's thread and ends with the whole file", "[answers]") {
  ImportFixture fixture;
  std::uint64_t last = 0;
  std::uint64_t whole = 0;
  fixture.context.threads = 1;
  fixture.context.block_bytes = 64;
  fixture.context.progress = [&](std::uint64_t done, std::uint64_t total) {
    CHECK(done >= last);
    last = done;
    whole = total;
  };
  std::string text = "unit,indicator,respondent,value\n";
  for (int i = 0; i < 50; ++i)
    text += "north,satisfaction,r" + std::to_string(i) + ",2\n";
  REQUIRE(fixture.import(text));
  CHECK(last == text.size());
  CHECK(whole == text.size());
}

TEST_CASE("threads and the size of blocks change nothing", "[answers]") {
  ImportFixture fixture;
  fixture.context.skip_rejected = true;
  CHECK(rc::check("splitting", [&] {
    const std::string text = random_survey();
    fixture.context.threads = 1;
    fixture.context.block_bytes = 1u << 20;
    const std::string whole = result_of(fixture.import(text));
    fixture.context.threads = *rc::gen::inRange(1u, 5u);
    fixture.context.block_bytes = *rc::gen::inRange<std::size_t>(1, 300);
    RC_ASSERT(result_of(fixture.import(text)) == whole);
  }));
}

TEST_CASE("a survey in CP1251 is read with Russian words of a mapping", "[answers]") {
  ImportFixture fixture;
  // Филиал;Оценка;Кто / Север;Хорошо;Анна / Север;Плохо;Павел
  const std::string text =
      "\xD4\xE8\xEB\xE8\xE0\xEB;\xCE\xF6\xE5\xED\xEA\xE0;\xCA\xF2\xEE\n\xD1\xE5\xE2\xE5\xF0;"
      "\xD5\xEE\xF0\xEE\xF8\xEE;\xC0\xED\xED\xE0\n"
      "\xD1\xE5\xE2\xE5\xF0;\xCF\xEB\xEE\xF5\xEE;\xCF\xE0\xE2\xE5\xEB\n";
  const auto mapping = read_mapping(
      "shape: survey\ncolumns: {unit: Филиал, value: Оценка, respondent: Кто}\nconstants: {indicator: "
      "satisfaction}\n"
      "values: {unit: {Север: north}, value: {Хорошо: 4, Плохо: 0}}\n",
      "map.yaml");
  REQUIRE(mapping);
  fixture.context.mapping = &*mapping;
  const auto read = fixture.import(text);
  REQUIRE(codes_of(read) == "no error");
  CHECK(cell_of(*read, 1, 0).points[4] == 1);
  CHECK(cell_of(*read, 1, 0).points[0] == 1);
}

TEST_CASE("the housing survey imports unchanged and has the published counts", "[answers]") {
  const fs::path folder = fs::path(ORIENTA_SOURCE_DIR) / "criteria" / "client-satisfaction";
  const auto set = read_set_file(folder / "set.yaml");
  const auto units = read_units(folder / "samples" / "units.csv");
  const auto mapping = read_mapping(read_text(folder / "samples" / "housing.map.yaml"), "housing.map.yaml");
  REQUIRE((set && units && mapping));
  const auto organisation = Organisation::build(*units);
  REQUIRE(organisation);
  ImportContext context;
  context.organisation = &*organisation;
  context.sets = {&set->set};
  context.mapping = &*mapping;
  const auto read = read_import(folder / "samples" / "housing.csv", context);
  REQUIRE(codes_of(read) == "no error");
  CHECK(read->survey.wave.responses == 1681);
  const std::uint32_t slot = *set->set.indicator("overall-satisfaction");
  const auto counts = [&](const char* unit) {
    const Counts& points = cell_of(*read, *organisation->find(UnitId(unit)), slot).points;
    return std::vector<std::uint64_t>(points.begin(), points.end());
  };
  CHECK(counts("tower") == std::vector<std::uint64_t>{99, 101, 200});
  CHECK(counts("apartment") == std::vector<std::uint64_t>{271, 192, 302});
  std::uint64_t by_influence = 0;
  for (std::uint16_t segment = 1; segment <= 3; ++segment)
    by_influence += cell_of(*read, *organisation->find(UnitId("tower")), slot, segment).points[2];
  CHECK(by_influence == 200);
}
