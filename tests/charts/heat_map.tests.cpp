// SPDX-License-Identifier: MIT
#include "charts/heat_map.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "charts/chart_samples.hpp"
#include "charts/looks.hpp"

using namespace orienta::charts;
using samples::plain_width;

namespace {

HeatMapSpec one_cell(HeatCell cell) {
  HeatMapSpec spec;
  spec.columns = {"Kultura"};
  spec.rows = {{"Łódź", {std::move(cell)}}};
  return spec;
}

Scene drawn(const HeatMapSpec& spec, RowRange range = {}) {
  return heat_map(spec, {600, heat_map_height(spec, 600, plain_width)}, plain_width, range);
}

}  // namespace

TEST_CASE("a value has its place on the sequential scale and its text in a readable colour", "[charts]") {
  const Scene scene = drawn(one_cell({CellState::kValue, 75, "75", ""}));
  const auto cells = boxes_of(scene, Ink::kSequential);
  REQUIRE(cells.size() == 1);
  CHECK(cells[0].fill.value == 0.75F);
  CHECK(says(scene, "75"));
  for (const Label& label : all_of<Label>(scene))
    if (label.text == "75") CHECK(label.paint == Paint{Ink::kOnSequential, 0.75F});
}

TEST_CASE("cells without a value look like their reason", "[charts]") {
  CHECK(hatched_boxes(drawn(one_cell({CellState::kOpen, 0, "", ""}))).size() == 1);
  CHECK(all_of<Line>(drawn(one_cell({CellState::kNotApplicable, 0, "", ""}))).size() == 1);
  CHECK(all_of<Dot>(drawn(one_cell({CellState::kWithheld, 0, "", ""}))).size() == 1);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(hatched_boxes(drawn(one_cell({CellState::kValue, nan, "NaN", ""}))).size() == 1);
}

TEST_CASE("a row that is too short is open at its end", "[charts]") {
  HeatMapSpec spec = one_cell({CellState::kValue, 5, "5", ""});
  spec.columns.emplace_back("Procesy");
  CHECK(hatched_boxes(drawn(spec)).size() == 1);
}

TEST_CASE("a range draws its rows alone, in the same columns", "[charts]") {
  HeatMapSpec spec;
  spec.columns = {"A", "B"};
  for (int i = 0; i < 50; ++i)
    spec.rows.push_back({"Unit " + std::to_string(i),
                         {{CellState::kValue, 10, "10", ""}, {CellState::kValue, 20, "20", ""}}});
  const Scene whole = drawn(spec);
  const Scene part = drawn(spec, {20, 5});
  CHECK(whole.areas.size() == 100);
  REQUIRE(part.areas.size() == 10);
  CHECK(part.areas.front().index == 40);
  CHECK(part.areas.front().name == "Unit 20, A");
  CHECK(part.areas.front().rect == whole.areas.front().rect);
  CHECK(drawn(spec, {70, 5}).areas.empty());
  CHECK(heat_map_head_height(spec, 600, plain_width) == whole.areas.front().rect.y);
}

TEST_CASE("rows that do not fit are left out, not squeezed", "[charts]") {
  const Scene scene = heat_map(samples::heat_map_spec(), {600, 120}, plain_width);
  REQUIRE_FALSE(scene.areas.empty());
  CHECK(scene.areas.size() < 30);
  CHECK(scene.areas.front().rect.height == kHeatRowHeight - 2);
}
