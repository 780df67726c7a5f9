// SPDX-License-Identifier: MIT
#include "answers/mapping.hpp"

#include <catch2/catch_test_macros.hpp>

#include "answers/import_fixture.hpp"

using namespace orienta;
using namespace orienta::test;

TEST_CASE("a mapping file is read", "[answers]") {
  const auto mapping = read_mapping(
      "shape: survey\nset: small\ncolumns: {unit: Branch}\nconstants: {indicator: satisfaction}\ncount: "
      "Freq\n"
      "segments: {Group: group}\nindicators: [expected]\nignore: [Remarks]\n"
      "values: {unit: {N: north}}\nscale_by: {hours: 1/60, expected: 0.01, satisfaction: 1.5/60}\n",
      "map.yaml");
  REQUIRE(mapping);
  CHECK(mapping->shape == Shape::kSurvey);
  CHECK(mapping->columns.at("unit") == "Branch");
  CHECK(mapping->constants.at("indicator") == "satisfaction");
  CHECK(mapping->count == "Freq");
  CHECK(mapping->segments.at("Group") == "group");
  CHECK(mapping->indicators.at("expected") == "expected");
  CHECK(mapping->ignore == std::vector<std::string>{"Remarks"});
  CHECK(mapping->values.at("unit").at("N") == "north");
  CHECK(mapping->scale_by.at("hours") == Factor{1, 60});
  CHECK(mapping->scale_by.at("expected") == Factor{1, 100});
  CHECK(mapping->scale_by.at("satisfaction") == Factor{15, 600});
}

TEST_CASE("all problems of a mapping file are named with their places", "[answers]") {
  const auto refused = read_mapping(
      "shape: surwey\ncolums: {unit: A}\ncolumns: {unti: A, value: B}\nconstants: {value: 1}\ncount: "
      "[x]\nignore: B\n"
      "values: {unit: N}\nscale_by: {hours: 1/0, days: 0.0166666667}\nsegments: {B: group}\n",
      "map.yaml");
  CHECK(codes_of(refused) ==
        "1:8 answers.mapping-shape\n"
        "2:1 answers.mapping-key-near\n"
        "3:11 answers.mapping-column-near\n"
        "4:1 answers.mapping-constant-and-column\n"
        "5:8 answers.mapping-needs-text\n"
        "6:9 answers.mapping-needs-list\n"
        "7:16 answers.mapping-needs-map\n"
        "8:19 answers.mapping-factor\n"
        "8:30 answers.mapping-factor\n"
        "9:1 answers.mapping-column-used-twice\n");
  CHECK(codes_of(read_mapping("[a]", "map.yaml")) == "1:1 answers.mapping-not-a-map\n");
}

TEST_CASE("a factor is exact and rounds half away from zero", "[answers]") {
  CHECK(multiply({90, 0}, {1, 60}, 1) == Decimal{15, 1});
  CHECK(multiply({3, 0}, {1, 60}, 1) == Decimal{1, 1});  // 0.05
  CHECK(multiply({-3, 0}, {1, 60}, 1) == Decimal{-1, 1});
  CHECK(multiply({29, 1}, {1, 60}, 1) == Decimal{0, 1});  // 0.0483…
  CHECK(multiply({12345, 3}, {1, 1}, 2) == Decimal{1235, 2});
  CHECK_FALSE(multiply({999'999'999'999'999, 0}, {1000, 1}, 0));
}
