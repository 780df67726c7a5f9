// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "answers/import_fixture.hpp"
#include "criteria/reader.hpp"

using namespace orienta;
using namespace orienta::test;

namespace fs = std::filesystem;

TEST_CASE("measures are figures or rates with a period and segments", "[answers]") {
  const ImportFixture fixture;
  const auto read = fixture.import(
      "unit;indicator;period;value;of;group\n"
      "north;hours;2026-Q1;2,5;;\n"
      "north;hours;2026-Q2;30;4;b\n"
      "south;hours;2026-Q1;;;\n");
  REQUIRE(read);
  CHECK(read->shape == Shape::kMeasures);
  REQUIRE(read->measures.size() == 2);
  CHECK(read->measures[0].figure == Decimal{25, 1});
  CHECK(read->measures[0].period == *parse_period("2026-Q1"));
  CHECK_FALSE(read->measures[0].of);
  CHECK(read->measures[1].of == Decimal{40, 1});
  CHECK(read->measures[1].segments == std::vector<std::pair<std::string, std::string>>{{"group", "b"}});
}

TEST_CASE("measures with mistakes are named", "[answers]") {
  const ImportFixture fixture;
  const auto read = fixture.import(
      "unit,indicator,period,value,of,group\n"
      "north,hours,2026-13,2,,\n"
      "north,satisfaction,2026-01,2,,\n"
      "north,hours,2026-01,2,0,\n"
      "north,hours,2026-01,300,2,\n"
      "north,hours,2026-02,2,x,c\n"
      "north,hours,2026-03,101,,\n"
      "north,hours,2026-04,1,,a\n"
      "north,hours,2026-04,1,,b\n"
      "north,hours,2026-04,2,,a\n"
      "north,hours,2025-12,2,,\n");
  CHECK(codes_of(read) ==
        "2:3 answers.bad-period\n"
        "3:4 answers.not-a-measure\n"
        "4:5 answers.bad-denominator\n"
        "5:4 answers.outside-scale\n"
        "6:5 answers.not-a-number\n"
        "6:6 answers.unknown-segment-value\n"
        "7:4 answers.outside-scale\n"
        "10:4 answers.figure-twice\n"
        "11:3 answers.period-outside-period\n");
}

TEST_CASE("a mapping turns minutes in columns of their own into hours", "[answers]") {
  ImportFixture fixture;
  const auto mapping = read_mapping(
      "columns: {unit: Branch}\nconstants: {period: 2026-Q3}\nindicators: {Wait: hours}\nignore: [Note]\n"
      "scale_by: {hours: 1/60}\nvalues: {unit: {N: north}}\n",
      "map.yaml");
  REQUIRE(mapping);
  fixture.context.mapping = &*mapping;
  const auto read = fixture.import("Branch;Wait;Note\nN;90;x\nsouth;45;\n");
  REQUIRE(read);
  CHECK(read->shape == Shape::kMeasures);
  REQUIRE(read->measures.size() == 2);
  CHECK(read->measures[0].unit == UnitId("north"));
  CHECK(read->measures[0].figure == Decimal{15, 1});
  CHECK(read->measures[1].figure == Decimal{8, 1});
}

TEST_CASE("a mapping that does not fit the file is refused", "[answers]") {
  ImportFixture fixture;
  const auto mapping = read_mapping(
      "columns: {unit: Branch, value: V}\nindicators: {Wait: hour}\nsegments: {G: grup}\nvalues: {colour: "
      "{a: b}}\n"
      "constants: {indicator: hours, period: 2026}\n",
      "map.yaml");
  REQUIRE(mapping);
  fixture.context.mapping = &*mapping;
  CHECK(codes_of(fixture.import("Branch,unit,Wait,G\nN,N,1,a\n")) ==
        "1:0 answers.mapping-column-not-in-file\n"
        "1:0 answers.mapping-unknown-key\n"
        "1:2 answers.column-also-mapped\n"
        "1:3 answers.unknown-indicator-near\n"
        "1:4 answers.unknown-segment-near\n");
}

TEST_CASE("thirty real departments import as wide measures", "[answers]") {
  const fs::path folder = fs::path(ORIENTA_SOURCE_DIR) / "criteria" / "department-climate";
  const auto set = read_set_file(folder / "set.yaml");
  const auto units = read_units(folder / "samples" / "units.csv");
  const auto mapping = read_mapping(read_text(folder / "samples" / "attitude.map.yaml"), "attitude.map.yaml");
  REQUIRE((set && units && mapping));
  const auto organisation = Organisation::build(*units);
  REQUIRE(organisation);
  ImportContext context;
  context.organisation = &*organisation;
  context.sets = {&set->set};
  context.mapping = &*mapping;
  const auto read = read_import(folder / "samples" / "attitude.csv", context);
  REQUIRE(codes_of(read) == "no error");
  CHECK(read->rows == 30);
  REQUIRE(read->measures.size() == 210);
  CHECK(read->measures.back().unit == UnitId("d30"));
  CHECK(read->measures.back().indicator == NodeId("advance"));
  CHECK(read->measures.back().figure == Decimal{39, 0});
}

TEST_CASE("a unit tree is read with its problems", "[answers]") {
  const ImportFixture fixture;
  const auto good = read_units(fixture.folder.write(
      "good.csv", "id;parent;name;kind;weight;population\na;;Head;organisation;;\nb;a;;branch;1,5;200\n"));
  REQUIRE(good);
  CHECK((*good)[1].weight == 1.5);
  CHECK((*good)[1].population == 200u);
  CHECK((*good)[1].name == "b");
  const auto bad =
      read_units(fixture.folder.write("bad.csv",
                                      "id,parent,name,kind,weight,population\nA "
                                      "b,,x,branch,,\nb,zz,x,brunch,-1,0\nc,,x,team,,\nc,,x,team,,\n"));
  CHECK(codes_of(bad) ==
        "2:1 answers.bad-unit-id\n3:2 answers.unknown-parent\n3:4 answers.unknown-kind\n3:5 "
        "answers.bad-weight\n"
        "3:6 answers.bad-population\n5:1 answers.unit-again\n");
  CHECK(codes_of(read_units(fixture.folder.write("columns.csv", "id,knd,colour\na,b,c\n"))) ==
        "1:0 answers.column-needed\n1:2 answers.column-near\n1:3 answers.column-unknown\n");
}
