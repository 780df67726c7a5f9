// SPDX-License-Identifier: MIT
#include "scoring/pooling.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>

#include "answers/random_sheet.hpp"
#include "answers/small_set.hpp"
#include "scoring/tree.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

CriteriaSet pooled_set() {
  CriteriaSet set = small_set();
  set.pooled.add(Source::kClient);
  set.pooled.add(Source::kSystem);
  return set;
}

}  // namespace

TEST_CASE("a parent gets the pooled sources of all units below it", "[scoring]") {
  const CriteriaSet set = pooled_set();
  const Organisation tree =
      tree_of({{"top", ""}, {"north", "top"}, {"n1", "north"}, {"n2", "north"}, {"s1", "top"}});
  const auto layout = layout_of(set);
  UpwardPool pool(set, tree);
  std::vector<TallySheet> sheets;
  for (std::uint32_t unit = 0; unit < 5; ++unit) {
    TallySheet sheet(layout);
    sheet.cell({0, 0, Source::kClient}).points[1] = unit + 1;
    sheet.cell({0, 1, Source::kClient}).points[1] = unit;
    sheet.cell({0, 0, Source::kSelf}).points[1] = 1;
    sheet.cell({2, 0, Source::kSystem}).figures = 1;
    sheet.cell({2, 0, Source::kSystem}).rates = 1;
    sheet.cell({2, 0, Source::kSystem}).denominators = 10;
    REQUIRE(pool.add(unit, sheet).has_value());
    sheets.push_back(sheet);
  }
  REQUIRE(pool.complete(0, sheets[0]).has_value());
  CHECK(sheets[0].find({0, 0, Source::kClient})->points[1] == 1 + 2 + 3 + 4 + 5);
  CHECK(sheets[0].find({0, 1, Source::kClient})->points[1] == 0 + 1 + 2 + 3 + 4);
  CHECK(sheets[0].find({0, 0, Source::kSelf})->points[1] == 1);
  CHECK((sheets[0].find({2, 0, Source::kSystem})->denominators == 50));
  // Figures without base are not pooled: only the unit's own stays.
  CHECK(sheets[0].find({2, 0, Source::kSystem})->figures == 1);
  const std::uint32_t north = *tree.find(UnitId("north"));
  REQUIRE(pool.complete(north, sheets[north]).has_value());
  const std::uint64_t below = north + 1 + *tree.find(UnitId("n1")) + 1 + *tree.find(UnitId("n2")) + 1;
  CHECK(sheets[north].find({0, 0, Source::kClient})->points[1] == below);
}

TEST_CASE("the order of units changes nothing in a pool", "[scoring]") {
  const CriteriaSet set = pooled_set();
  const Organisation tree = tree_of({{"top", ""}, {"a", "top"}, {"b", "a"}, {"c", "a"}, {"d", "top"}});
  const auto layout = layout_of(set);
  CHECK(rc::check([&] {
    std::vector<TallySheet> sheets;
    for (int i = 0; i < 5; ++i)
      sheets.push_back(random_sheet(layout));
    UpwardPool forwards(set, tree);
    UpwardPool backwards(set, tree);
    for (std::uint32_t i = 0; i < 5; ++i) {
      RC_ASSERT(forwards.add(i, sheets[i]).has_value());
      RC_ASSERT(backwards.add(4 - i, sheets[4 - i]).has_value());
    }
    TallySheet one = sheets[0];
    TallySheet other = sheets[0];
    RC_ASSERT(forwards.complete(0, one).has_value());
    RC_ASSERT(backwards.complete(0, other).has_value());
    RC_ASSERT(one.bytes() == other.bytes());
  }));
}

TEST_CASE("a unit out of scope gives nothing", "[scoring]") {
  const CriteriaSet set = pooled_set();
  std::vector<Unit> units(2);
  units[0].id = UnitId("top");
  units[1].id = UnitId("below");
  units[1].parent = UnitId("top");
  units[1].in_scope = false;
  const auto tree = Organisation::build(units);
  REQUIRE(tree.has_value());
  TallySheet sheet(layout_of(set));
  sheet.cell({0, 0, Source::kClient}).points[1] = 1;
  UpwardPool pool(set, *tree);
  REQUIRE(pool.add(1, sheet).has_value());
  TallySheet top(layout_of(set));
  REQUIRE(pool.complete(0, top).has_value());
  CHECK(top.empty());
}
