// SPDX-License-Identifier: MIT
// The schema for editors agrees with the reader: what is wrong in form fails both, what is good passes both.
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "base/decimal.hpp"
#include "criteria/small_set.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

using Json = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// As an editor reads YAML (1.2, core schema): plain numbers, true, false and null are no texts.
Json json_of(const Yaml& node) {
  if (node.kind == Yaml::Kind::kList) {
    Json list = Json::array();
    for (const Yaml& item : node.items)
      list.push_back(json_of(item));
    return list;
  }
  if (node.kind == Yaml::Kind::kMap) {
    Json map = Json::object();
    for (const auto& [key, value] : node.entries)
      map[key] = json_of(value);
    return map;
  }
  if (node.quoted) return node.text;
  if (node.text == "true" || node.text == "false") return node.text == "true";
  if (node.text.empty() || node.text == "null" || node.text == "~") return nullptr;
  const auto number = parse_decimal(node.text);
  if (!number) return node.text;
  if (number->digits == 0) return number->units;
  return number->to_double();
}

class SetSchema {
 public:
  SetSchema() {
    const Json json = Json::parse(set_schema());
    valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(json), parsed_);
  }
  const valijson::Schema& get() const { return parsed_; }

 private:
  valijson::Schema parsed_;
};

/// What the schema says against the text; empty when it is content.
std::string complaints(const SetSchema& schema, const std::string& text) {
  const auto tree = parse_yaml(text, "x");
  REQUIRE(tree);
  const Json json = json_of(*tree);
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(schema.get(), Adapter(json), &results)) return {};
  std::string all;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    for (const std::string& step : error.context)
      all += step;
    all += ": " + error.description + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("the schema is draft 7 and names every key of the whole vocabulary", "[criteria]") {
  const SetSchema schema;
  const Json json = Json::parse(set_schema());
  CHECK(json["$schema"] == "http://json-schema.org/draft-07/schema#");
  CHECK(complaints(schema, fixture("sets/whole.yaml")) == "");
  CHECK(complaints(schema, SmallSet{}.text()) == "");
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
  const SetSchema schema;
  for (const SmallSet& set : bad) {
    INFO(set.text());
    CHECK_FALSE(read(set));
    CHECK(complaints(schema, set.text()) != "");
  }
}
