// SPDX-License-Identifier: MIT
#include "support/set_schema.hpp"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "base/decimal.hpp"
#include "criteria/reader.hpp"
#include "criteria/yaml.hpp"

namespace orienta::test {
namespace {

using Json = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// As an editor reads YAML (1.2, core schema): plain numbers, true, false and null are no texts.
Json scalar(const Yaml& node) {
  if (node.quoted) return node.text;
  if (node.text == "true" || node.text == "false") return node.text == "true";
  if (node.text.empty() || node.text == "null" || node.text == "~") return nullptr;
  const auto number = parse_decimal(node.text);
  if (!number) return node.text;
  if (number->digits == 0) return number->units;
  return number->to_double();
}

Json json_of(const Yaml& node) {
  if (node.kind == Yaml::Kind::kText) return scalar(node);
  Json json = node.kind == Yaml::Kind::kList ? Json::array() : Json::object();
  for (const Yaml& item : node.items)
    json.push_back(json_of(item));
  for (const auto& [key, value] : node.entries)
    json[key] = json_of(value);
  return json;
}

}  // namespace

std::string schema_complaints(std::string_view yaml) {
  const auto tree = parse_yaml(yaml, "set.yaml");
  if (!tree) return "not read";
  const Json text = Json::parse(set_schema());
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(text), schema);
  valijson::Validator validator;
  valijson::ValidationResults results;
  const Json json = json_of(*tree);
  if (validator.validate(schema, Adapter(json), &results)) return {};
  std::string all;
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    for (const std::string& step : error.context)
      all += step;
    all += ": " + error.description + '\n';
  }
  return all;
}

}  // namespace orienta::test
