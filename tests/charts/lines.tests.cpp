// SPDX-License-Identifier: MIT
// Charts of lines and points: radar, trend, matrix.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "charts/chart_samples.hpp"
#include "charts/looks.hpp"

using namespace orienta::charts;
using samples::plain_width;

namespace {

RadarSpec radar_of(std::size_t axes) {
  RadarSpec spec;
  for (std::size_t i = 0; i < axes; ++i)
    spec.axes.push_back({"axis", 50, 60, {}, "", ""});
  spec.words.empty = "nothing";
  return spec;
}

Scene drawn(const RadarSpec& spec) {
  return radar(spec, {400, 400}, plain_width);
}

std::size_t polylines(const Scene& scene, Ink ink) {
  const auto lines = all_of<Polyline>(scene);
  return static_cast<std::size_t>(
      std::ranges::count_if(lines, [&](const Polyline& line) { return line.paint.ink == ink; }));
}

}  // namespace

TEST_CASE("a radar is drawn with 4 to 9 axes and says its empty text otherwise", "[charts]") {
  for (std::size_t axes = 0; axes < 12; ++axes) {
    const Scene scene = drawn(radar_of(axes));
    CHECK(is_radar_readable(axes) == (axes >= 4 && axes <= 9));
    CHECK(says(scene, "nothing") != is_radar_readable(axes));
    CHECK(scene.areas.size() == (is_radar_readable(axes) ? axes : 0));
  }
}

TEST_CASE("a radar's actual area is filled by one triangle for each side", "[charts]") {
  const auto triangles = all_of<Polygon>(drawn(radar_of(5)));
  CHECK(triangles.size() == 5);
  for (const Polygon& triangle : triangles)
    CHECK(triangle.points.size() == 3);
}

TEST_CASE("an axis without a value leaves a gap in a radar and never a zero", "[charts]") {
  RadarSpec spec = radar_of(6);
  spec.axes[2].actual.reset();
  const Scene scene = drawn(spec);
  CHECK(all_of<Polygon>(scene).size() == 4);
  CHECK(polylines(scene, Ink::kActual) == 0);  // four sides instead of one closed outline
  CHECK(polylines(scene, Ink::kTarget) == 1);
  CHECK(all_of<Dot>(scene).size() == 5);
}

TEST_CASE("a radar's target is dashed", "[charts]") {
  for (const Polyline& line : all_of<Polyline>(drawn(radar_of(4))))
    CHECK(line.dashed == (line.paint.ink == Ink::kTarget));
}

TEST_CASE("a trend is not drawn across a missing value", "[charts]") {
  const Scene scene = trend(samples::trend_spec(), {600, 300}, plain_width);
  CHECK(polylines(scene, Ink::kActual) == 2);
  CHECK(all_of<Dot>(scene).size() == 6);
  CHECK(all_of<Polygon>(scene).size() == 4);
  CHECK(scene.areas.size() == 7);
  CHECK(says(scene, "n 239"));
}

TEST_CASE("points of a trend stand by their time", "[charts]") {
  TrendSpec spec;
  for (const double when : {0.0, 10.0, 40.0})
    spec.points.push_back({when, "", "", 50, {}, {}, "", ""});
  const auto dots = all_of<Dot>(trend(spec, {600, 300}, plain_width));
  REQUIRE(dots.size() == 3);
  CHECK(std::abs((dots[2].centre.x - dots[1].centre.x) - 3 * (dots[1].centre.x - dots[0].centre.x)) < 0.1F);
}

TEST_CASE("names in a matrix never cover each other or a point", "[charts]") {
  const Scene scene = matrix(samples::matrix_spec(), {560, 420}, plain_width);
  CHECK(overlapping(scene, plain_width).empty());
  CHECK(scene.areas.size() == 10);
  for (const Label& label : all_of<Label>(scene)) {
    const Rect name = bounds_of(label, plain_width);
    for (const Dot& dot : all_of<Dot>(scene)) {
      const bool covers = name.x < dot.centre.x && dot.centre.x < name.right() && name.y < dot.centre.y &&
                          dot.centre.y < name.bottom();
      CHECK_FALSE(covers);
    }
  }
}
