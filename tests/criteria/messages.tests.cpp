// SPDX-License-Identifier: MIT
// The sentences a person reads, in the three languages, for a file with many problems of the set and others
// of the YAML.
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>

#include "base/catalogue.hpp"
#include "criteria/refused.hpp"
#include "criteria/small_set.hpp"
#include "support/golden.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

Catalogue words_in(Lang lang) {
  Catalogue words(lang);
  REQUIRE(words.add(std::filesystem::path(ORIENTA_BUILD_DIR) / "share" / "orienta" / "text"));
  return words;
}

template <class Value>
std::string sentences(const Result<Value>& result, const Catalogue& words) {
  REQUIRE_FALSE(result);
  const Problems& problems = result.error().problems;
  std::string text;
  for (const Problem& problem : problems.kept())
    text += words.text(problem) + "\n";
  return text;
}

}  // namespace

TEST_CASE("all problems of a file are told at once in each language", "[criteria]") {
  const auto many = read_set(fixture("sets/many.yaml"), "many.yaml");
  for (const Lang lang : kLangs)
    check_golden("criteria/many." + std::string(code_of(lang)) + ".txt", sentences(many, words_in(lang)));
}

TEST_CASE("refusals of YAML and of bands are told in each language", "[criteria]") {
  for (const Lang lang : kLangs) {
    const Catalogue words = words_in(lang);
    std::string text;
    for (const std::string_view file : kRefusedYaml)
      text += sentences(parse_yaml(file, "file.yaml"), words);
    for (const std::string_view bands : kRefusedBands)
      text += sentences(read({.scale = "{measure: hours, bands: [" + std::string(bands) + "]}"}), words);
    check_golden("criteria/refusals." + std::string(code_of(lang)) + ".txt", text);
  }
}
