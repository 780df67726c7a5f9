// SPDX-License-Identifier: MIT
// The sentence of each thing that can be wrong with a set, as it reads in each language, one small set for
// each.
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <set>
#include <string>

#include "base/catalogue.hpp"
#include "base/limits.hpp"
#include "criteria/refused.hpp"
#include "criteria/samples.hpp"
#include "criteria/small_set.hpp"
#include "support/golden.hpp"
#include "support/temp_folder.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

const std::string kLevels = "levels: [{level: 1, stage: 1, title: One}, {level: 2, stage: 2, title: Two}]\n";
const std::string kLow =
    "{measure: x, least: 0, most: 9, bands: [{from: 5, value: 0.6}, {from: 0, value: 0}]}";
const std::string kPoints = "points: [{id: a, value: 0}, {id: b, value: 1}]";

std::string plan(const std::string& improvements) {
  return "improvements: [" + improvements + "]\n";
}

/// Each has the one thing wrong that its message is about; some bring a second along.
const std::array kSets{
    SmallSet{.indicator = ", advice: [{below: 0, text: T}]"},
    SmallSet{.tail = "references: [{title: T, accessed: 2026-02-30}]\n"},
    SmallSet{.scale = "{measure: x, better: higher, bands: [{upto: 1, value: 1}, {above: 1, value: 0}]}"},
    SmallSet{.scale = "{measure: x, least: 0, most: 24, bands: [{upto: 1, value: 1}, {upto: 24, value: 0.6}, "
                      "{above: 24, value: 0}]}"},
    SmallSet{.scale = "{measure: x, from: 1, to: 2, better: lower}"},
    SmallSet{.tail = plan("{id: p, title: T, effort_days: [1, 1], raises: [{criterion: c, to: 1}]}")},
    SmallSet{.criterion = ", applies_to: []"},
    SmallSet{.indicator = ", weight: "},
    SmallSet{.indicator = ", weight: [1]"},
    SmallSet{.scale = "{measure: x, from: 1, to: 1}"},
    SmallSet{.scale = "{measure: x, from: 1, to: 2}",
             .indicator = "}, {id: j, ask: A, scale: s",
             .tail = "joint: [{id: p, of: [i, j]}]\n"},
    SmallSet{.tail = "joint: [{id: p, of: [i, i]}]\n"},
    SmallSet{.criterion = ", level: 1", .tail = kLevels},
    SmallSet{.scale = kLow, .criterion = ", level: 1", .tail = kLevels},
    SmallSet{.criterion = ", level: 1", .indicator = ", combine: shown_only", .tail = kLevels},
    SmallSet{.tail = "levels: [{level: 2, stage: 1, title: Two}]\n"},
    SmallSet{.indicator = ", pairs_with: small/gone"},
    SmallSet{.indicator = ", same_as: elsewhere"},
    SmallSet{.indicator = ", same_as: small/other"},
    SmallSet{.scale = kLow,
             .criterion = ", level: 1, mandatory: true",
             .tail = kLevels + "holds: {rating: 0.6, mandatory: 0.7}\n"},
    SmallSet{.scale = "{measure: hours}"},
    SmallSet{.tail = plan(
                 "{id: a, title: T, effort_days: [1, 1, 1], raises: [{criterion: c, to: 1}], needs: [a]}")},
    SmallSet{.scale =
                 "{points: [{id: a, value: 0, label: {en: A, pl: A}}, {id: b, value: 1, label: {ru: Б}}]}"},
    SmallSet{.indicator = ", weight: on"},
    SmallSet{.indicator = ", weight: '0,5'"},
    SmallSet{.tail = "params: {a.b: 1}\n"},
    SmallSet{.scale = "{points: [{id: a, value: 1}, {id: b, value: 1}]}"},
    SmallSet{.tail = plan("{id: a, title: T, effort_days: [1, 1, 1]}")},
    SmallSet{.scale = "{measure: x, from: 1, to: 2, least: 5, most: 4}"},
    SmallSet{.criterion = ", replaces: [i]"},
    SmallSet{.scale = "{" + kPoints + "}\n  t: {" + kPoints + "}"},
    SmallSet{.criterion = ", level: 1",
             .tail = "levels: [{level: 1, stage: 3, title: A}, {level: 2, stage: 1, title: B}]\n"},
    SmallSet{.scale = "{" + kPoints + ", statistics: [{id: n, net: {plus: [b], minus: []}}]}"},
    SmallSet{.indicator = ", target: {value: 2}"},
    SmallSet{.criterion = ", level: 3", .tail = kLevels},
    SmallSet{.tail = "roles: [{id: r, requires: {customer: 50}}]\n"},
    SmallSet{.criterion = ", weight: 0"},
};

std::string deeper_than_the_limit() {
  std::string text = "a:\n  ";
  for (std::size_t i = 0; i < limits::kYamlDepth; ++i)
    text += "- ";
  return text + "x\n";
}

/// Whole files, where the place for a piece would not do.
const std::array<std::string, 8> kFiles{
    "orienta: 2\n",
    "? \n: 1\n",
    "scales: [a]\n",
    "a: {b: }}\n",
    "a: |x\n",
    deeper_than_the_limit(),
    std::string("a: \0\n", 5),
    "a: " + std::string(limits::kYamlScalarBytes + 1, 'x') + "\n",
};

constexpr std::array<std::string_view, 3> kSamples{
    "orienta-samples: 1\nsamples:\n  - {id: a, period: 2026-H3, files: [../x.csv, /etc/x, {file: a.csv, "
    "mapp: b}]}\n",
    "orienta-samples: 2\nsamples: []\n",
    "orienta-samples: 1\nsamples: [{id: a, period: 2026, files: [a.csv], expect: e.csv, units: a/../../b}, "
    "{id: a, period: 2026, as_of: 2026-02-31, files: [], expect: e.csv}]\n"};

/// What is said, sentence by sentence; `codes` gathers the messages.
std::string sentences(const Problems& problems, const Catalogue& words, std::set<std::string>& codes) {
  std::string text;
  for (const Problem& problem : problems.kept()) {
    text += words.text(problem) + "\n";
    codes.insert(problem.message.code);
  }
  return text;
}

template <class Value>
Problems problems_of(const Result<Value>& result) {
  return result ? Problems() : result.error().problems;
}

std::string all_sentences(const Catalogue& words, std::set<std::string>& codes) {
  std::string text;
  for (const SmallSet& set : kSets) {
    const auto result = read(set);
    text += sentences(result ? result->remarks : result.error().problems, words, codes);
  }
  const auto translated = read_set(
      "orienta: 1\nid: t\nversion: 1\nplugin: p\ntitle: {en: T, ru: Т}\nscales: {s: {" + kPoints +
          "}}\ndimensions: [{id: d, title: D, criteria: [{id: c, title: {en: C, ru: Ц}, indicators: [{id: i, "
          "ask: {en: A, ru: А}, scale: s}]}]}]\n",
      "translated.yaml");
  REQUIRE(translated);
  text += sentences(translated->remarks, words, codes);
  for (const std::string& file : kFiles)
    text += sentences(problems_of(read_set(file, "file.yaml")), words, codes);
  for (const std::string_view file : kSamples)
    text += sentences(problems_of(read_samples(file, "samples.yaml")), words, codes);
  return text;
}

/// The codes of the module, from its English file.
std::set<std::string> known_codes() {
  const std::string po = read_text(std::string(ORIENTA_SOURCE_DIR) + "/host/criteria/text/en.po");
  constexpr std::string_view kId = "msgid \"criteria.";
  std::set<std::string> codes;
  for (auto at = po.find(kId); at != po.npos; at = po.find(kId, at + 1)) {
    const auto from = at + kId.size() - std::string_view("criteria.").size();
    codes.insert(po.substr(from, po.find('"', from) - from));
  }
  return codes;
}

/// The codes of the module's other golden files, from what these are made of.
std::set<std::string> told_elsewhere() {
  const Catalogue words(Lang::kEn);
  std::set<std::string> codes;
  sentences(problems_of(read_set(fixture("sets/many.yaml"), "many.yaml")), words, codes);
  for (const std::string_view file : kRefusedYaml)
    sentences(problems_of(parse_yaml(file, "file.yaml")), words, codes);
  for (const std::string_view bands : kRefusedBands)
    sentences(problems_of(read({.scale = "{measure: hours, bands: [" + std::string(bands) + "]}"})), words,
              codes);
  return codes;
}

}  // namespace

TEST_CASE("what is wrong with a set reads as approved in each language", "[criteria]") {
  for (const Lang lang : kLangs) {
    Catalogue words(lang);
    REQUIRE(words.add(std::filesystem::path(ORIENTA_BUILD_DIR) / "share" / "orienta" / "text"));
    std::set<std::string> codes;
    check_golden("criteria/lint." + std::string(code_of(lang)) + ".txt", all_sentences(words, codes));
  }
}

TEST_CASE("no message about a set is missing from the golden files", "[criteria]") {
  // What only a file too large for a test brings about.
  std::set<std::string> told{"criteria.too-large", "criteria.too-many-nodes", "criteria.too-many-indicators"};
  told.merge(told_elsewhere());
  all_sentences(Catalogue(Lang::kEn), told);
  for (const std::string& code : known_codes()) {
    if (code.starts_with("criteria.overlay-")) continue;  // of another kind of file
    INFO(code);
    CHECK(told.contains(code));
  }
}
