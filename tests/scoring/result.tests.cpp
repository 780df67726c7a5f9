// SPDX-License-Identifier: MIT
#include "scoring/result.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "answers/small_set.hpp"
#include "scoring/intervals.hpp"

using namespace orienta;
using namespace orienta::test;
using Catch::Matchers::WithinAbs;

namespace {

CriteriaSet set_with_ladder() {
  CriteriaSet set = small_set();
  for (int level = 1; level <= 3; ++level)
    set.levels.push_back({level, level + 1, {}, {}});
  return set;
}

orienta_score_t score(double value, int level, double completeness = 1) {
  orienta_score_t made{};
  made.value = value;
  made.level = level;
  made.completeness = completeness;
  made.count = 7;
  return made;
}

}  // namespace

TEST_CASE("a score becomes an index with level and stage", "[scoring]") {
  const NodeResult result = put_together(set_with_ladder(), score(0.7625, 2), nullptr, nullptr);
  CHECK(result.state == ResultState::kScored);
  CHECK(result.index == 76.25);
  CHECK(result.index_low == result.index);
  CHECK(result.index_high == result.index);
  CHECK(result.level == 2);
  CHECK(result.level_possible == 2);
  CHECK(result.of == 3);
  CHECK(result.stage == 3);
  CHECK(result.n == 7);
  CHECK_FALSE(result.ci_low.has_value());
  CHECK(put_together(set_with_ladder(), score(0.1, 0), nullptr, nullptr).stage == 0);
}

TEST_CASE("the proven level is the worst case's and the possible one the best case's", "[scoring]") {
  const orienta_score_t worst = score(0.5, 1);
  const orienta_score_t best = score(0.9, 3);
  const NodeResult result = put_together(set_with_ladder(), score(0.75, 2, 0.9), &worst, &best);
  CHECK(result.level == 1);
  CHECK(result.level_possible == 3);
  CHECK(result.stage == 2);
  CHECK(result.index == 75);
  CHECK(result.index_low == 50);
  CHECK(result.index_high == 90);
}

// Defect 6 of the peers: what is partly answered is scored as if it were whole, without saying so.
TEST_CASE("below the minimum completeness a level is a lower bound without stage", "[scoring]") {
  const CriteriaSet set = set_with_ladder();
  const orienta_score_t worst = score(0.5, 1);
  const NodeResult low = put_together(set, score(0.75, 2, std::nextafter(0.8, 0)), &worst, nullptr);
  CHECK(low.state == ResultState::kIncomplete);
  CHECK(low.level == 1);
  CHECK_FALSE(low.stage.has_value());
  CHECK(put_together(set, score(0.75, 2, 0.8), &worst, nullptr).state == ResultState::kScored);
}

TEST_CASE("a node without ladder has no level", "[scoring]") {
  const NodeResult result = put_together(set_with_ladder(), score(0.5, ORIENTA_NO_LEVEL), nullptr, nullptr);
  CHECK(result.state == ResultState::kNoLadder);
  CHECK(result.of == 0);
  CHECK_FALSE(result.level.has_value());
  CHECK(result.index == 50);
}

// Defect 13 of the peers: an empty group is NaN. Defect 5: two means on one page, one with 0 for what is
// missing.
TEST_CASE("nothing answered is no score and says why", "[scoring]") {
  const auto state = [](std::uint32_t given) {
    orienta_score_t empty = score(0, 0, 0);
    empty.state = given;
    const orienta_score_t best = score(1, 3);
    const NodeResult result = put_together(set_with_ladder(), empty, nullptr, &best);
    CHECK_FALSE(result.index.has_value());
    CHECK_FALSE(result.index_high.has_value());
    CHECK_FALSE(result.level.has_value());
    return name_of(result.state);
  };
  CHECK(state(ORIENTA_SCORE_OPEN) == "open");
  CHECK(state(ORIENTA_SCORE_NOT_APPLICABLE) == "not_applicable");
  CHECK(state(ORIENTA_SCORE_WITHHELD) == "withheld");
}

TEST_CASE("an interval is that of t and stays within the index", "[scoring]") {
  orienta_score_t sampled = score(0.5, 1);
  sampled.error = 0.01;
  sampled.freedom = 9;
  const NodeResult result = put_together(set_with_ladder(), sampled, nullptr, nullptr);
  CHECK_THAT(*result.ci_low, WithinAbs(50 - student95(9), 1e-12));
  CHECK_THAT(*result.ci_high, WithinAbs(50 + student95(9), 1e-12));
  sampled.error = 0.9;
  CHECK(put_together(set_with_ladder(), sampled, nullptr, nullptr).ci_low == 0);
  CHECK(put_together(set_with_ladder(), sampled, nullptr, nullptr).ci_high == 100);
}

// Defect 8 of the peers: 76.25 was cut to 76.2, and the mean of 77.5 and that to 76.8.
TEST_CASE("nothing is rounded on the way", "[scoring]") {
  const double value = 0.7625 + 1e-13;
  CHECK(put_together(set_with_ladder(), score(value, 1), nullptr, nullptr).index == 100 * value);
}
