// SPDX-License-Identifier: MIT
// What holds for every chart, whatever it is given.
#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <optional>
#include <string>

#include "charts/chart_samples.hpp"
#include "charts/looks.hpp"

using namespace orienta::charts;
using samples::plain_width;

namespace {

double any_value() {
  const double inf = std::numeric_limits<double>::infinity();
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double huge = std::numeric_limits<double>::max();
  const int kind = *rc::gen::inRange(0, 20);
  if (kind == 0) return *rc::gen::element(inf, -inf, nan, huge, -huge, 1e-300);
  return *rc::gen::inRange(-150, 250) / 1.5;
}
std::optional<double> maybe_value() {
  if (*rc::gen::inRange(0, 4) == 0) return std::nullopt;
  return any_value();
}
std::string any_text() {
  return *rc::gen::element<std::string>("", "46", "Удовлетворённость клиентов обслуживанием", "Łódź",
                                        "a b c d e f g h", "Нижний Новгород, площадь Горького", "\xFF\xFE",
                                        "n 239");
}
std::size_t few() {
  return *rc::gen::inRange<std::size_t>(0, 12);
}
Size any_size() {
  if (*rc::gen::inRange(0, 10) == 0)
    return {static_cast<float>(any_value()),
            *rc::gen::element(0.0F, -1.0F, std::numeric_limits<float>::quiet_NaN())};
  return {static_cast<float>(*rc::gen::inRange(0, 900)), static_cast<float>(*rc::gen::inRange(0, 700))};
}
Standing any_standing() {
  return *rc::gen::element(Standing::kNoTarget, Standing::kBelow, Standing::kAtOrAbove);
}
Words any_words() {
  return {any_text(), any_text(), any_text(), any_text()};
}
KeyNames any_key() {
  return {any_text(), any_text(), any_text(), any_text(), any_text()};
}
std::vector<Tick> any_ticks() {
  std::vector<Tick> ticks(few());
  for (Tick& tick : ticks)
    tick = {any_value(), any_text()};
  return ticks;
}

RadarSpec any_radar() {
  RadarSpec spec{any_words(), {}, *rc::gen::element(100.0, any_value()), any_ticks(), any_key()};
  for (std::size_t i = few(); i > 0; --i)
    spec.axes.push_back({any_text(), maybe_value(), maybe_value(), maybe_value(), any_text(), any_text()});
  return spec;
}
BulletSpec any_bullets() {
  BulletSpec spec{any_words(),
                  {},
                  *rc::gen::element(0.0, -100.0, any_value()),
                  *rc::gen::element(100.0, any_value()),
                  any_ticks(),
                  any_key()};
  for (std::size_t i = few(); i > 0; --i)
    spec.rows.push_back({any_text(), maybe_value(), maybe_value(), maybe_value(), maybe_value(),
                         maybe_value(), any_standing(), any_text(), any_text()});
  return spec;
}
HeatMapSpec any_map() {
  HeatMapSpec spec;
  spec.words = any_words();
  for (std::size_t i = few(); i > 0; --i)
    spec.columns.push_back(any_text());
  for (std::size_t i = few(); i > 0; --i) {
    HeatRow row{any_text(), {}};
    for (std::size_t k = few(); k > 0; --k)
      row.cells.push_back({*rc::gen::element(CellState::kValue, CellState::kOpen, CellState::kNotApplicable,
                                             CellState::kWithheld),
                           any_value(), any_text(), any_text()});
    spec.rows.push_back(std::move(row));
  }
  spec.least_text = any_text();
  spec.most_text = any_text();
  spec.open_text = any_text();
  spec.withheld_text = any_text();
  return spec;
}
MatrixSpec any_matrix() {
  MatrixSpec spec;
  spec.words = any_words();
  spec.x = {any_text(), 0, *rc::gen::element(100.0, any_value()), any_ticks(), maybe_value()};
  spec.y = {any_text(), 0, *rc::gen::element(100.0, any_value()), any_ticks(), maybe_value()};
  for (std::string& name : spec.quadrants)
    name = any_text();
  for (std::size_t i = few(); i > 0; --i)
    spec.points.push_back({any_text(), any_value(), any_value(), any_standing(), any_text()});
  return spec;
}
WaterfallSpec any_waterfall() {
  WaterfallSpec spec{any_words(), {}, any_ticks()};
  for (std::size_t i = few(); i > 0; --i)
    spec.steps.push_back({any_text(), any_value(), *rc::gen::arbitrary<bool>(), any_text(), any_text()});
  return spec;
}
TrendSpec any_trend() {
  TrendSpec spec;
  spec.words = any_words();
  for (std::size_t i = few(); i > 0; --i)
    spec.points.push_back({any_value(), any_text(), any_text(), maybe_value(), maybe_value(), maybe_value(),
                           any_text(), any_text()});
  spec.ticks = any_ticks();
  spec.target = maybe_value();
  spec.key = any_key();
  return spec;
}
DistributionSpec any_distribution() {
  DistributionSpec spec;
  spec.words = any_words();
  spec.centre = *rc::gen::element(0.0, 1.5, 2.0, any_value());
  for (std::size_t i = few(); i > 0; --i)
    spec.answers.push_back(any_text());
  for (std::size_t i = few(); i > 0; --i) {
    DistributionRow row{any_text(), {}, any_text()};
    for (std::size_t k = few(); k > 0; --k)
      row.parts.push_back({any_value(), any_text(), any_text()});
    spec.rows.push_back(std::move(row));
  }
  return spec;
}
ProgressSpec any_progress() {
  ProgressSpec spec{any_words(), few() * few(), few(), few(), maybe_value(), {}, {}};
  for (std::size_t i = few(); i > 0; --i)
    spec.names.push_back(any_text());
  return spec;
}

template <class Spec>
Spec with(const Words& words) {
  Spec spec;
  spec.words = words;
  return spec;
}

void is_inside(const Scene& scene) {
  RC_ASSERT(outside(scene, plain_width) == "");
}
void is_inside_and_clear(const Scene& scene) {
  is_inside(scene);
  RC_ASSERT(overlapping(scene, plain_width) == "");
}

}  // namespace

TEST_CASE("no chart draws outside its size, whatever it is given", "[charts]") {
  CHECK(rc::check("radar", [] { is_inside(radar(any_radar(), any_size(), plain_width)); }));
  CHECK(rc::check("matrix", [] { is_inside_and_clear(matrix(any_matrix(), any_size(), plain_width)); }));
  CHECK(rc::check("waterfall",
                  [] { is_inside_and_clear(waterfall(any_waterfall(), any_size(), plain_width)); }));
  CHECK(rc::check("trend", [] { is_inside_and_clear(trend(any_trend(), any_size(), plain_width)); }));
  CHECK(rc::check("distribution",
                  [] { is_inside_and_clear(distribution(any_distribution(), any_size(), plain_width)); }));
  CHECK(
      rc::check("progress", [] { is_inside_and_clear(progress(any_progress(), any_size(), plain_width)); }));
}

TEST_CASE("labels of bullet bars and heat maps never cover each other", "[charts]") {
  CHECK(rc::check("bullet bars",
                  [] { is_inside_and_clear(bullet_bars(any_bullets(), any_size(), plain_width)); }));
  CHECK(rc::check("heat map", [] { is_inside_and_clear(heat_map(any_map(), any_size(), plain_width)); }));
}

TEST_CASE("an empty spec shows the text that was given for it", "[charts]") {
  Words words;
  words.empty = "Пока нечего показать";
  const Size size{400, 200};
  CHECK(says(radar(with<RadarSpec>(words), size, plain_width), words.empty));
  CHECK(says(bullet_bars(with<BulletSpec>(words), size, plain_width), words.empty));
  CHECK(says(heat_map(with<HeatMapSpec>(words), size, plain_width), words.empty));
  CHECK(says(matrix(with<MatrixSpec>(words), size, plain_width), words.empty));
  CHECK(says(waterfall(with<WaterfallSpec>(words), size, plain_width), words.empty));
  CHECK(says(trend(with<TrendSpec>(words), size, plain_width), words.empty));
  CHECK(says(distribution(with<DistributionSpec>(words), size, plain_width), words.empty));
  CHECK(says(progress(with<ProgressSpec>(words), size, plain_width), words.empty));
}

TEST_CASE("the samples have no label over another", "[charts]") {
  for (const auto& [name, scene] : samples::all_scenes(plain_width)) {
    INFO(name);
    CHECK(overlapping(scene, plain_width) == "");
    CHECK_FALSE(scene.areas.empty());
    CHECK_FALSE(scene.title.empty());
  }
}
