// SPDX-License-Identifier: MIT
// The schema for editors agrees with the reader: what is wrong in form fails both, what is good passes both.
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "criteria/small_set.hpp"
#include "support/set_schema.hpp"

using namespace orienta;
using namespace orienta::test;

TEST_CASE("the schema is draft 7 and names every key of the whole vocabulary", "[criteria]") {
  const auto json = nlohmann::json::parse(set_schema());
  CHECK(json["$schema"] == "http://json-schema.org/draft-07/schema#");
  CHECK(schema_complaints(fixture("sets/whole.yaml")) == "");
  CHECK(schema_complaints(SmallSet{}.text()) == "");
}

TEST_CASE("what is wrong in form fails the reader and the schema", "[criteria]") {
  const std::array bad{
      SmallSet{.tail = "unknown: 1\n"},
      SmallSet{.tail = "minutes: 2.5\n"},
      SmallSet{.tail = "rollup: mean\n"},
      SmallSet{.tail = "scored_at: []\n"},
      SmallSet{.tail = "target: {level: 1, index: 2}\n"},
      SmallSet{.tail = "levels: [{level: 1, stage: 6, title: A}]\n"},
      SmallSet{.tail = "joint: [{id: j, of: [i]}]\n"},
      SmallSet{.tail = "segments: [{id: j, values: []}]\n"},
      SmallSet{.tail = "roles: [{id: j, requires: {c: 101}}]\n"},
      SmallSet{.tail = "improvements: [{id: a, title: T, effort_days: [1, 2]}]\n"},
      SmallSet{.scale = "{}"},
      SmallSet{.scale = "{points: [{id: a, value: 1}]}"},
      SmallSet{.scale = "{points: [{id: A, value: 1}, {id: b, value: 2}]}"},
      SmallSet{.scale = "{points: [{id: a, value: x}, {id: b, value: 2}]}"},
      SmallSet{.scale = "{points: [{id: a, value: 1}, {id: b, value: 2}], statistics: [{id: s}]}"},
      SmallSet{.scale = "{measure: x}"},
      SmallSet{.scale = "{measure: x, from: 1, to: 2, digits: 7}"},
      SmallSet{.scale = "{measure: x, bands: [{value: 1}]}"},
      SmallSet{.scale = "{measure: x, bands: [{from: 1, upto: 2, value: 1}]}"},
      SmallSet{.scale = "{measure: x, from: 1, to: 2, bands: [{from: 1, value: 1}]}"},
      SmallSet{.criterion = ", mandatory: on"},
      SmallSet{.criterion = ", level: 0"},
      SmallSet{.criterion = ", target: {value: 1}"},
      SmallSet{.criterion = ", help: {de: Hilfe}"},
      SmallSet{.criterion = ", evidence: [paper]"},
      SmallSet{.indicator = ", weight: -1"},
      SmallSet{.indicator = ", weight: '1'"},
      SmallSet{.indicator = ", combine: weighted"},
      SmallSet{.indicator = ", source_weights: {self: 1}"},
      SmallSet{.indicator = ", answered_by: [self, self]"},
      SmallSet{.indicator = ", advice: [{below: 2, text: T}]"},
      SmallSet{.indicator = ", replaces: old"},
  };
  for (const SmallSet& set : bad) {
    INFO(set.text());
    REQUIRE(parse_yaml(set.text(), "x"));
    CHECK_FALSE(read(set));
    CHECK(schema_complaints(set.text()) != "");
  }
}
