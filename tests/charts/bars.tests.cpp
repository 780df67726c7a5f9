// SPDX-License-Identifier: MIT
// Charts of rows: bullet bars, waterfall, distribution, progress.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "charts/chart_samples.hpp"
#include "charts/looks.hpp"

using namespace orienta::charts;
using samples::plain_width;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

BulletSpec one_row(BulletRow row) {
  BulletSpec spec;
  spec.rows = {std::move(row)};
  return spec;
}

Scene drawn(const BulletSpec& spec) {
  return bullet_bars(spec, {600, bullet_bars_height(spec)}, plain_width);
}

BulletRow row_of(double actual, Standing standing) {
  BulletRow row;
  row.label = "Жалобы";
  row.actual = actual;
  row.standing = standing;
  row.value = "46";
  return row;
}

float width_of_bar(double actual) {
  return boxes_of(drawn(one_row(row_of(actual, Standing::kNoTarget))), Ink::kActual).at(0).rect.width;
}

WaterfallSpec steps_of(std::vector<WaterfallStep> steps) {
  WaterfallSpec spec;
  spec.steps = std::move(steps);
  return spec;
}

Scene drawn(const WaterfallSpec& spec) {
  return waterfall(spec, {600, waterfall_height(spec)}, plain_width);
}

}  // namespace

TEST_CASE("a bullet bar is as long as its value, from zero", "[charts]") {
  CHECK(std::abs(width_of_bar(80) - 2 * width_of_bar(40)) < 0.01F);
  CHECK(width_of_bar(0) == 1);
}

TEST_CASE("below and at target differ by colour and by shape", "[charts]") {
  const Scene below = drawn(one_row(row_of(46, Standing::kBelow)));
  const Scene above = drawn(one_row(row_of(46, Standing::kAtOrAbove)));
  CHECK(boxes_of(below, Ink::kBelow).size() == 1);
  CHECK(boxes_of(above, Ink::kAbove).size() == 1);
  const auto down = all_of<Polygon>(below);
  const auto up = all_of<Polygon>(above);
  REQUIRE((down.size() == 1 && up.size() == 1));
  const auto by_y = [](Point a, Point b) { return a.y < b.y; };
  // The one corner that stands alone points down or up.
  CHECK(std::ranges::count(down[0].points, std::ranges::min(down[0].points, by_y).y, &Point::y) == 2);
  CHECK(std::ranges::count(up[0].points, std::ranges::min(up[0].points, by_y).y, &Point::y) == 1);
}

TEST_CASE("a row without an actual value is hatched, also when its value is not a number", "[charts]") {
  BulletRow row = row_of(kNan, Standing::kNoTarget);
  CHECK(hatched_boxes(drawn(one_row(row))).size() == 1);
  row.actual.reset();
  CHECK(hatched_boxes(drawn(one_row(row))).size() == 1);
  CHECK(boxes_of(drawn(one_row(row)), Ink::kActual).empty());
}

TEST_CASE("an interval is drawn when both of its ends are known", "[charts]") {
  BulletRow row = row_of(46, Standing::kNoTarget);
  const auto lines = [&] { return all_of<Line>(drawn(one_row(row))).size(); };
  const std::size_t without = lines();
  row.low = 41;
  CHECK(lines() == without);
  row.high = 52;
  CHECK(lines() > without);
}

TEST_CASE("the key names what the chart shows and nothing else", "[charts]") {
  BulletSpec spec = one_row(row_of(46, Standing::kNoTarget));
  spec.key = {"Сейчас", "Цель", "Раньше", "Интервал", "Нет ответа"};
  const Scene scene = drawn(spec);
  CHECK(says(scene, "Сейчас"));
  CHECK_FALSE(says(scene, "Цель"));
  CHECK_FALSE(says(scene, "Нет ответа"));
}

TEST_CASE("steps of a waterfall begin where the one before ended", "[charts]") {
  const Scene scene = drawn(steps_of({{"a", 40, true, "40", ""},
                                      {"b", 10, false, "+10", ""},
                                      {"c", -20, false, "−20", ""},
                                      {"d", 30, true, "30", ""}}));
  const auto up = boxes_of(scene, Ink::kAbove);
  const auto down = boxes_of(scene, Ink::kBelow);
  const auto totals = boxes_of(scene, Ink::kActual);
  REQUIRE((up.size() == 1 && down.size() == 1 && totals.size() == 2));
  CHECK(std::abs(up[0].rect.x - totals[0].rect.right()) < 0.01F);
  CHECK(std::abs(down[0].rect.right() - up[0].rect.right()) < 0.01F);
  CHECK(std::abs(totals[1].rect.right() - down[0].rect.x) < 0.01F);
  CHECK(totals[0].rect.x == totals[1].rect.x);
}

TEST_CASE("a step without an amount moves nothing", "[charts]") {
  const Scene scene =
      drawn(steps_of({{"a", 40, true, "40", ""}, {"b", kNan, false, "?", ""}, {"c", 10, false, "+10", ""}}));
  CHECK(std::abs(boxes_of(scene, Ink::kAbove).at(0).rect.x -
                 boxes_of(scene, Ink::kActual).at(0).rect.right()) < 0.01F);
  CHECK(says(scene, "?"));
}

TEST_CASE("bars diverge from the middle of the neutral answer", "[charts]") {
  DistributionSpec spec;
  spec.answers = {"no", "so so", "yes"};
  spec.centre = 1.5;
  spec.rows = {{"a", {{10, "", ""}, {20, "", ""}, {10, "", ""}}, "n 40"},
               {"b", {{0, "", ""}, {4, "", ""}, {0, "", ""}}, "n 4"}};
  const Scene scene = distribution(spec, {600, distribution_height(spec)}, plain_width);
  REQUIRE(scene.areas.size() == 4);
  const float middle = scene.areas[1].rect.centre().x;
  CHECK(std::abs(scene.areas[3].rect.centre().x - middle) < 1);
  // All answers of one row are as wide as all of another, whatever their number.
  CHECK(std::abs(scene.areas[3].rect.width - 2 * scene.areas[1].rect.width) < 2);
  CHECK(says(scene, "n 40"));
}

TEST_CASE("a row without answers is hatched", "[charts]") {
  CHECK(hatched_boxes(distribution(samples::distribution_spec(), {600, 300}, plain_width)).size() == 1);
}

TEST_CASE("proven levels are filled, possible ones hatched, the others empty", "[charts]") {
  ProgressSpec spec;
  spec.levels = 7;
  spec.proven = 2;
  spec.possible = 4;
  const Scene scene = progress(spec, {300, 12}, plain_width);
  CHECK(boxes_of(scene, Ink::kActual).size() == 2);
  CHECK(hatched_boxes(scene).size() == 2);
  CHECK(boxes_of(scene, Ink::kSurface).size() == 3);
  CHECK(scene.areas.size() == 7);
  spec.next = 0.5;
  CHECK(boxes_of(progress(spec, {300, 12}, plain_width), Ink::kActual).size() == 3);
}
