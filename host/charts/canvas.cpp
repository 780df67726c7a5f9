// SPDX-License-Identifier: MIT
#include "charts/canvas.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace orienta::charts {
namespace {

bool is_finite(Point point) {
  return std::isfinite(point.x) && std::isfinite(point.y);
}

float length_or_zero(float value) {
  // Larger than any screen or page; beyond it a float has no fractions of a pixel left.
  constexpr float kMost = 1e6F;
  return std::isfinite(value) && value > 0 ? std::min(value, kMost) : 0;
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

}  // namespace

std::optional<double> finite(const std::optional<double>& value) {
  return value && std::isfinite(*value) ? value : std::nullopt;
}

bool Scale::is_usable() const {
  return std::isfinite(least) && std::isfinite(most) && most > least && std::isfinite(most - least) &&
         std::isfinite(from) && std::isfinite(to);
}

float Scale::at(double value) const {
  const double share = (std::clamp(value, least, most) - least) / (most - least);
  return from + static_cast<float>(share) * (to - from);
}

Canvas::Canvas(const Words& words, Size size, const TextWidth& width) : words_(words), width_(width) {
  scene_.size = {length_or_zero(size.width), length_or_zero(size.height)};
  scene_.title = words.title;
  scene_.description = words.description;
}

float Canvas::width_of(std::string_view text, TextSize size) const {
  return bounds_of({{}, std::string(text), size}, width_).width;
}

Point Canvas::inside(Point point) const {
  return {std::clamp(point.x, 0.0F, scene_.size.width), std::clamp(point.y, 0.0F, scene_.size.height)};
}

bool Canvas::is_inside(const Rect& rect) const {
  constexpr float kHair = 0.01F;
  return rect.x >= -kHair && rect.y >= -kHair && rect.right() <= scene_.size.width + kHair &&
         rect.bottom() <= scene_.size.height + kHair;
}

void Canvas::line(Point from, Point to, Paint paint, float width, bool dashed) {
  if (is_finite(from) && is_finite(to))
    scene_.shapes.push_back(Line{inside(from), inside(to), paint, width, dashed});
}

void Canvas::polyline(std::vector<Point> points, Paint paint, float width, bool dashed, bool closed) {
  if (points.size() < 2 || !std::ranges::all_of(points, is_finite)) return;
  for (Point& point : points)
    point = inside(point);
  scene_.shapes.push_back(Polyline{std::move(points), paint, width, dashed, closed});
}

void Canvas::polygon(std::vector<Point> points, Paint fill) {
  if (points.size() < 3 || !std::ranges::all_of(points, is_finite)) return;
  for (Point& point : points)
    point = inside(point);
  scene_.shapes.push_back(Polygon{std::move(points), fill});
}

void Canvas::box(Rect rect, Paint fill, Paint stroke, float radius, bool hatched) {
  if (!is_finite({rect.x, rect.y}) || !is_finite({rect.width, rect.height})) return;
  const Point low = inside({rect.x, rect.y});
  const Point high = inside({rect.right(), rect.bottom()});
  const Rect cut{low.x, low.y, high.x - low.x, high.y - low.y};
  if (cut.width <= 0 || cut.height <= 0) return;
  radius = std::min({radius, cut.width / 2, cut.height / 2});
  scene_.shapes.push_back(Box{cut, fill, stroke, radius, hatched});
}

void Canvas::dot(Point centre, float radius, Paint fill, Paint stroke) {
  if (!is_finite(centre)) return;
  if (is_inside({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}))
    scene_.shapes.push_back(Dot{centre, radius, fill, stroke});
}

void Canvas::area(Rect rect, std::string name, std::string tip, std::size_t index) {
  if (!is_finite({rect.x, rect.y}) || !is_finite({rect.width, rect.height})) return;
  const Point low = inside({rect.x, rect.y});
  const Point high = inside({rect.right(), rect.bottom()});
  scene_.areas.push_back(
      {{low.x, low.y, high.x - low.x, high.y - low.y}, std::move(name), std::move(tip), index});
}

std::optional<Label> Canvas::placed(Point at, std::string_view text, TextStyle style, float most) const {
  if (!is_finite(at) || most <= 0) return std::nullopt;
  Label label{at,          shortened(text, style.size, std::min(most, scene_.size.width), width_),
              style.size,  style.paint,
              style.align, style.vertical};
  if (label.text.empty()) return std::nullopt;
  const Rect covered = bounds_of(label, width_);
  if (style.align == Align::kCentre) {
    label.at.x += std::max(0.0F, -covered.x);
    label.at.x -= std::max(0.0F, covered.right() - scene_.size.width);
  }
  if (!is_inside(bounds_of(label, width_))) return std::nullopt;
  return label;
}

bool Canvas::label(Point at, std::string_view text, TextStyle style, float most) {
  std::optional<Label> label = placed(at, text, style, most);
  if (!label) return false;
  taken_.push_back(bounds_of(*label, width_));
  scene_.shapes.emplace_back(*std::move(label));
  return true;
}

bool Canvas::label_if_free(Point at, std::string_view text, TextStyle style, float most, bool over_lines) {
  std::optional<Label> label = placed(at, text, style, most);
  if (!label) return false;
  const Rect covered = bounds_of(*label, width_);
  // A line is crossed by what the eye takes for the text, from the capitals' top to the base line and a bit.
  const float high = pixels(style.size);
  const Rect seen{covered.x, baseline_of(*label) - high * 0.75F, covered.width, high * 0.85F};
  if (std::ranges::any_of(taken_, [&](const Rect& other) { return overlap(covered, other); })) return false;
  if (!over_lines && std::ranges::any_of(avoided_, [&](const Rect& other) { return overlap(seen, other); }))
    return false;
  taken_.push_back(covered);
  scene_.shapes.emplace_back(*std::move(label));
  return true;
}

bool Canvas::lines(Point at, const std::vector<std::string>& texts, TextStyle style) {
  if (texts.empty()) return false;
  const float step = pixels(style.size) * 1.22F;
  const float high = step * static_cast<float>(texts.size());
  const float top = style.vertical == Vertical::kTop      ? at.y
                    : style.vertical == Vertical::kMiddle ? at.y - high / 2
                                                          : at.y - high;
  std::vector<Label> labels;
  style.vertical = Vertical::kTop;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::optional<Label> label =
        placed({at.x, top + step * static_cast<float>(i)}, texts[i], style, kAnyWidth);
    if (!label) return false;
    labels.push_back(*std::move(label));
  }
  for (Label& label : labels) {
    taken_.push_back(bounds_of(label, width_));
    scene_.shapes.emplace_back(std::move(label));
  }
  return true;
}

Scene Canvas::empty() && {
  const std::vector<std::string> texts =
      wrapped(words_.empty, TextSize::kCaption, scene_.size.width - 2 * kGap, 3, width_);
  lines(all().centre(), texts, {.paint = {Ink::kMuted}, .align = Align::kCentre});
  return std::move(scene_);
}

}  // namespace orienta::charts
