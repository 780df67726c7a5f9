// SPDX-License-Identifier: MIT
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "answers/small_set.hpp"
#include "scoring/pooling.hpp"
#include "scoring/tree.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

const CellKey kWhole{0, 0, Source::kClient};
const CellKey kA{0, 1, Source::kClient};
const CellKey kB{0, 2, Source::kClient};

CriteriaSet anonymous_set() {
  CriteriaSet set = small_set();
  set.anonymous.add(Source::kClient);
  set.pooled.add(Source::kClient);
  return set;
}

/// The withheld cells of a tree where each unit has so many answers of its own.
std::vector<std::vector<CellKey>> withheld(const CriteriaSet& set, const Organisation& tree,
                                           const std::vector<std::uint64_t>& own) {
  UpwardPool pool(set, tree);
  Withholding withholding(set, tree, 5);
  std::vector<TallySheet> sheets(own.size(), TallySheet(layout_of(set)));
  for (std::uint32_t unit = 0; unit < own.size(); ++unit) {
    sheets[unit].cell(kWhole).points[1] = own[unit];
    REQUIRE(pool.add(unit, sheets[unit]).has_value());
  }
  for (std::uint32_t unit = 0; unit < own.size(); ++unit) {
    REQUIRE(pool.complete(unit, sheets[unit]).has_value());
    withholding.add(unit, sheets[unit]);
  }
  return withholding.finish();
}

std::vector<bool> hidden(const std::vector<std::vector<CellKey>>& all) {
  std::vector<bool> result;
  for (const auto& keys : all)
    result.push_back(std::find(keys.begin(), keys.end(), kWhole) != keys.end());
  return result;
}

}  // namespace

TEST_CASE("a small group is withheld with the smallest sibling it could be worked out from", "[scoring]") {
  const Organisation tree = tree_of({{"top", ""}, {"a", "top"}, {"b", "top"}, {"c", "top"}});
  const CriteriaSet set = anonymous_set();
  CHECK(hidden(withheld(set, tree, {0, 3, 20, 10})) == std::vector<bool>{false, true, false, true});
  CHECK(hidden(withheld(set, tree, {0, 3, 4, 10})) == std::vector<bool>{false, true, true, false});
  // Two of them, but together three answers only: subtraction would show a group of three.
  CHECK(hidden(withheld(set, tree, {0, 1, 2, 10})) == std::vector<bool>{false, true, true, true});
  CHECK(hidden(withheld(set, tree, {0, 5, 6, 10})) == std::vector<bool>{false, false, false, false});
  CHECK(hidden(withheld(set, tree, {0, 0, 6, 10})) == std::vector<bool>{false, false, false, false});
  CHECK(hidden(withheld(set, tree, {0, 1, 0, 2})) == std::vector<bool>{true, true, false, true});
}

TEST_CASE("answers for the parent itself cannot be had by subtraction", "[scoring]") {
  const Organisation tree = tree_of({{"top", ""}, {"a", "top"}, {"b", "top"}});
  const CriteriaSet set = anonymous_set();
  CHECK(hidden(withheld(set, tree, {2, 10, 20})) == std::vector<bool>{false, true, false});
  CHECK(hidden(withheld(set, tree, {7, 10, 20})) == std::vector<bool>{false, false, false});
}

TEST_CASE("a parent that is withheld is not the sum of what its children show", "[scoring]") {
  const Organisation tree =
      tree_of({{"top", ""}, {"small", "top"}, {"big", "top"}, {"big1", "big"}, {"big2", "big"}});
  CHECK(hidden(withheld(anonymous_set(), tree, {0, 2, 0, 8, 9})) ==
        std::vector<bool>{false, true, true, true, false});
}

TEST_CASE("a source that is not pooled has no sum to subtract from", "[scoring]") {
  const Organisation tree = tree_of({{"top", ""}, {"a", "top"}, {"b", "top"}});
  CriteriaSet set = anonymous_set();
  set.pooled = {};
  CHECK(hidden(withheld(set, tree, {0, 2, 9})) == std::vector<bool>{false, true, false});
}

TEST_CASE("a small segment value takes another with it and a whole takes all", "[scoring]") {
  const CriteriaSet set = anonymous_set();
  const Organisation tree = tree_of({{"top", ""}});
  const auto of = [&](std::uint64_t whole, std::uint64_t a, std::uint64_t b) {
    TallySheet sheet(layout_of(set));
    sheet.cell(kWhole).points[0] = whole;
    sheet.cell(kA).points[0] = a;
    sheet.cell(kB).points[0] = b;
    Withholding withholding(set, tree, 5);
    withholding.add(0, sheet);
    return withholding.finish().at(0);
  };
  CHECK(of(12, 3, 9) == std::vector<CellKey>{kA, kB});
  CHECK(of(30, 15, 15).empty());
  // 2 answers without a segment value are what is left of the whole.
  CHECK(of(32, 14, 16) == std::vector<CellKey>{kA, kB});
  CHECK(of(4, 2, 2) == std::vector<CellKey>{kWhole, kA, kB});
}

TEST_CASE("a breakdown is withheld in all of a parent's units or in none", "[scoring]") {
  // The only value given in one branch would tell the other's: 7 of the region less 5 here are 2 there.
  const CriteriaSet set = anonymous_set();
  const Organisation tree = tree_of({{"region", ""}, {"one", "region"}, {"other", "region"}});
  const auto counted = [&](std::uint64_t a, std::uint64_t b) {
    TallySheet sheet(layout_of(set));
    sheet.cell(kWhole).points[0] = a + b;
    if (a > 0) sheet.cell(kA).points[0] = a;
    if (b > 0) sheet.cell(kB).points[0] = b;
    return sheet;
  };
  Withholding withholding(set, tree, 5);
  withholding.add(0, counted(6, 7));
  withholding.add(1, counted(0, 5));
  withholding.add(2, counted(6, 2));
  const auto cells = withholding.finish();
  CHECK(cells.at(0).empty());
  CHECK(cells.at(1) == std::vector<CellKey>{kB});
  CHECK(cells.at(2) == std::vector<CellKey>{kA, kB});
}

TEST_CASE("a pair goes along with its indicators and other sources stay", "[scoring]") {
  const CriteriaSet set = anonymous_set();
  const Organisation tree = tree_of({{"top", ""}});
  TallySheet sheet(layout_of(set));
  sheet.cell(kWhole).points[0] = 3;
  sheet.cell({1, 0, Source::kClient}).points[0] = 30;
  sheet.cell({3, 0, Source::kClient}).points[0] = 8;
  sheet.cell({0, 0, Source::kAuditor}).points[0] = 1;
  Withholding withholding(set, tree, 5);
  withholding.add(0, sheet);
  CHECK(withholding.finish().at(0) == std::vector<CellKey>{kWhole, {3, 0, Source::kClient}});
}

TEST_CASE("what a parent shows minus what its children show is never a small group", "[scoring]") {
  const Organisation tree = tree_of({{"top", ""},
                                     {"a", "top"},
                                     {"b", "top"},
                                     {"a1", "a"},
                                     {"a2", "a"},
                                     {"b1", "b"},
                                     {"b2", "b"},
                                     {"b3", "b"}});
  const CriteriaSet set = anonymous_set();
  CHECK(rc::check([&] {
    std::vector<std::uint64_t> own(8);
    for (std::uint64_t& count : own)
      count = *rc::gen::inRange<std::uint64_t>(0, 15);
    std::vector<std::uint64_t> total = own;
    for (std::uint32_t unit = 8; unit-- > 1;)
      total[*tree.parent(unit)] += total[unit];
    const std::vector<bool> is_hidden = hidden(withheld(set, tree, own));
    for (std::uint32_t unit = 0; unit < 8; ++unit) {
      if (total[unit] > 0 && total[unit] < 5) RC_ASSERT(is_hidden[unit]);
      if (is_hidden[unit] || tree.children(unit).empty()) continue;
      std::uint64_t rest = total[unit];
      for (const std::uint32_t child : tree.children(unit))
        if (!is_hidden[child]) rest -= total[child];
      bool can_hide_more = false;
      for (const std::uint32_t child : tree.children(unit))
        can_hide_more = can_hide_more || (!is_hidden[child] && total[child] > 0);
      RC_ASSERT(rest == 0 || rest >= 5 || !can_hide_more);
    }
  }));
}
