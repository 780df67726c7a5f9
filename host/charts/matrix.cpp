// SPDX-License-Identifier: MIT
#include "charts/matrix.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "charts/canvas.hpp"

namespace orienta::charts {
namespace {

constexpr float kPoint = 5;

Scale scale_of(const MatrixAxis& axis) {
  return {axis.least, axis.most, 0, 1};
}

class Matrix {
 public:
  Matrix(Canvas& canvas, const MatrixSpec& spec) : canvas_(canvas), spec_(spec) {}

  void draw() {
    lay_out(canvas_.note(canvas_.all(), 80));
    if (plot_.width < 4 * kPoint || plot_.height < 4 * kPoint) return;
    canvas_.box(plot_, {}, {Ink::kBorder});
    draw_ticks();
    draw_cross();
    for (const MatrixPoint& point : spec_.points)
      places_.push_back(place_of(point));
    for (const auto& place : places_)
      if (place) canvas_.keep_free({place->x - kPoint, place->y - kPoint, 2 * kPoint, 2 * kPoint});
    for (std::size_t i = 0; i < places_.size(); ++i)
      if (places_[i]) draw_point(i);
    for (std::size_t i = 0; i < places_.size(); ++i)
      if (places_[i]) draw_name(i);
  }

 private:
  static bool has_ticks(const MatrixAxis& axis) {
    return std::ranges::any_of(axis.ticks, [](const Tick& tick) { return !tick.text.empty(); });
  }

  void lay_out(Rect area) {
    const bool is_roomy = area.width >= 200 && area.height >= 140;
    float left = 0;
    for (const Tick& tick : spec_.y.ticks)
      left = std::max(left, canvas_.width_of(tick.text) + 8);
    has_words_ = is_roomy;
    plot_ = area;
    if (!is_roomy) return;
    left = std::min(std::ceil(left), area.width / 4);
    const float top = spec_.y.name.empty() ? 0 : kCaptionHeight + 10;
    const float bottom =
        (has_ticks(spec_.x) ? kCaptionHeight + 4 : 0) + (spec_.x.name.empty() ? 0 : kCaptionHeight + 2);
    // The text of the last tick stands half beyond the plot.
    const float right = spec_.x.ticks.empty() ? 0 : canvas_.width_of(spec_.x.ticks.back().text) / 2;
    plot_ = {area.x + left, area.y + top, area.width - left - std::min(right, area.width / 8),
             area.height - top - bottom};
    const TextStyle style{.paint = {Ink::kMuted}, .vertical = Vertical::kTop};
    canvas_.label({area.x, area.y}, spec_.y.name, style, area.width);
    TextStyle at_right = style;
    at_right.align = Align::kRight;
    canvas_.label({plot_.right(), area.bottom() - kCaptionHeight}, spec_.x.name, at_right, plot_.width);
  }

  float x_of(double value) const {
    return Scale{spec_.x.least, spec_.x.most, plot_.x, plot_.right()}.at(value);
  }
  float y_of(double value) const {
    return Scale{spec_.y.least, spec_.y.most, plot_.bottom(), plot_.y}.at(value);
  }

  void draw_ticks() {
    for (const Tick& tick : spec_.x.ticks) {
      if (!has_words_ || !std::isfinite(tick.at) || tick.at < spec_.x.least || tick.at > spec_.x.most)
        continue;
      const float x = x_of(tick.at);
      canvas_.line({x, plot_.bottom()}, {x, plot_.bottom() + 4}, {Ink::kPrevious});
      canvas_.label_if_free({x, plot_.bottom() + 5}, tick.text,
                            {.paint = {Ink::kMuted}, .align = Align::kCentre, .vertical = Vertical::kTop});
    }
    for (const Tick& tick : spec_.y.ticks) {
      if (!has_words_ || !std::isfinite(tick.at) || tick.at < spec_.y.least || tick.at > spec_.y.most)
        continue;
      const float y = y_of(tick.at);
      canvas_.line({plot_.x - 4, y}, {plot_.x, y}, {Ink::kPrevious});
      canvas_.label_if_free({plot_.x - 7, y}, tick.text, {.paint = {Ink::kMuted}, .align = Align::kRight});
    }
  }

  void draw_cross() {
    const auto x = finite(spec_.x.cross);
    const auto y = finite(spec_.y.cross);
    if (x) canvas_.avoid({x_of(*x) - 2, plot_.y, 4, plot_.height});
    if (y) canvas_.avoid({plot_.x, y_of(*y) - 2, plot_.width, 4});
    if (x) canvas_.line({x_of(*x), plot_.y}, {x_of(*x), plot_.bottom()}, {Ink::kMuted}, 1, true);
    if (y) canvas_.line({plot_.x, y_of(*y)}, {plot_.right(), y_of(*y)}, {Ink::kMuted}, 1, true);
    if (!x || !y || !has_words_) return;
    const float left = x_of(*x) - plot_.x - 2 * kGap;
    const float right = plot_.right() - x_of(*x) - 2 * kGap;
    const float top = plot_.y + kGap - 2;
    const float bottom = plot_.bottom() - kGap;
    draw_quadrant(0, {plot_.x + kGap, top}, Align::kLeft, left);
    draw_quadrant(1, {plot_.right() - kGap, top}, Align::kRight, right);
    draw_quadrant(2, {plot_.x + kGap, bottom}, Align::kLeft, left);
    draw_quadrant(3, {plot_.right() - kGap, bottom}, Align::kRight, right);
  }

  void draw_quadrant(std::size_t index, Point at, Align align, float most) {
    const Vertical vertical = index < 2 ? Vertical::kTop : Vertical::kBaseline;
    canvas_.label_if_free(at, spec_.quadrants[index],
                          {.paint = {Ink::kMuted}, .align = align, .vertical = vertical}, most);
  }

  /// Within the plot, with the whole of its mark.
  std::optional<Point> place_of(const MatrixPoint& point) const {
    if (!std::isfinite(point.x) || !std::isfinite(point.y)) return std::nullopt;
    return Point{std::clamp(x_of(point.x), plot_.x + kPoint, plot_.right() - kPoint),
                 std::clamp(y_of(point.y), plot_.y + kPoint, plot_.bottom() - kPoint)};
  }

  void draw_point(std::size_t index) {
    const MatrixPoint& point = spec_.points[index];
    const auto [x, y] = *places_[index];
    switch (point.standing) {
      case Standing::kNoTarget:
        canvas_.dot({x, y}, kPoint, {Ink::kActual}, {Ink::kSurface});
        break;
      case Standing::kBelow:
        canvas_.polygon({{x - kPoint, y - kPoint + 1}, {x + kPoint, y - kPoint + 1}, {x, y + kPoint}},
                        {Ink::kBelow});
        break;
      case Standing::kAtOrAbove:
        canvas_.polygon({{x - kPoint, y + kPoint - 1}, {x, y - kPoint}, {x + kPoint, y + kPoint - 1}},
                        {Ink::kAbove});
        break;
    }
    canvas_.area({x - kPoint - 3, y - kPoint - 3, 2 * kPoint + 6, 2 * kPoint + 6}, point.name, point.tip,
                 index);
  }

  /// The first of twelve places around the point that is free, and within the plot.
  void draw_name(std::size_t index) {
    constexpr float kAside = kPoint + 4;
    const auto [x, y] = *places_[index];
    const std::string name = shortened(spec_.points[index].name, TextSize::kCaption,
                                       std::min(180.0F, plot_.width / 2), canvas_.measurer());
    const float wide = canvas_.width_of(name);
    struct Try {
      Point at;
      Align align;
    };
    const float up = y - kAside - 5;
    const float down = y + kAside + 5;
    const float aside = wide / 8;
    const std::array tries{Try{{x + kAside, y}, Align::kLeft},  Try{{x - kAside, y}, Align::kRight},
                           Try{{x, up}, Align::kCentre},        Try{{x, down}, Align::kCentre},
                           Try{{x + 4, up}, Align::kLeft},      Try{{x + 4, down}, Align::kLeft},
                           Try{{x - 4, up}, Align::kRight},     Try{{x - 4, down}, Align::kRight},
                           Try{{x - aside, up}, Align::kLeft},  Try{{x - aside, down}, Align::kLeft},
                           Try{{x + aside, up}, Align::kRight}, Try{{x + aside, down}, Align::kRight}};
    for (std::size_t i = 0; i < 2 * tries.size(); ++i) {
      // A second time round the point, now also over the cross.
      const auto& [at, align] = tries[i % tries.size()];
      const float left = align == Align::kLeft    ? at.x
                         : align == Align::kRight ? at.x - wide
                                                  : at.x - wide / 2;
      const bool is_within = left >= plot_.x + 2 && left + wide <= plot_.right() - 2 &&
                             at.y - kCaptionHeight / 2 >= plot_.y &&
                             at.y + kCaptionHeight / 2 <= plot_.bottom();
      if (is_within &&
          canvas_.label_if_free(at, name, {.align = align}, Canvas::kAnyWidth, i >= tries.size()))
        return;
    }
  }

  Canvas& canvas_;
  const MatrixSpec& spec_;
  Rect plot_;
  bool has_words_ = false;
  std::vector<std::optional<Point>> places_;
};

}  // namespace

Scene matrix(const MatrixSpec& spec, Size size, const TextWidth& width) {
  Canvas canvas(spec.words, size, width);
  const bool has_point = std::ranges::any_of(
      spec.points, [](const MatrixPoint& point) { return std::isfinite(point.x) && std::isfinite(point.y); });
  if (!has_point || !scale_of(spec.x).is_usable() || !scale_of(spec.y).is_usable())
    return std::move(canvas).empty();
  Matrix(canvas, spec).draw();
  return std::move(canvas).finish();
}

}  // namespace orienta::charts
