// SPDX-License-Identifier: MIT
#include "support/set_schema.hpp"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "base/decimal.hpp"
#include "criteria/overlay.hpp"
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

std::string complaints(const Json& text, std::string_view yaml) {
  const auto tree = parse_yaml(yaml, "set.yaml");
  if (!tree) return "not read";
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

/// The references into another file lead into this one.
void point_inside(Json& json) {
  constexpr std::string_view kOther = "set.schema.json#";
  if (json.is_object() && json.contains("$ref")) {
    const auto reference = json["$ref"].get<std::string>();
    if (reference.starts_with(kOther)) json["$ref"] = reference.substr(kOther.size() - 1);
  }
  for (Json& each : json)
    if (each.is_structured()) point_inside(each);
}

}  // namespace

std::string schema_complaints(std::string_view yaml) {
  return complaints(Json::parse(set_schema()), yaml);
}

std::string overlay_complaints(std::string_view yaml) {
  Json text = Json::parse(overlay_schema());
  point_inside(text);
  text["definitions"] = Json::parse(set_schema()).at("definitions");
  return complaints(text, yaml);
}

}  // namespace orienta::test
