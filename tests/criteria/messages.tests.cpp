// SPDX-License-Identifier: MIT
// The sentences a person reads, in the three languages, for a file with many problems of the set and others
// of the YAML.
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>

#include "base/catalogue.hpp"
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

/// One short file for each refusal of YAML and for each way of bands to go wrong.
constexpr std::array<std::string_view, 18> kShort{
    "a: 1\na: 2\n",      "a: &x 1\n", "a: *x\n",       "a: !t 1\n",  "<<: {a: 1}\n", "[a]: 1\n",
    "a: 1\n---\nb: 2\n", "",          "a: \xC3\x28\n", "a: \x01\n",  "a: b: c\n",    "a:\n\tb: 1\n",
    "a: [1\n",           "a: 'x\n",   "a: @b\n",       "a: [so?]\n", "a: \"\\q\"\n", "a:\n  - b\n c: d\n"};
constexpr std::array<std::string_view, 9> kBands{
    "{upto: 5.9, value: 1}, {above: 6.1, value: 0}",
    "{below: 8, value: 1}, {above: 8, value: 0}",
    "{upto: 6, value: 1}, {from: 6, value: 0}",
    "{from: 5, value: 1}, {from: 1, value: 0.5}, {below: 3, value: 0}",
    "{upto: 1, value: 1}, {upto: 24, value: 0}",
    "{from: 1, value: 1}, {from: 0, value: 0}",
    "{upto: 1, value: 1}, {below: 24, value: 0.6}, {from: 24, value: 0}",
    "{upto: 1, value: 1}, {upto: 24, value: 0.6}, {upto: 12, value: 0.5}, {above: 24, value: 0}",
    "{upto: 1, value: 1}, {upto: 1.0, value: 0.6}, {above: 1, value: 0}"};

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
    for (const std::string_view file : kShort)
      text += sentences(parse_yaml(file, "file.yaml"), words);
    for (const std::string_view bands : kBands)
      text += sentences(read({.scale = "{measure: hours, bands: [" + std::string(bands) + "]}"}), words);
    check_golden("criteria/refusals." + std::string(code_of(lang)) + ".txt", text);
  }
}
