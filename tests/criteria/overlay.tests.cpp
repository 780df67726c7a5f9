// SPDX-License-Identifier: MIT
#include "criteria/overlay.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "criteria/small_set.hpp"
#include "support/set_schema.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

CriteriaSet whole() {
  auto read = read_set(fixture("sets/whole.yaml"), "whole.yaml");
  REQUIRE(read);
  return std::move(read->set);
}

std::string overlay(const std::string& body, const CriteriaSet& set) {
  return "orienta-overlay: 1\nid: mine\nof: " + set.id.value + "\ntitle: Mine\n" + body;
}

Said said_of(const Result<ReadSet>& read) {
  return said(read ? read->remarks : read.error().problems);
}

}  // namespace

TEST_CASE("an empty overlay changes nothing but name and hash", "[criteria]") {
  const CriteriaSet set = whole();
  const std::string text = overlay("", set);
  const auto read = apply_overlay(set, text, "mine.yaml");
  REQUIRE(read);
  CHECK(read->remarks.empty());
  CriteriaSet bare = read->set;
  CHECK(bare.version == set.version + "+mine");
  CHECK(bare.hash != set.hash);
  CHECK(bare.overlays.front().hash == hash_of(text));
  bare.version = set.version;
  CHECK(dump(bare) == dump(set));
}

TEST_CASE("an overlay gives titles, weights and targets, and adds and leaves out parts", "[criteria]") {
  const CriteriaSet set = whole();
  const std::string dimension = set.dimensions[0].id;
  const std::string criterion = set.criteria[0].id;
  const std::string question = set.indicators[0].id;
  const std::string scale = set.scales[set.indicators[0].scale].id;
  const auto read = apply_overlay(
      set,
      overlay("titles: {" + criterion + ": {en: Ours, ru: Наш, pl: Nasz}}\nweights: {" + dimension + ": 7, " +
                  question + ": 2}\ntargets: {" + criterion + ": {index: 66}, " + set.id.value +
                  ": {level: 1}}\nscales: {own: {points: [{id: none, value: 0}, {id: full, value: 1}]}}\n"
                  "dimensions: [{id: more-d, title: M, criteria: [{id: more-c, title: M, indicators: [{id: "
                  "more-i, ask: "
                  "M, scale: own}]}]}]\ncriteria: {" +
                  dimension + ": [{id: added, title: A, indicators: [{id: added-i, ask: A, scale: " + scale +
                  "}]}]}\nindicators: {" + criterion + ": [{id: second, ask: S, scale: own}]}\n",
              set),
      "mine.yaml");
  INFO((read ? std::string() : said_of(read).front()));
  REQUIRE(read);
  const CriteriaSet& now = read->set;
  CHECK(now.criteria[0].title[Lang::kPl] == "Nasz");
  CHECK(now.dimensions[0].weight == 7);
  CHECK(now.indicators[*now.indicator(question)].weight == 2);
  CHECK(now.criteria[0].target.index == 66);
  CHECK(now.target.level == 1);
  // Parts stand by what they belong to, as in a set that was read.
  std::uint32_t last = 0;
  for (const Criterion& each : now.criteria) {
    CHECK(each.dimension >= last);
    last = each.dimension;
  }
  last = 0;
  for (const Indicator& each : now.indicators) {
    CHECK(each.criterion >= last);
    last = each.criterion;
  }
  CHECK(now.criteria[now.indicators[*now.indicator("second")].criterion].id == criterion);
  CHECK(now.dimensions[now.criteria[now.indicators[*now.indicator("added-i")].criterion].dimension].id ==
        dimension);
  CHECK(now.dimensions.back().id == "more-d");
  for (const Joint& joint : now.joints) {
    const auto same = std::ranges::find(set.joints, joint.id, &Joint::id);
    CHECK(now.indicators[joint.first].id == set.indicators[same->first].id);
    CHECK(now.indicators[joint.second].id == set.indicators[same->second].id);
  }
}

TEST_CASE("what is left out goes with all that names it, or stays where that is asked for", "[criteria]") {
  const CriteriaSet set = whole();
  const std::string first = set.criteria[0].id;
  const std::string text = overlay("exclude: [" + set.dimensions[0].id + "]\n", set);
  const auto without = apply_overlay(set, text, "mine.yaml");
  INFO((without ? std::string() : said_of(without).front()));
  REQUIRE(without);
  CHECK(!without->set.node(first));
  for (const Indicator& each : set.indicators)
    CHECK(without->set.indicator(each.id).has_value() == (set.criteria[each.criterion].id != first));
  for (const Role& role : without->set.roles)
    CHECK(!role.requires_index.contains(first));
  for (const Improvement& each : without->set.improvements)
    for (const Improvement::Raise& raise : each.raises)
      CHECK(raise.criterion < without->set.criteria.size());
  const auto with = apply_overlay(set, text, "mine.yaml", Exclusions::kKept);
  REQUIRE(with);
  CHECK(with->set.node(first));
  CHECK(with->set.hash == without->set.hash);
}

TEST_CASE("all that is wrong in an overlay is said at once with its place", "[criteria]") {
  const auto base = read(SmallSet{});
  REQUIRE(base);
  const auto bad =
      apply_overlay(base->set,
                    "orienta-overlay: 1\nid: mine\nof: small\ntitle: Mine\n"
                    "weights: {d: -1, small: 2, nowhere: 1}\n"
                    "targets: {c: {level: 1}}\n"
                    "criteria: {c: []}\n"
                    "indicators: {c: [{id: i, ask: Again, scale: s}, {id: new, ask: A, scale: none}]}\n"
                    "titels: {c: X}\n",
                    "mine.yaml");
  CHECK(said_of(bad) == Said{"5:14 number-range", "5:18 overlay-set-weight", "5:28 unknown-reference",
                             "6:15 unknown-key", "7:12 overlay-not-dimension", "8:23 overlay-id-taken",
                             "8:74 unknown-reference", "9:1 unknown-key-near"});
  const auto empties =
      apply_overlay(base->set, "orienta-overlay: 1\nid: m\nof: small\ntitle: M\nexclude: [i]\n", "m");
  CHECK(said_of(empties) == Said{"5:10 overlay-empties"});
  const auto another = apply_overlay(base->set, "orienta-overlay: 1\nid: m\nof: other\ntitle: M\n", "m");
  CHECK(said_of(another).front() == "3:5 overlay-of-another");
  const auto newer = apply_overlay(base->set, "orienta-overlay: 2\nid: m\nof: small\nnew: M\n", "m");
  REQUIRE(!newer);
  CHECK(newer.error().kind == ErrorKind::kNewer);
}

TEST_CASE("an id that the set has renamed is followed with a warning", "[criteria]") {
  const auto base = read(SmallSet{.indicator = ", replaces: [old]"});
  REQUIRE(base);
  const auto read =
      apply_overlay(base->set, "orienta-overlay: 1\nid: m\nof: small\ntitle: M\nweights: {old: 4}\n", "m");
  REQUIRE(read);
  CHECK(said_of(read) == Said{"warning 5:11 overlay-renamed"});
  CHECK(read->set.indicators[0].weight == 4);
}

TEST_CASE("two overlays lie over each other in order", "[criteria]") {
  const auto base = read(SmallSet{});
  REQUIRE(base);
  const std::string first =
      "orienta-overlay: 1\nid: a\nof: small\ntitle: A\nindicators: {c: [{id: n, ask: N, scale: s}]}\n";
  const std::string second = "orienta-overlay: 1\nid: b\nof: small\ntitle: B\nweights: {n: 5}\n";
  const auto one = apply_overlay(base->set, first, "a");
  REQUIRE(one);
  const auto both = apply_overlay(one->set, second, "b");
  REQUIRE(both);
  CHECK(both->set.version == "1.0.0+a.b");
  CHECK(both->set.indicators[*both->set.indicator("n")].weight == 5);
  CHECK_FALSE(apply_overlay(base->set, second, "b"));
  const auto head = read_overlay_head(second, "b");
  REQUIRE(head);
  CHECK(head->id == "b");
  CHECK(head->of.value == "small");
}

TEST_CASE("the schema of overlays and the reader agree about form", "[criteria]") {
  const auto base = read(SmallSet{});
  REQUIRE(base);
  const std::string head = "orienta-overlay: 1\nid: m\nof: small\ntitle: M\n";
  for (const char* good :
       {"", "titles: {c: {en: A, ru: B, pl: C}, i: Asked otherwise}\n", "weights: {d: 2, i: 0.5}\n",
        "targets: {small: {index: 3}}\n", "targets: {i: {value: 1}}\n",
        "scales: {t: {points: [{id: a, value: 0}, {id: b, value: 1}]}}\n",
        "criteria: {d: [{id: n, title: N, indicators: [{id: o, ask: O, scale: s}]}]}\n",
        "indicators: {c: [{id: o, ask: O, scale: s}]}\n"}) {
    INFO(good);
    CHECK(overlay_complaints(head + good) == "");
    CHECK(apply_overlay(base->set, head + good, "m"));
  }
  for (const char* bad :
       {"unknown: 1\n", "titles: [c]\n", "titles: {c: {de: A}}\n", "weights: {d: -1}\n",
        "weights: {d: '1'}\n", "targets: {c: {index: 101}}\n", "targets: {c: {index: 1, level: 1}}\n",
        "exclude: i\n", "scales: {}\n", "criteria: {d: {id: n}}\n", "indicators: {c: [{id: o, ask: O}]}\n"}) {
    INFO(bad);
    CHECK(overlay_complaints(head + bad) != "");
    CHECK_FALSE(apply_overlay(base->set, head + bad, "m"));
  }
}
