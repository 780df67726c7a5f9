// SPDX-License-Identifier: MIT
// What a set must not say: each with the place and the message.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "criteria/small_set.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

Said in_criterion(const std::string& keys) {
  return codes(read({.criterion = keys}));
}
Said in_indicator(const std::string& keys) {
  return codes(read({.indicator = keys}));
}
Said in_scale(const std::string& scale) {
  return codes(read({.scale = scale}));
}
Said at_top(const std::string& keys) {
  return codes(read({.tail = keys}));
}

}  // namespace

TEST_CASE("the smallest set is read without a word", "[criteria]") {
  const auto set = read({});
  CHECK(said(set).empty());
  REQUIRE(set);
  CHECK(set->set.scored_at.has(UnitKind::kOrganisation));
  CHECK((set->set.anonymous.has(Source::kClient) && set->set.anonymous.has(Source::kPeer)));
  CHECK(set->set.indicators[0].answered_by.has(Source::kSelf));
  CHECK(set->set.levels.empty());
}

TEST_CASE("numbers that YAML 1.1 would retype are refused with the reason", "[criteria]") {
  CHECK(in_indicator(", weight: 010") == Said{"number-leading-zero"});
  CHECK(in_indicator(", weight: 1e3") == Said{"number-exponent"});
  CHECK(in_indicator(", weight: 0x1") == Said{"not-a-number"});
  CHECK(in_indicator(", weight: 2024-01-05") == Said{"not-a-number"});
  CHECK(in_indicator(", weight: .inf") == Said{"not-a-number"});
  CHECK(in_indicator(", weight: nan") == Said{"not-a-number"});
  CHECK(in_indicator(", weight: 1_000") == Said{"not-a-number"});
  CHECK(in_indicator(", weight: on") == Said{"not-a-number"});
  CHECK(in_indicator(", weight: '2'") == Said{"number-quoted"});
  CHECK(in_indicator(", weight: '0,5'") == Said{"number-comma"});
  CHECK(in_indicator(", weight: ") == Said{"empty-number"});
  CHECK(in_indicator(", weight: [1]") == Said{"expected-text"});
  CHECK(in_indicator(", weight: 1.10").empty());
  CHECK(in_indicator(", weight: -1") == Said{"number-range"});
  CHECK(in_criterion(", mandatory: on") == Said{"not-a-flag"});
  CHECK(in_criterion(", mandatory: 'true'") == Said{"not-a-flag"});
  CHECK(at_top("minutes: 2.5\n") == Said{"not-whole"});
}

TEST_CASE("a problem stands where its key or value does", "[criteria]") {
  const auto set = read({.criterion = ", weight: x, weigth: 1", .tail = "minutes: many\n"});
  CHECK(said(set) == Said{"12:35 not-a-number", "12:38 unknown-key-near", "15:10 not-a-number"});
  CHECK(set.error().problems.kept()[0].where.file == "small.yaml");
  CHECK(argument(set.error().problems, "criteria.unknown-key-near", "nearest") == "weight");
}

TEST_CASE("the head of a set is checked", "[criteria]") {
  CHECK(codes(read_set("a: 1", "x")).size() == 8);
  CHECK(codes(read_set("[a]", "x")) == Said{"expected-map"});
  CHECK(codes(read_set("just text", "x")) == Said{"expected-map"});
  const auto newer = read_set("orienta: 2\nwhatever: [1]\n", "x");
  REQUIRE_FALSE(newer);
  CHECK(newer.error().kind == ErrorKind::kNewer);
  CHECK(said(newer) == Said{"1:10 newer-format"});
  std::string text = SmallSet{}.text();
  text.replace(text.find("version: 1.0.0"), 14, "version: draft");
  CHECK(codes(read_set(text, "x")) == Said{"bad-version"});
}

TEST_CASE("ids are unique over the whole set", "[criteria]") {
  std::string text =
      SmallSet{.indicator =
                   "}, {id: d, ask: A, scale: s}, {id: small, ask: A, scale: s}, {id: c, ask: A, scale: s"}
          .text();
  const auto set = read_set(text, "x");
  CHECK(codes(set) == Said{"duplicate-id", "duplicate-id", "duplicate-id"});
  CHECK(argument(set.error().problems, "criteria.duplicate-id", "first_line") == "9");
  CHECK(in_indicator(", replaces: [Big Id]") == Said{"bad-id"});
}

TEST_CASE("only a criterion that its plugin derives may be without indicators", "[criteria]") {
  CHECK(in_criterion(", tags: {derive: adequacy}}\n      - {id: f, title: F").empty());
  CHECK(in_criterion("}\n      - {id: f, title: F") == Said{"missing-key"});
  CHECK(in_criterion(", tags: {channel: mail}}\n      - {id: f, title: F") == Said{"missing-key"});
}

TEST_CASE("texts are in the three languages", "[criteria]") {
  CHECK(in_criterion(", help: {de: Hilfe}") == Said{"other-language"});
  CHECK(in_criterion(", help: {en: ''}") == Said{"empty-text"});
  CHECK(in_criterion(", help: {}") == Said{"expected-local-text"});
  CHECK(in_criterion(", help: [a]") == Said{"expected-local-text"});
  CHECK(in_criterion(", help: {en: [a]}") == Said{"expected-text"});
  CHECK(in_criterion(", help: {EN: a}") == Said{"other-language"});
}

TEST_CASE("closed vocabularies know their words", "[criteria]") {
  CHECK(in_criterion(", aggregate: average") == Said{"unknown-word"});
  CHECK(in_criterion(", aggregate: maen") == Said{"unknown-word-near"});
  CHECK(in_criterion(", applies_to: [branch, brunch]") == Said{"unknown-word-near"});
  CHECK(in_criterion(", applies_to: []") == Said{"empty-choice"});
  CHECK(in_criterion(", applies_to: branch") == Said{"expected-list"});
  CHECK(in_criterion(", evidence: [record, record]") == Said{"repeated-item"});
  CHECK(in_indicator(", answered_by: [clients]") == Said{"unknown-word-near"});
  CHECK(in_indicator(", occasions: first") == Said{"unknown-word"});
  CHECK(at_top("rollup: mean\n") == Said{"unknown-word"});
  CHECK(at_top("anonymous: []\npool: []\n").empty());
}

TEST_CASE("references name what is there", "[criteria]") {
  const auto scale = read({.scale = "{measure: x, from: 0, to: 1}\n  five: {measure: x, from: 0, to: 1}",
                           .indicator = ", weight: 1}, {id: j, ask: A, scale: fife"});
  CHECK(codes(scale) == Said{"unknown-reference-near"});
  CHECK(argument(scale.error().problems, "criteria.unknown-reference-near", "nearest") == "five");
  CHECK(at_top("roles: [{id: r, requires: {customer: 50}}]\n") == Said{"unknown-reference"});
  CHECK(at_top("joint: [{id: p, of: [i, other-one]}]\n") == Said{"unknown-reference"});
  CHECK(at_top("joint: [{id: p, of: [i, i]}]\n") == Said{"joint-pair"});
  CHECK(at_top("improvements: [{id: p, title: T, effort_days: [1, 1, 1], raises: [{criterion: c, to: 1}], "
               "needs: [q]}]\n") == Said{"unknown-reference"});
  CHECK(
      at_top("improvements: [{id: p, title: T, effort_days: [1, 1], raises: [{criterion: dd, to: 1}]}]\n") ==
      Said{"effort-days", "unknown-reference"});
}

TEST_CASE("a scale is of one kind and complete", "[criteria]") {
  CHECK(in_scale("{}") == Said{"scale-kind"});
  CHECK(in_scale("{points: [{id: a, value: 0}, {id: b, value: 1}], measure: x, from: 0, to: 1}") ==
        Said{"scale-kind"});
  CHECK(in_scale("{points: [{id: a, value: 0}]}") == Said{"point-count"});
  CHECK(in_scale("{points: [{id: a, value: 0}, {id: a, value: 1}]}") == Said{"duplicate-id"});
  CHECK(in_scale("{points: [{id: a, value: 0}, {id: b, value: 1}], digits: 1}") == Said{"unknown-key"});
  CHECK(in_scale("{points: [{id: a, value: 0}, {id: b, value: 1}], statistics: [{id: x}]}") ==
        Said{"statistic-kind"});
  CHECK(in_scale("{points: [{id: a, value: 0}, {id: b, value: 1}], statistics: [{id: mean, share: [c]}], "
                 "headline: net}") == Said{"built-in-statistic", "unknown-word", "unknown-word"});
  CHECK(in_scale("{points: [{id: a, value: 0}, {id: b, value: 1}], statistics: [{id: x, net: {plus: [a], "
                 "minus: [a]}}]}") == Said{"plus-and-minus"});
  CHECK(in_scale("{measure: hours}") == Said{"measure-worth"});
  CHECK(in_scale("{measure: hours, from: 1}") == Said{"measure-worth"});
  CHECK(in_scale("{measure: hours, from: 0, to: 1, bands: [{from: 0, value: 1}]}") == Said{"measure-worth"});
  CHECK(in_scale("{measure: hours, bands: [{value: 1}]}") == Said{"band-bound"});
  CHECK(in_scale("{measure: hours, bands: [{from: 1, upto: 2, value: 1}]}") == Said{"band-bound"});
  CHECK(in_scale("{measure: hours, bands: [{from: 1, value: 85}]}") == Said{"number-range"});
  CHECK(in_scale("{measure: hours, from: 0, to: 1, per: 0}") == Said{"per-not-positive"});
}

TEST_CASE("targets say one thing that fits the place", "[criteria]") {
  CHECK(at_top("target: {level: 1, index: 5}\n") == Said{"target-count"});
  CHECK(at_top("target: {value: 5}\n") == Said{"unknown-key"});
  CHECK(in_criterion(", target: {level: 5}") == Said{"unknown-key"});
  CHECK(in_indicator(", target: {index: 101}") == Said{"number-range"});
  CHECK(in_indicator(", target: 85") == Said{"expected-map"});
  CHECK(in_indicator(", target: {}") == Said{"target-count"});
}

TEST_CASE("weights of sources belong to combine weighted", "[criteria]") {
  CHECK(in_indicator(", combine: weighted") == Said{"source-weights-missing"});
  CHECK(in_indicator(", source_weights: {self: 1}") == Said{"source-weights-unused"});
  CHECK(in_indicator(", combine: weighted, source_weights: {self: 1, auditor: 2}") ==
        Said{"source-not-asked"});
  CHECK(in_indicator(", combine: weighted, source_weights: {selv: 1}") == Said{"unknown-key-near"});
}

TEST_CASE("tags and settings are unambiguous", "[criteria]") {
  CHECK(in_criterion(", channel: phone, tags: {channel: mail}") == Said{"tag-twice"});
  CHECK(in_criterion(", tags: {Big Key: mail}") == Said{"bad-id"});
  CHECK(at_top("params: {a.b: 1}\n") == Said{"param-key"});
  CHECK(at_top("params: [1]\n") == Said{"expected-map"});
  CHECK(at_top("references: [{title: T, accessed: 2026-02-30}]\n") == Said{"bad-date"});
}

TEST_CASE("a set with more problems than are kept counts them all", "[criteria]") {
  std::string keys;
  for (int i = 0; i < 200; ++i)
    keys += "unknown" + std::to_string(i) + ": 1\n";
  const auto set = read({.tail = keys});
  REQUIRE_FALSE(set);
  CHECK(set.error().problems.errors() == 200);
  CHECK(set.error().problems.kept().size() == 50);
  CHECK(set.error().problems.kept().front().where.line == 15);
  CHECK(set.error().problems.kept().back().where.line == 64);
}
