// SPDX-License-Identifier: MIT
// The pages of criteria/ say what is there: every field of the format is explained with an example that
// lints, and the table of systems names the sets.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>

#include "criteria/yaml.hpp"
#include "criteria_content/content.hpp"
#include "support/set_schema.hpp"
#include "support/temp_folder.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

using Json = nlohmann::json;
using Names = std::set<std::string>;

/// The properties of every object of the schema by its name: the definition's, or of one without a definition
/// the property's under which it stands.
void gather(const Json& schema, const std::string& name, std::map<std::string, Names>& out) {
  if (schema.contains("properties"))
    for (const auto& [key, below] : schema["properties"].items()) {
      out[name].insert(key);
      gather(below, key, out);
    }
  if (schema.contains("items")) gather(schema["items"], name, out);
  if (schema.contains("anyOf") && !schema.contains("properties"))
    for (const Json& choice : schema["anyOf"])
      gather(choice, name, out);
}

std::map<std::string, Names> fields_of_schema() {
  const Json schema = Json::parse(set_schema());
  std::map<std::string, Names> fields;
  gather(schema, "set", fields);
  for (const auto& [name, definition] : schema["definitions"].items())
    gather(definition, name, fields);
  return fields;
}

/// The words between backticks.
std::vector<std::string> backticked(const std::string& line) {
  std::vector<std::string> words;
  for (auto open = line.find('`'); open != line.npos;) {
    const auto close = line.find('`', open + 1);
    if (close == line.npos) break;
    words.push_back(line.substr(open + 1, close - open - 1));
    open = line.find('`', close + 1);
  }
  return words;
}

struct Section {
  std::vector<std::string> names;  ///< of the heading: objects of the schema
  Names fields;                    ///< first column of its table
};

struct Format {
  std::vector<Section> sections;
  std::string example;  ///< the blocks of YAML, put together
};

Format read_format() {
  Format format;
  std::istringstream lines(read_text(criteria_folder() / "FORMAT.md"));
  bool in_example = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```"))
      in_example = line == "```yaml";
    else if (in_example)
      format.example += line + "\n";
    else if (line.starts_with("#"))
      format.sections.push_back({backticked(line), {}});
    else if (line.starts_with("| `"))
      format.sections.back().fields.insert(backticked(line).front());
  }
  return format;
}

void gather_keys(const Yaml& yaml, Names& keys) {
  for (const auto& [key, value] : yaml.entries) {
    keys.insert(key);
    gather_keys(value, keys);
  }
  for (const Yaml& item : yaml.items)
    gather_keys(item, keys);
}

/// The rows of the table of systems: its first column, and the sets in its last.
std::vector<std::pair<std::string, std::vector<std::string>>> systems() {
  std::vector<std::pair<std::string, std::vector<std::string>>> rows;
  std::istringstream lines(read_text(criteria_folder() / "README.md"));
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("| ") || line.starts_with("| system")) continue;
    rows.emplace_back(line.substr(2, line.find(" |") - 2), backticked(line));
  }
  return rows;
}

}  // namespace

TEST_CASE("every field of the schema is explained, and every field explained is in the schema", "[content]") {
  std::map<std::string, Names> fields = fields_of_schema();
  for (const Section& section : read_format().sections) {
    Names expected;
    for (const std::string& name : section.names) {
      INFO(name);
      CHECK(fields.contains(name));
      expected.merge(fields[name]);
      fields.erase(name);
    }
    INFO((section.names.empty() ? "" : section.names.front()));
    CHECK(section.fields == expected);
  }
  for (const auto& [name, unexplained] : fields) {
    INFO(name);
    CHECK(unexplained.empty());
  }
}

TEST_CASE("the examples of the format are one set that lint has nothing to say about", "[content]") {
  const Format format = read_format();
  const auto read = read_set(format.example, "FORMAT.md");
  INFO((read ? text_of(read->remarks) : text_of(read.error().problems)));
  REQUIRE(read);
  CHECK(read->remarks.empty());
  CHECK(schema_complaints(format.example) == "");
  const auto tree = parse_yaml(format.example, "FORMAT.md");
  REQUIRE(tree);
  Names keys;
  gather_keys(*tree, keys);
  for (const Section& section : format.sections)
    for (const std::string& field : section.fields) {
      INFO(field);
      CHECK(keys.contains(field));
    }
}

TEST_CASE("the table of systems names all sixteen and the sets that are there", "[content]") {
  std::vector<std::string> names;
  Names sets;
  for (const auto& [system, in_row] : systems()) {
    INFO(system);
    names.push_back(system);
    CHECK_FALSE(in_row.empty());
    for (const std::string& set : in_row) {
      INFO(set);
      CHECK(std::filesystem::exists(criteria_folder() / set / "set.yaml"));
      sets.insert(set);
    }
  }
  std::vector<std::string> expected;
  for (int i = 1; i <= 16; ++i)
    expected.push_back("S" + std::to_string(i));
  expected.insert(expected.end(), {"all", "none"});
  CHECK(names == expected);
  for (const std::filesystem::path& folder : set_folders()) {
    INFO(folder.string());
    CHECK(sets.contains(folder.filename().string()));
  }
}
