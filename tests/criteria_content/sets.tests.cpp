// SPDX-License-Identifier: MIT
// Every set under criteria/: read without a remark, in three languages, known to editors, its ids stable.
#include <fmt/core.h>
#include <catch2/catch_test_macros.hpp>

#include "criteria/yaml.hpp"
#include "criteria_content/content.hpp"
#include "support/golden.hpp"
#include "support/set_schema.hpp"
#include "support/temp_folder.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

namespace fs = std::filesystem;

/// Which languages a title, question, … lacks, for every map in the file that has any of them.
void find_untranslated(const Yaml& node, std::string& missing) {
  const bool is_text = node.find("en") != nullptr || node.find("ru") != nullptr || node.find("pl") != nullptr;
  for (const Lang lang : kLangs)
    if (is_text && node.find(code_of(lang)) == nullptr)
      missing += fmt::format("line {}: {}\n", node.line, code_of(lang));
  for (const Yaml& item : node.items)
    find_untranslated(item, missing);
  for (const auto& [key, value] : node.entries)
    find_untranslated(value, missing);
}

/// All ids others may refer to. A changed one breaks projects, unless it is named under `replaces`.
std::string ids_of(const CriteriaSet& set) {
  std::string ids = fmt::format("{} {}\n", set.id.value, set.version);
  for (const Scale& scale : set.scales) {
    ids += "scale " + scale.id + ":";
    for (const Point& point : scale.points)
      ids += ' ' + point.id;
    ids += '\n';
  }
  for (const Segment& segment : set.segments) {
    ids += "segment " + segment.id + ":";
    for (const std::string& value : segment.values)
      ids += ' ' + value;
    ids += '\n';
  }
  for (const Dimension& dimension : set.dimensions)
    ids += "dimension " + dimension.id + '\n';
  for (const Criterion& criterion : set.criteria)
    ids += fmt::format("criterion {}/{}\n", set.dimensions[criterion.dimension].id, criterion.id);
  for (const Indicator& indicator : set.indicators)
    ids += fmt::format("indicator {}/{} ({})\n", set.criteria[indicator.criterion].id, indicator.id,
                       set.scales[indicator.scale].id);
  return ids;
}

}  // namespace

TEST_CASE("the program comes with sets", "[content]") {
  CHECK(set_folders().size() >= 2);
}

TEST_CASE("every set reads without errors and without remarks", "[content]") {
  for (const fs::path& folder : set_folders()) {
    INFO(folder.string());
    const auto read = read_set_file(folder / "set.yaml");
    INFO((read ? text_of(read->remarks) : text_of(read.error().problems)));
    REQUIRE(read.has_value());
    CHECK(read->remarks.empty());
    CHECK(read->set.id.value == folder.filename().string());
  }
}

TEST_CASE("every text of every set is there in English, Russian and Polish", "[content]") {
  for (const fs::path& folder : set_folders()) {
    INFO(folder.string());
    const CriteriaSet set = set_named(folder.filename().string());
    for (const Lang lang : kLangs)
      CHECK_FALSE(set.title[lang].empty());
    const auto tree = parse_yaml(set.text, "set.yaml");
    REQUIRE(tree.has_value());
    std::string missing;
    find_untranslated(*tree, missing);
    CHECK(missing.empty());
  }
}

TEST_CASE("every set is content with the schema for editors", "[content]") {
  for (const fs::path& folder : set_folders()) {
    INFO(folder.string());
    CHECK(schema_complaints(read_text(folder / "set.yaml")).empty());
  }
}

TEST_CASE("the ids of every set are those that projects know", "[content]") {
  for (const fs::path& folder : set_folders()) {
    const CriteriaSet set = set_named(folder.filename().string());
    check_golden("criteria_content/" + set.id.value + ".txt", ids_of(set));
  }
}

TEST_CASE("every set names what it rests on", "[content]") {
  for (const fs::path& folder : set_folders()) {
    INFO(folder.string());
    const CriteriaSet set = set_named(folder.filename().string());
    CHECK_FALSE(set.references.empty());
    CHECK_FALSE(set.description.empty());
    CHECK(set.minutes > 0);
  }
}

TEST_CASE("every sample says where its data come from", "[content]") {
  for (const fs::path& folder : set_folders()) {
    if (!fs::exists(folder / "samples")) continue;
    INFO(folder.string());
    const std::string text = read_text(folder / "samples" / "README.md");
    CHECK(text.find("Source:") != std::string::npos);
    for (const fs::directory_entry& entry : fs::directory_iterator(folder / "samples")) {
      const std::string name = entry.path().filename().string();
      INFO(name);
      CHECK((name == "README.md" || text.find('`' + name + '`') != std::string::npos));
    }
  }
}
