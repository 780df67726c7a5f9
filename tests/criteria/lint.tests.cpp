// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "criteria/small_set.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

const std::string kLevels = "levels: [{level: 1, stage: 1, title: One}, {level: 2, stage: 2, title: Two}]\n";
const std::string kLow =
    "{measure: x, least: 0, most: 9, bands: [{from: 5, value: 0.6}, {from: 0, value: 0}]}";

std::string improvement(const std::string& id, const std::string& needs) {
  return "{id: " + id + ", title: T, effort_days: [1, 1, 1], raises: [{criterion: c, to: 1}], needs: [" +
         needs + "]}";
}

}  // namespace

TEST_CASE("levels are numbered without holes", "[criteria]") {
  CHECK(said(read(
            {.tail = "levels: [{level: 1, stage: 1, title: One}, {level: 3, stage: 2, title: Three}]\n"})) ==
        Said{"15:52 levels-hole"});
  CHECK(codes(read({.tail = "levels: [{level: 2, stage: 1, title: Two}]\n"})) == Said{"levels-hole"});
  CHECK(codes(read({.tail = "levels: [{level: 1, stage: 1, title: A}, {level: 1, stage: 1, title: B}]\n"})) ==
        Said{"duplicate-id"});
  CHECK(codes(read({.criterion = ", level: 1",
                    .tail = "levels: [{level: 1, stage: 3, title: A}, {level: 2, stage: 1, title: B}]\n"})) ==
        Said{"level-empty", "stage-falls"});
}

TEST_CASE("a criterion's level and a target's level are levels of the set", "[criteria]") {
  CHECK(codes(read({.criterion = ", level: 3", .tail = kLevels})) == Said{"unknown-level"});
  CHECK(codes(read({.criterion = ", level: 1"})) == Said{"unknown-level"});
  CHECK(codes(read({.tail = kLevels + "target: {level: 3}\n"})) == Said{"unknown-level"});
}

TEST_CASE("a level that no answers can reach is an error", "[criteria]") {
  CHECK(codes(read({.scale = kLow, .criterion = ", level: 1", .tail = kLevels})) ==
        Said{"level-unreachable", "level-empty"});
  CHECK(codes(read({.scale = kLow,
                    .criterion = ", level: 1, mandatory: true",
                    .tail = kLevels + "holds: {rating: 0.6, mandatory: 0.7}\n"})) ==
        Said{"mandatory-unreachable", "level-empty"});
  CHECK(codes(read({.scale = kLow, .criterion = ", level: 1", .tail = kLevels + "holds: {rating: 0.6}\n"})) ==
        Said{"level-empty"});
  CHECK(codes(read({.scale = kLow,
                    .criterion = ", level: 1, aggregate: geometric",
                    .tail = kLevels + "holds: {rating: 0.6}\n"})) == Said{"level-empty"});
  CHECK(codes(read({.criterion = ", level: 1", .indicator = ", combine: shown_only", .tail = kLevels})) ==
        Said{"never-scored", "level-weightless", "level-empty"});
}

TEST_CASE("a level on which no criterion stands is warned of", "[criteria]") {
  CHECK(said(read({.criterion = ", level: 1", .tail = kLevels})) == Said{"warning 15:44 level-empty"});
  CHECK(said(read({.tail = kLevels})).empty());
}

TEST_CASE("weights that come to nothing are an error", "[criteria]") {
  CHECK(codes(read({.indicator = ", weight: 0"})) == Said{"never-scored", "weights-zero"});
  const auto criterion = read({.criterion = ", weight: 0"});
  CHECK(said(criterion) == Said{"12:7 weights-zero"});
  CHECK(argument(criterion.error().problems, "criteria.weights-zero", "id") == "d");
  CHECK(codes(read({.indicator = ", combine: weighted, source_weights: {self: 0}"})) == Said{"weights-zero"});
  CHECK(codes(read({.indicator = ", weight: 0}, {id: j, ask: A, scale: s, weight: 0.5"})).empty());
}

TEST_CASE("scales without difference or use are seen", "[criteria]") {
  CHECK(codes(read({.scale = "{points: [{id: a, value: 1}, {id: b, value: 1}]}"})) == Said{"points-flat"});
  CHECK(codes(read({.scale = "{measure: x, from: 1, to: 1}"})) == Said{"from-is-to"});
  CHECK(codes(read({.scale = "{measure: x, from: 1, to: 2, better: lower}"})) ==
        Said{"better-against-range"});
  CHECK(codes(read({.scale = "{measure: x, from: 1, to: 2, least: 5, most: 4}"})) == Said{"range-empty"});
  CHECK(said(read({.scale = "{measure: x, from: 1, to: 2}\n  t: {measure: y, from: 1, to: 2}"})) ==
        Said{"warning 8:6 scale-unused"});
  CHECK(codes(read({.scale = "{points: [{id: a, value: 0}, {id: b, value: 1}], statistics: [{id: n, net: "
                             "{plus: [b], minus: []}}]}"})) == Said{"statistic-empty"});
}

TEST_CASE("links have the form of links and lead elsewhere", "[criteria]") {
  CHECK(said(read({.indicator = ", same_as: elsewhere"})) == Said{"14:51 link-form"});
  CHECK(codes(read({.indicator = ", same_as: a/b/c"})) == Said{"link-form"});
  CHECK(codes(read({.indicator = ", pairs_with: /b"})) == Said{"link-form"});
  CHECK(codes(read({.indicator = ", same_as: small/other"})) == Said{"link-own"});
  CHECK(codes(read({.indicator = ", pairs_with: small/i"})) == Said{"link-own"});
  CHECK(codes(read({.indicator = ", pairs_with: small/gone"})) == Said{"link-dead"});
  CHECK(codes(read({.indicator = ", same_as: other/i, pairs_with: client/i"})).empty());
  CHECK(codes(read({.criterion = ", replaces: [i]"})) == Said{"replaces-living"});
}

TEST_CASE("targets lie within the indicator's own unit", "[criteria]") {
  CHECK(codes(read({.indicator = ", target: {value: 2}"})) == Said{"target-outside"});
  CHECK(codes(read({.indicator = ", target: {value: 1}"})).empty());
  const std::string net =
      "{points: [{id: a, value: 0}, {id: b, value: 1}], statistics: [{id: n, net: {plus: [b], minus: [a]}}], "
      "headline: n}";
  CHECK(codes(read({.scale = net, .indicator = ", target: {value: -100}"})).empty());
  CHECK(codes(read({.scale = net, .indicator = ", target: {value: 101}"})) == Said{"target-outside"});
}

TEST_CASE("improvements that wait for each other are an error", "[criteria]") {
  CHECK(codes(read({.tail = "improvements: [" + improvement("a", "") + ", " + improvement("b", "a") + "]\n"}))
            .empty());
  CHECK(codes(read({.tail = "improvements: [" + improvement("a", "b") + ", " + improvement("b", "a") +
                            "]\n"})) == Said{"needs-circle", "needs-circle"});
  CHECK(codes(read({.tail = "improvements: [" + improvement("a", "a") + "]\n"})) == Said{"needs-circle"});
  CHECK(codes(read({.tail = "improvements: [{id: a, title: T, effort_days: [1, 1, 1]}]\n"})) ==
        Said{"raises-nothing"});
}

TEST_CASE("pairs are counted on scales of points only", "[criteria]") {
  CHECK(codes(read({.scale = "{measure: x, from: 1, to: 2}",
                    .indicator = "}, {id: j, ask: A, scale: s",
                    .tail = "joint: [{id: p, of: [i, j]}]\n"})) == Said{"joint-measure", "joint-measure"});
}

TEST_CASE("texts speak the languages of the title", "[criteria]") {
  std::string text = SmallSet{.criterion = ", help: {en: Help, pl: Pomoc}"}.text();
  text.replace(text.find("title: Small"), 12, "title: {en: Small, ru: Малый}");
  const auto set = read_set(text, "x");
  CHECK(said(set) == Said{"warning 10:12 no-translation", "warning 12:24 no-translation",
                          "warning 12:33 no-translation", "warning 14:25 no-translation"});
  CHECK(argument(set->remarks, "criteria.no-translation", "lang") == "ru");
  CHECK(codes(read({.scale = "{points: [{id: a, value: 0, label: '0'}, {id: b, value: 1, label: '10 %'}]}"}))
            .empty());
}

TEST_CASE("lint works without the file and names the same problems", "[criteria]") {
  auto set = read({.indicator = ", weight: 1"});
  REQUIRE(set);
  set->set.indicators[0].weight = 0;
  set->set.indicators[0].same_as = "nowhere";
  CHECK(said(lint(set->set, "small.yaml")) ==
        Said{"0:0 weights-zero", "warning 0:0 never-scored", "0:0 link-form"});
  CHECK(lint(set->set, "small.yaml").kept()[0].where.file == "small.yaml");
}
