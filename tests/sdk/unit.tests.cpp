// SPDX-License-Identifier: MIT
#include "orienta/unit.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "support/block_builder.hpp"

using namespace orienta::sdk;
using namespace orienta::test;

namespace {

SetSpec small_set() {
  SetSpec spec;
  spec.levels = 2;
  spec.dimensions = {
      {"first",
       2,
       ORIENTA_AGGREGATE_MEAN,
       {{"a", 1, 0, 1, true, 0, {{"channel", "phone"}, {"step", "claim"}}, {{"a1"}, {"a2", 3}}},
        {"b", 1, 0, 2, false, 1u << ORIENTA_UNIT_TEAM, {}, {{"b1"}}}}},
      {"second", 1, ORIENTA_AGGREGATE_WEAKEST, {{"c", 1, 0, 0, false, 0, {}, {{"c1"}}}}}};
  spec.params = {{"cap", ORIENTA_PARAM_NUMBER, 0.5, ""},
                 {"deep.0.on", ORIENTA_PARAM_BOOL, 1, ""},
                 {"word", ORIENTA_PARAM_TEXT, 0, "strict"}};
  return spec;
}

UnitSpec small_unit() {
  UnitSpec unit;
  unit.combined = {reading(0, 0.25, 40, 0.1), reading_without(1, ORIENTA_STATE_MISSING),
                   reading_without(2, ORIENTA_STATE_DONT_KNOW),
                   reading_without(3, ORIENTA_STATE_NOT_APPLICABLE)};
  unit.sources = {reading(0, 0.5), reading(2, 0.6), reading(2, 0.7), reading(3, 0.8)};
  unit.targets = {{0, ORIENTA_NONE, ORIENTA_TARGET_LEVEL, 0, 2},
                  {ORIENTA_NONE, 2, ORIENTA_TARGET_VALUE, 0, 4.4}};
  return unit;
}

}  // namespace

TEST_CASE("a set is read as it was written, whatever the stride", "[sdk]") {
  for (const std::uint32_t extra : {0u, 8u, 40u}) {
    const Block block = build_set(small_set(), extra);
    const Set set(block.view());
    CHECK(set.id() == "set");
    REQUIRE(set.nodes().size() == 6);
    CHECK(set.text(set.node(2).id) == "second");
    CHECK(set.node(2).aggregate == ORIENTA_AGGREGATE_WEAKEST);
    CHECK(set.tag(set.node(3), "channel") == "phone");
    CHECK(set.tag(set.node(3), "step") == "claim");
    CHECK_FALSE(set.tag(set.node(4), "channel"));
    CHECK(set.find_indicator("b1") == 2u);
    CHECK_FALSE(set.find_indicator("zz"));
    CHECK(set.find_node("c", ORIENTA_NODE_CRITERION) == 5u);
    CHECK_FALSE(set.find_node("c", ORIENTA_NODE_DIMENSION));
    std::string ids;
    for (const orienta_indicator_t& one : set.indicators_of(set.node(3)))
      ids += std::string(set.text(one.id)) + " ";
    CHECK(ids == "a1 a2 ");
    CHECK(set.levels()[1].level == 2);
  }
}

TEST_CASE("params are given by key and type, else by default", "[sdk]") {
  const Block block = build_set(small_set());
  const Set set(block.view());
  CHECK(set.number("cap", 9) == 0.5);
  CHECK(set.number("gap", 9) == 9);
  CHECK(set.number("word", 9) == 9);
  CHECK(set.flag("deep.0.on", false));
  CHECK_FALSE(set.flag("cap", false));
  CHECK(set.word("word", "loose") == "strict");
  CHECK(set.word("cap", "loose") == "loose");
}

TEST_CASE("a criterion applies to the kinds it names, and to all when it names none", "[sdk]") {
  const Block block = build_set(small_set());
  const Set set(block.view());
  CHECK(applies_to(set.node(3), ORIENTA_UNIT_BRANCH));
  CHECK(applies_to(set.node(4), ORIENTA_UNIT_TEAM));
  CHECK_FALSE(applies_to(set.node(4), ORIENTA_UNIT_BRANCH));
}

TEST_CASE("sources and targets of a unit are found, whatever the stride", "[sdk]") {
  for (const std::uint32_t extra : {0u, 8u}) {
    const Block set_block = build_set(small_set(), extra);
    const Changes changes{Set(set_block.view())};
    const Block block = build_batch({ORIENTA_WANT_NODES, {UnitSpec{}, small_unit()}, {{}}}, extra);
    const Batch batch(block.view());
    const Unit unit(batch, 1, batch.scenarios()[0], changes);
    CHECK(unit.sources(0).size() == 1);
    CHECK(unit.sources(1).empty());
    REQUIRE(unit.sources(2).size() == 2);
    CHECK(unit.sources(2)[1].value == 0.7);
    REQUIRE(unit.target_of_node(0) != nullptr);
    CHECK(unit.target_of_node(0)->target == 2);
    CHECK(unit.target_of_node(1) == nullptr);
    REQUIRE(unit.target_of_indicator(2) != nullptr);
    CHECK(unit.target_of_indicator(2)->target == 4.4);
    CHECK(unit.target_of_indicator(0) == nullptr);
  }
}

TEST_CASE("a scenario decides what becomes of open answers", "[sdk]") {
  const Block set_block = build_set(small_set());
  const Changes changes{Set(set_block.view())};
  const Block block = build_batch({ORIENTA_WANT_NODES,
                                   {small_unit()},
                                   {{}, {ORIENTA_OPEN_WORST, {}, {}, {}}, {ORIENTA_OPEN_BEST, {}, {}, {}}}});
  const Batch batch(block.view());
  for (std::uint32_t which = 0; which < 3; ++which) {
    const Unit unit(batch, 0, batch.scenarios()[which], changes);
    CHECK(unit.combined(0).value == 0.25);
    CHECK(unit.combined(0).error == 0.1);
    CHECK(unit.combined(3).state == ORIENTA_STATE_NOT_APPLICABLE);
    for (const std::uint32_t open : {1u, 2u}) {
      CHECK((unit.combined(open).state == ORIENTA_STATE_VALUE) == (which > 0));
      CHECK(unit.combined(open).value == (which == 2 ? 1 : 0));
    }
  }
}

TEST_CASE("what a scenario says for one unit wins over what it says for every unit", "[sdk]") {
  const Block set_block = build_set(small_set());
  const Set set(set_block.view());
  ScenarioSpec what_if;
  what_if.values = {{1, 0, 0.9}, {2, 1, 0.8}, {ORIENTA_NONE, 0, 0.1}, {ORIENTA_NONE, 3, 0.2}};
  what_if.ratings = {{0, 3, 0.6}, {ORIENTA_NONE, 3, 0.7}};
  what_if.weights = {{4, 0, 5}};
  const Block block = build_batch({ORIENTA_WANT_NODES, {small_unit(), small_unit()}, {{}, what_if}});
  const Batch batch(block.view());
  Changes changes(set);

  changes.put(batch.block(), batch.scenarios()[1], 1);
  const Unit second(batch, 1, batch.scenarios()[1], changes);
  CHECK(second.combined(0).value == 0.9);
  CHECK(second.combined(0).error == 0);
  CHECK(second.combined(0).count == 40);
  CHECK(second.recorded(0).value == 0.25);
  CHECK(second.combined(1).state == ORIENTA_STATE_MISSING);
  CHECK(second.combined(3).value == 0.2);
  CHECK(second.given_rating(3) == 0.7);
  CHECK_FALSE(second.given_rating(4));
  CHECK(second.weight(4) == 5);

  changes.put(batch.block(), batch.scenarios()[1], 0);
  const Unit first(batch, 0, batch.scenarios()[1], changes);
  CHECK(first.combined(0).value == 0.1);
  CHECK(first.given_rating(3) == 0.6);

  changes.put(batch.block(), batch.scenarios()[0], 0);
  const Unit as_is(batch, 0, batch.scenarios()[0], changes);
  CHECK(as_is.combined(0).value == 0.25);
  CHECK(as_is.combined(3).state == ORIENTA_STATE_NOT_APPLICABLE);
  CHECK_FALSE(as_is.given_rating(3));
  CHECK(as_is.weight(4) == 1);
}
