// SPDX-License-Identifier: MIT
#include "reports/svg.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "charts/chart_samples.hpp"
#include "support/golden.hpp"

using namespace orienta;
using namespace orienta::charts;

namespace {

std::string svg_of(Shape shape) {
  Scene scene;
  scene.size = {100, 50};
  scene.shapes.push_back(std::move(shape));
  return to_svg(scene, Theme::kLight);
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("every chart as SVG is what a person has looked at", "[reports]") {
  for (const auto& [name, scene] : samples::all_scenes(samples::plain_width))
    test::check_golden("charts/" + name + ".svg", to_svg(scene, Theme::kLight));
}

TEST_CASE("text in SVG cannot become markup", "[reports]") {
  const std::string svg = svg_of(Label{{5, 20}, "</text><script>&\"\x01", TextSize::kBody});
  CHECK(has(svg, "&lt;/text&gt;&lt;script&gt;&amp;&quot; </text>"));
  CHECK_FALSE(has(svg, "<script"));
}

TEST_CASE("an SVG says its title and what it shows to readers of the screen", "[reports]") {
  Scene scene;
  scene.size = {10, 10};
  scene.title = "A < B";
  scene.description = "Two rows";
  scene.areas.push_back({{1, 2, 3, 4}, "Łódź", "n 5", 0});
  const std::string svg = to_svg(scene, Theme::kDark);
  CHECK(has(svg, "role=\"img\""));
  CHECK(has(svg, "<title>A &lt; B</title>\n<desc>Two rows</desc>"));
  CHECK(has(svg, "<title>Łódź\nn 5</title>"));
}

TEST_CASE("the themes differ in SVG by their colours only", "[reports]") {
  CHECK(has(svg_of(Dot{{5, 5}, 2, {Ink::kActual}}), "fill=\"#2f5da8\""));
  Scene scene;
  scene.shapes.push_back(Dot{{5, 5}, 2, {Ink::kActual}, {}});
  CHECK(has(to_svg(scene, Theme::kDark), "fill=\"#7fa7e8\""));
}

TEST_CASE("numbers in SVG are short and have a point", "[reports]") {
  const std::string svg = svg_of(Line{{0.1F, 1.0F / 3}, {-0.001F, 50}, {Ink::kText}});
  CHECK(has(svg, "x1=\"0.1\" y1=\"0.33\" x2=\"0\" y2=\"50\""));
}

TEST_CASE("what is open is hatched with a pattern that the SVG brings along", "[reports]") {
  const std::string svg = svg_of(Box{{1, 1, 20, 10}, {Ink::kSurface}, {Ink::kBorder}, 2, true});
  CHECK(has(svg, "<pattern id=\"hatching-light\""));
  CHECK(has(svg, "fill=\"url(#hatching-light)\""));
  CHECK_FALSE(has(svg_of(Box{{1, 1, 20, 10}, {Ink::kSurface}}), "<pattern"));
}
