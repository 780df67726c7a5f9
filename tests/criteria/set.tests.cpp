// SPDX-License-Identifier: MIT
#include "criteria/set.hpp"

#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "criteria/small_set.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

CriteriaSet whole() {
  auto read = read_set(fixture("sets/whole.yaml"), "whole.yaml");
  REQUIRE(read);
  return std::move(read->set);
}

const Indicator& indicator(const CriteriaSet& set, std::string_view id) {
  const auto index = set.indicator(id);
  REQUIRE(index);
  return set.indicators[*index];
}

const Scale& scale_of(const CriteriaSet& set, std::string_view id) {
  return set.scales[indicator(set, id).scale];
}

/// The tree as YAML again, with the keys of every map in a random order.
std::string shuffled(const Yaml& node) {
  if (node.kind == Yaml::Kind::kText) {
    if (!node.quoted) return node.text;
    return "\"" + node.text + "\"";
  }
  std::string text;
  if (node.kind == Yaml::Kind::kList) {
    for (const Yaml& item : node.items)
      text += (text.empty() ? "" : ", ") + shuffled(item);
    return "[" + text + "]";
  }
  auto entries = node.entries;
  for (std::size_t i = entries.size(); i > 1; --i)
    std::swap(entries[i - 1], entries[*rc::gen::inRange<std::size_t>(0, i)]);
  for (const auto& [key, value] : entries)
    text += (text.empty() ? "" : ", ") + key + ": " + shuffled(value);
  return "{" + text + "}";
}

}  // namespace

TEST_CASE("the head of a set is read", "[criteria]") {
  const CriteriaSet set = whole();
  CHECK(set.id == SetId("whole"));
  CHECK(set.version == "1.10");
  CHECK(set.plugin == PluginId("service-levels"));
  CHECK(set.title[Lang::kPl] == "Całe słownictwo");
  CHECK(set.references[0].edition == "2018");
  CHECK(set.references[0].clause == "8.1");
  CHECK(set.minutes == 25);
  CHECK(set.replaces == Replaces{"old-whole"});
  CHECK((set.scored_at.has(UnitKind::kBranch) && set.scored_at.has(UnitKind::kOrganisation)));
  CHECK_FALSE(set.scored_at.has(UnitKind::kTeam));
  CHECK(set.rollup == Rollup::kShareAtTarget);
  CHECK(set.aggregate == Aggregate::kGeometric);
  CHECK(set.pooled.has(Source::kSystem));
  CHECK(set.anonymous.has(Source::kClient));
  CHECK_FALSE(set.anonymous.has(Source::kPeer));
  CHECK(set.target == Target{2, {}, {}});
  CHECK(set.holds.rating == 0.85);
  CHECK(set.levels[1].stage == 3);
  CHECK(set.text == fixture("sets/whole.yaml"));
  CHECK(set.hash == hash_of(set.text));
}

TEST_CASE("text is never retyped", "[criteria]") {
  const CriteriaSet set = whole();
  CHECK(set.segments[0].values == std::vector<std::string>{"buyer", "seller", "No", "on", "1.10", "0x1",
                                                           "010", "2024-01-05", "1e3", "null"});
  const Scale& extent = scale_of(set, "asked");
  CHECK(extent.points[0].label[Lang::kEn] == "No");
  CHECK(extent.point("1.10") == 1);
  CHECK(extent.point("0x1") == 2);
  CHECK(extent.point("1e3") == 3);
}

TEST_CASE("scales are read with their statistics and bands", "[criteria]") {
  const CriteriaSet set = whole();
  const Scale& satisfaction = scale_of(set, "expected");
  CHECK(satisfaction.headline == "net");
  REQUIRE(satisfaction.statistics.size() == 2);
  CHECK(satisfaction.statistics[0].plus == std::vector<std::uint16_t>{2});
  CHECK(satisfaction.statistics[0].minus == std::vector<std::uint16_t>{0});
  CHECK(satisfaction.statistics[1].kind == Statistic::Kind::kShare);

  const Measure& reply = *scale_of(set, "reply").measure;
  CHECK(reply.unit == "hours");
  CHECK(reply.better == Measure::Better::kLower);
  CHECK(reply.bands.size() == 3);
  CHECK(value_of(reply, Decimal{24, 0}) == 0.6);
  const Measure& solved = *scale_of(set, "solved").measure;
  CHECK(solved.per == Decimal{100, 0});
  CHECK(solved.combine == Measure::Combine::kLatest);
  CHECK(solved.better == Measure::Better::kHigher);
  // Not written there: from is worse than to, so lower is better.
  CHECK(scale_of(set, "waiting").measure->better == Measure::Better::kLower);
  CHECK(scale_of(set, "called").measure->better == Measure::Better::kHigher);
}

TEST_CASE("criteria and indicators are read with all their keys", "[criteria]") {
  const CriteriaSet set = whole();
  CHECK(set.dimensions[0].rollup == Rollup::kWeakest);
  CHECK_FALSE(set.dimensions[1].rollup);
  const Criterion& listening = set.criteria[0];
  CHECK(listening.tags ==
        std::map<std::string, std::string>{{"channel", "phone"}, {"step", "reply"}, {"touch", "7"}});
  CHECK(listening.mandatory);
  CHECK(listening.inherit);
  CHECK(listening.level == 1);
  CHECK(listening.evidence.has(EvidenceKind::kRecord));
  CHECK(listening.applies_to.has(UnitKind::kBranch));
  CHECK(set.criteria[1].applies_to.empty());

  const Indicator& asked = indicator(set, "asked");
  CHECK(asked.combine == Combine::kWeighted);
  CHECK(asked.source_weights ==
        std::vector<std::pair<Source, double>>{{Source::kSelf, 1}, {Source::kAuditor, 3}});
  CHECK(asked.occasions == Occasions::kAll);
  CHECK(asked.same_as == "other-set/asked");
  CHECK(asked.counts_when.size() == 1);
  CHECK(asked.advice[0].below == 0.5);
  CHECK(asked.target == Target{{}, {}, 0.5});
  CHECK(asked.maps_to == std::vector<std::string>{"ISO 9001", "9.1.2"});
  const Indicator& reply = indicator(set, "reply");
  CHECK(reply.weight == 1);
  CHECK(reply.occasions == Occasions::kLatest);
  CHECK(reply.criterion == 1);
}

TEST_CASE("what refers to ids refers to the right ones", "[criteria]") {
  const CriteriaSet set = whole();
  CHECK(set.joints[0].first == *set.indicator("expected"));
  CHECK(set.joints[0].second == *set.indicator("perceived"));
  CHECK(set.improvements[0].raises[0].criterion == 0);
  CHECK(set.improvements[1].needs == std::vector<std::uint32_t>{0});
  CHECK(set.improvements[1].effort_days == std::array{1.0, 1.0, 2.5});
  CHECK(set.roles[0].requires_index == std::map<std::string, double>{{"listening", 70}, {"speed", 60.5}});
}

TEST_CASE("settings of the plugin become a flat table", "[criteria]") {
  const CriteriaSet set = whole();
  CHECK(set.params == std::map<std::string, Param>{{"evidence.one", 0.5},
                                                   {"evidence.two", true},
                                                   {"bands.0.upto", 1.0},
                                                   {"bands.0.name", std::string("No")},
                                                   {"bands.1.upto", std::string("010")},
                                                   {"text", std::string("12")}});
}

TEST_CASE("nodes are the set, then the dimensions, then the criteria", "[criteria]") {
  CriteriaSet set = whole();
  CHECK(set.node_count() == 5);
  CHECK(set.node_id(0) == "whole");
  CHECK(set.node_id(2) == "service");
  CHECK(set.node_id(set.node_of_criterion(1)) == "speed");
  CHECK(set.node_title(set.node_of_dimension(0))[Lang::kEn] == "Concepts");
  CHECK(set.node("speed") == 4u);
  CHECK_FALSE(set.node("reply"));
  CHECK_FALSE(set.indicator("speed"));

  // Without the index the look-ups find the same.
  set.nodes_by_id.clear();
  set.indicators_by_id.clear();
  CHECK(set.node("speed") == 4u);
  CHECK(set.indicator("called") == 6u);
  CHECK_FALSE(set.indicator("speed"));
}

TEST_CASE("the order of keys in the file changes nothing but the hash", "[criteria]") {
  const auto tree = parse_yaml(fixture("sets/whole.yaml"), "whole.yaml");
  REQUIRE(tree);
  const CriteriaSet set = whole();
  const std::string expected = dump(set);
  CHECK(rc::check([&] {
    const auto other = read_set(shuffled(*tree), "whole.yaml");
    RC_ASSERT(other.has_value());
    RC_ASSERT(dump(other->set) == expected);
    RC_ASSERT(other->set.hash != set.hash);
  }));
}
