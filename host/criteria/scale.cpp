// SPDX-License-Identifier: MIT
#include "criteria/scale.hpp"

#include <algorithm>
#include <numeric>

namespace orienta {
namespace {

bool by_value(const Point& left, const Point& right) {
  return left.value < right.value;
}

bool leans_up(Band::Edge edge) {
  return edge == Band::Edge::kFrom || edge == Band::Edge::kAbove;
}

template <class Figure, class Bound>
bool reaches(Band::Edge edge, const Figure& figure, const Bound& bound) {
  switch (edge) {
    case Band::Edge::kFrom:
      return figure >= bound;
    case Band::Edge::kAbove:
      return figure > bound;
    case Band::Edge::kUpto:
      return figure <= bound;
    case Band::Edge::kBelow:
      return figure < bound;
  }
  return false;
}

// Among the bands that reach the figure the one with the tightest bound holds it. Bands that lean the main
// way go first; the closing one leans the other way and takes what they leave.
template <class Figure, class BoundOf>
std::optional<std::size_t> tightest(const std::vector<Band>& bands, const Figure& figure, bool up,
                                    BoundOf bound_of) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    if (leans_up(bands[i].edge) != up || !reaches(bands[i].edge, figure, bound_of(bands[i]))) continue;
    const bool tighter =
        !best || (up ? bands[*best].bound < bands[i].bound : bands[i].bound < bands[*best].bound);
    if (tighter) best = i;
  }
  return best;
}

template <class Figure, class BoundOf>
std::optional<std::size_t> find_band(const std::vector<Band>& bands, const Figure& figure, BoundOf bound_of) {
  if (bands.empty()) return std::nullopt;
  const bool up = bands_lean_up(bands);
  if (const auto band = tightest(bands, figure, up, bound_of)) return band;
  return tightest(bands, figure, !up, bound_of);
}

std::optional<double> linear(const Measure& measure, double figure) {
  if (!measure.from || !measure.to) return std::nullopt;
  const double from = measure.from->to_double();
  const double to = measure.to->to_double();
  if (from == to) return std::nullopt;
  return std::clamp((figure - from) / (to - from), 0.0, 1.0);
}

}  // namespace

double Scale::least_point() const {
  const auto least = std::min_element(points.begin(), points.end(), by_value);
  return least == points.end() ? 0 : least->value;
}

double Scale::most_point() const {
  const auto most = std::max_element(points.begin(), points.end(), by_value);
  return most == points.end() ? 0 : most->value;
}

std::optional<std::uint16_t> Scale::point(std::string_view wanted) const {
  for (std::size_t i = 0; i < points.size(); ++i)
    if (points[i].id == wanted) return static_cast<std::uint16_t>(i);
  return std::nullopt;
}

double normalised(const Scale& scale, double point_value) {
  const double least = scale.least_point();
  const double most = scale.most_point();
  if (most <= least) return 0;
  return (point_value - least) / (most - least);
}

bool bands_lean_up(const std::vector<Band>& bands) {
  const auto ups =
      std::count_if(bands.begin(), bands.end(), [](const Band& band) { return leans_up(band.edge); });
  const auto downs = static_cast<std::ptrdiff_t>(bands.size()) - ups;
  if (ups != downs) return ups > downs;
  return !bands.empty() && leans_up(bands.front().edge);
}

// A band that leans down lies below every one that leans up, whichever of the two closes the line.
std::vector<std::size_t> bands_by_figure(const std::vector<Band>& bands) {
  std::vector<std::size_t> order(bands.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    const bool left_up = leans_up(bands[left].edge);
    const bool right_up = leans_up(bands[right].edge);
    if (left_up != right_up) return right_up;
    return bands[left].bound < bands[right].bound;
  });
  return order;
}

std::optional<std::size_t> band_of(const Measure& measure, const Decimal& figure) {
  return find_band(measure.bands, figure, [](const Band& band) { return band.bound; });
}

std::optional<std::size_t> band_of(const Measure& measure, double figure) {
  return find_band(measure.bands, figure, [](const Band& band) { return band.bound.to_double(); });
}

std::optional<double> value_of(const Measure& measure, const Decimal& figure) {
  if (measure.bands.empty()) return linear(measure, figure.to_double());
  const auto band = band_of(measure, figure);
  if (!band) return std::nullopt;
  return measure.bands[*band].value;
}

std::optional<double> value_of(const Measure& measure, double figure) {
  if (measure.bands.empty()) return linear(measure, figure);
  const auto band = band_of(measure, figure);
  if (!band) return std::nullopt;
  return measure.bands[*band].value;
}

}  // namespace orienta
