// SPDX-License-Identifier: MIT
// The sentences a person reads about files with many problems, in the three languages.
#include <catch2/catch_test_macros.hpp>

#include "answers/csv.hpp"
#include "answers/import_fixture.hpp"
#include "support/golden.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

template <class Value>
std::string sentences(const Result<Value>& result, const Catalogue& words) {
  REQUIRE_FALSE(result);
  std::string text;
  for (Problem problem : result.error().problems.kept()) {
    problem.where.file = std::filesystem::path(problem.where.file).filename().string();
    text += words.text(problem) + "\n";
  }
  return text;
}

constexpr std::string_view kAnswers =
    "unit,indicator,source,date,state,value,reason,comment,confidence\n"
    "nort,satisfaction,self,,,3,,,\nelsewhere,satisfaction,self,,,3,,,\nclosed,satisfaction,self,,,3,,,\n"
    "north,satisfacton,self,,,3,,,\nnorth,loyalty,self,,,3,,,\nnorth,satisfaction,selv,2026-02-30,,7,,,sur\n"
    "head,hours,client,,,nan,,,\nnorth,hours,self,,,100.5,,,\nnorth,hours,,,,1.25,,,\n"
    "north,satisfaction,self,,not_applicable,2,,,\nnorth,expected,self,,,2,,,\nnorth,expected,self,,,3,,,\n"
    "north,satisfaction,peer,2025-12-31,,3,,,\nsouth,satisfaction,,,perhaps,,,,\nsouth,satisfaction,,,value,,"
    ",,\n"
    "south,satisfaction,,,,,why,,\nsouth,satisfaction,,,,,,so,\n";
constexpr std::string_view kMeasures =
    "unit,indicator,period,value,of,group\nnorth,hours,2026-13,2,,\nnorth,satisfaction,2026-01,2,,\n"
    "north,hours,2026-01,2,0,\nnorth,hours,2026-02,2,3,c\nnorth,hours,2026-04,1,,a\nnorth,hours,2026-04,2,,"
    "a\n"
    "north,hours,2025-12,2,,\n";
constexpr std::string_view kSurvey =
    "unit,indicator,respondent,value,group,count\nnorth,satisfaction,r1,5,c,1.5\nnorth,hours,r1,2,,1\n"
    "north,expected,r2,2,,1\nnorth,expected,r2,2,,1\nnorth,satisfaction,r1\nnorth,satisfaction,r4,\"2,,1\n";
constexpr std::string_view kUnits =
    "id,parent,name,kind,weight,population\nA b,,x,branch,,\nb,zz,x,brunch,-1,0\nc,,x,team,,\nc,,x,team,,\n";
constexpr std::string_view kMapping =
    "shape: surwey\ncolums: {unit: A}\nfoo: x\ncolumns: {unti: A, value: B, zzz: C}\nconstants: {value: "
    "1}\ncount: [x]\n"
    "ignore: B\nvalues: {unit: N}\nscale_by: {hours: 1/0}\nsegments: {B: group}\n";

/// Files that are refused as a whole.
constexpr std::array<std::string_view, 14> kWhole{"",
                                                  "unit,value\n",
                                                  "PK\x03\x04",
                                                  "\xFF\xFEu",
                                                  "a,b\nx,caf\xE9\n",
                                                  "unit,,unit\n",
                                                  "unit,\"value\n",
                                                  "unit,va\"lue\n",
                                                  "unit,indicatr,valeu,colour\nnorth,satisfaction,3,red\n",
                                                  "unit,indicator,valeu,colour\nnorth,satisfaction,3,red\n",
                                                  "indicator,value,group\nsatisfaction,3,a\n",
                                                  "unit,respondent,satisfaction\nnorth,r1,1\nnorth,r1,1\n",
                                                  "unit,respondent,satisfaction,period\nnorth,r1,1,x\n",
                                                  "unit,set,indicator,value\nnorth,sett,expected,1\n"};

}  // namespace

TEST_CASE("all problems of files are told at once in each language", "[answers]") {
  const ImportFixture fixture;
  for (const Lang lang : kLangs) {
    const Catalogue words = words_in(lang);
    std::string text = sentences(fixture.import(kAnswers), words) + "\n" +
                       sentences(fixture.import(kMeasures), words) + "\n" +
                       sentences(fixture.import(kSurvey), words) + "\n" +
                       sentences(read_units(fixture.folder.write("units.csv", kUnits)), words) + "\n" +
                       sentences(read_mapping(kMapping, "map.yaml"), words) + "\n";
    for (const std::string_view file : kWhole)
      text += sentences(fixture.import(file), words);
    check_golden("answers/import." + std::string(code_of(lang)) + ".txt", text);
  }
}
