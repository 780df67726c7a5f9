// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "base/lang.hpp"
#include "criteria/yaml.hpp"
#include "criteria_content/content.hpp"
#include "support/temp_folder.hpp"

using namespace orienta;
using namespace orienta::test;

TEST_CASE("every term of the glossary has its word and meaning in three languages", "[content]") {
  const auto tree = parse_yaml(read_text(criteria_folder() / "glossary.yaml"), "glossary.yaml");
  REQUIRE(tree.has_value());
  const Yaml* const terms = tree->find("terms");
  REQUIRE(terms != nullptr);
  CHECK(terms->items.size() >= 30);
  std::set<std::string> ids;
  for (const Yaml& term : terms->items) {
    INFO("line " << term.line);
    REQUIRE(term.find("id") != nullptr);
    CHECK(ids.insert(term.find("id")->text).second);
    for (const char* const key : {"term", "means"}) {
      const Yaml* const texts = term.find(key);
      REQUIRE(texts != nullptr);
      CHECK(texts->entries.size() == kLangs.size());
      for (const Lang lang : kLangs) {
        const Yaml* const text = texts->find(code_of(lang));
        CHECK((text != nullptr && !text->text.empty()));
      }
    }
  }
}
