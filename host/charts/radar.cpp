// SPDX-License-Identifier: MIT
#include "charts/radar.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>
#include <utility>

#include "charts/canvas.hpp"

namespace orienta::charts {
namespace {

using Values = std::vector<std::optional<double>>;

Values values_of(const RadarSpec& spec, std::optional<double> RadarAxis::*which) {
  Values values;
  for (const RadarAxis& axis : spec.axes)
    values.push_back(finite(axis.*which));
  return values;
}

bool has_any(const Values& values) {
  return std::ranges::any_of(values, [](const auto& value) { return value.has_value(); });
}

/// Whether the line comes near the rectangle: seen in steps that are finer than any text.
bool touches(Rect rect, Point from, Point to) {
  constexpr int kSteps = 48;
  constexpr float kNear = 2;
  for (int step = 0; step <= kSteps; ++step) {
    const float share = static_cast<float>(step) / kSteps;
    const float x = from.x + (to.x - from.x) * share;
    const float y = from.y + (to.y - from.y) * share;
    if (x >= rect.x - kNear && x <= rect.right() + kNear && y >= rect.y - kNear && y <= rect.bottom() + kNear)
      return true;
  }
  return false;
}

class Radar {
 public:
  Radar(Canvas& canvas, const RadarSpec& spec)
      : canvas_(canvas),
        spec_(spec),
        actual_(values_of(spec, &RadarAxis::actual)),
        target_(values_of(spec, &RadarAxis::target)),
        previous_(values_of(spec, &RadarAxis::previous)) {}

  void draw() {
    Rect area = canvas_.note(canvas_.all(), 100);
    area = canvas_.key(area, key(), 120);
    lay_out(area);
    fill();
    draw_grid();
    outline(previous_, {Ink::kPrevious}, 1.5F, false);
    outline(target_, {Ink::kTarget}, 1.5F, true);
    outline(actual_, {Ink::kActual}, 2, false);
    draw_rings_texts();
    for (std::size_t i = 0; i < count(); ++i) {
      if (actual_[i]) canvas_.dot(at(i, *actual_[i]), 3.5F, {Ink::kActual}, {Ink::kSurface});
      draw_name(i);
      draw_area(i);
    }
  }

 private:
  std::size_t count() const { return spec_.axes.size(); }

  std::vector<KeyEntry> key() const {
    using Mark = KeyEntry::Mark;
    std::vector<KeyEntry> entries;
    if (has_any(actual_)) entries.push_back({Mark::kLine, {Ink::kActual}, spec_.key.actual});
    if (has_any(target_)) entries.push_back({Mark::kDashedLine, {Ink::kTarget}, spec_.key.target});
    if (has_any(previous_)) entries.push_back({Mark::kLine, {Ink::kPrevious}, spec_.key.previous});
    return entries;
  }

  float cosine(std::size_t index) const { return std::cos(angle(index)); }
  float sine(std::size_t index) const { return std::sin(angle(index)); }
  float angle(std::size_t index) const {
    constexpr float kPi = std::numbers::pi_v<float>;
    return -kPi / 2 + 2 * kPi * static_cast<float>(index) / static_cast<float>(count());
  }

  /// The largest circle around which all names have their place.
  void lay_out(Rect area) {
    constexpr float kLeastNamed = 140;
    has_names_ = area.width >= kLeastNamed && area.height >= kLeastNamed;
    for (std::size_t i = 0; i < count(); ++i)
      names_.push_back(has_names_ ? text_of(i, area.width) : std::vector<std::string>());
    float radius = std::min(area.width, area.height) / 2 - 4;
    // A polygon reaches less far down than the circle when its number of corners is odd.
    float above = 0;
    float below = 0;
    float lowest = 0;
    for (std::size_t i = 0; i < count(); ++i) {
      const float up = -sine(i);
      lowest = std::max(lowest, -up);
      const float side = std::abs(cosine(i));
      const float high = kCaptionHeight * static_cast<float>(names_[i].size());
      const float wide = widest_line(names_[i]) + kAside;
      if (has_names_ && side > kStraight) radius = std::min(radius, (area.width / 2 - wide) / side);
      // Names beside the circle stand half above their corner; those near the top and the bottom need it
      // free.
      const float margin = side <= kStraight ? high + kAside : std::abs(up) > 0.6F ? high / 2 + kAside : 0;
      float& taken = up > 0 ? above : below;
      taken = std::max(taken, has_names_ ? margin : 4);
    }
    radius = std::max(8.0F, std::min(radius, (area.height - above - below) / (1 + lowest)));
    const float used = above + radius + radius * lowest + below;
    radius_ = radius;
    centre_ = {area.centre().x, area.y + above + radius + std::max(0.0F, (area.height - used) / 2)};
  }

  /// Name and value. Above and below the circle there is more room than beside it.
  std::vector<std::string> text_of(std::size_t index, float width) const {
    const RadarAxis& axis = spec_.axes[index];
    const float most = std::abs(cosine(index)) <= kStraight ? width * 0.5F : std::min(140.0F, width * 0.24F);
    std::vector<std::string> lines = wrapped(axis.name, TextSize::kCaption, most, 3, canvas_.measurer());
    const std::string value = shortened(axis.value, TextSize::kCaption, most, canvas_.measurer());
    if (!value.empty()) lines.push_back(value);
    return lines;
  }

  float widest_line(const std::vector<std::string>& lines) const {
    float result = 0;
    for (const std::string& line : lines)
      result = std::max(result, canvas_.width_of(line));
    return result;
  }

  Point on(std::size_t index, float radius) const {
    return {centre_.x + radius * cosine(index), centre_.y + radius * sine(index)};
  }
  Point at(std::size_t index, double value) const {
    return on(index, Scale{0, spec_.most, 0, radius_}.at(value));
  }
  std::size_t after(std::size_t index) const { return (index + 1) % count(); }

  /// A triangle between each two neighbours that have a value. Lines of the same paint cover the hairs that
  /// smoothed edges leave between them.
  void fill() {
    for (std::size_t i = 0; i < count(); ++i)
      if (actual_[i] && actual_[after(i)])
        canvas_.polygon({centre_, at(i, *actual_[i]), at(after(i), *actual_[after(i)])}, {Ink::kActualSoft});
    for (std::size_t i = 0; i < count(); ++i)
      if (actual_[i]) canvas_.line(centre_, at(i, *actual_[i]), {Ink::kActualSoft});
  }

  void draw_grid() {
    for (std::size_t i = 0; i < count(); ++i)
      canvas_.line(centre_, on(i, radius_), {Ink::kBorder});
    ring(radius_);
    for (const Tick& tick : spec_.rings)
      if (is_ring(tick)) ring(Scale{0, spec_.most, 0, radius_}.at(tick.at));
  }
  bool is_ring(const Tick& tick) const {
    return std::isfinite(tick.at) && tick.at > 0 && tick.at <= spec_.most;
  }
  void ring(float radius) {
    std::vector<Point> points;
    for (std::size_t i = 0; i < count(); ++i)
      points.push_back(on(i, radius));
    canvas_.polyline(std::move(points), {Ink::kBorder}, 1, false, true);
  }

  void outline(const Values& values, Paint paint, float width, bool dashed) {
    const bool is_whole = std::ranges::all_of(values, [](const auto& value) { return value.has_value(); });
    std::vector<Point> points;
    for (std::size_t i = 0; i < count(); ++i)
      if (is_whole) points.push_back(at(i, *values[i]));
    if (is_whole) return canvas_.polyline(std::move(points), paint, width, dashed, true);
    for (std::size_t i = 0; i < count(); ++i)
      if (values[i] && values[after(i)])
        canvas_.line(at(i, *values[i]), at(after(i), *values[after(i)]), paint, width, dashed);
  }

  /// Beside the first axis: all of them, or the outermost alone where an outline would cross another.
  void draw_rings_texts() {
    if (!has_names_) return;
    std::vector<Tick> rings;
    std::ranges::copy_if(spec_.rings, std::back_inserter(rings),
                         [&](const Tick& tick) { return is_ring(tick); });
    std::ranges::sort(rings, {}, &Tick::at);
    const auto place = [&](const Tick& tick) {
      const Point where = at(0, tick.at);
      return Point{where.x + 5, where.y + 8};
    };
    const auto is_crossed = [&](const Tick& tick) {
      const Point where = place(tick);
      return crosses_outline({where.x, where.y - 7, canvas_.width_of(tick.text), 14});
    };
    if (std::ranges::any_of(rings, is_crossed)) rings.erase(rings.begin(), rings.end() - 1);
    for (const Tick& tick : rings)
      canvas_.label_if_free(place(tick), tick.text, {.paint = {Ink::kMuted}});
  }

  bool crosses_outline(Rect rect) const {
    for (const Values* values : {&actual_, &target_, &previous_})
      for (std::size_t i = 0; i < count(); ++i)
        if ((*values)[i] && (*values)[after(i)] &&
            touches(rect, at(i, *(*values)[i]), at(after(i), *(*values)[after(i)])))
          return true;
    return false;
  }

  void draw_name(std::size_t index) {
    const float side = cosine(index);
    const Point rim = on(index, radius_ + kAside);
    TextStyle style{.paint = {actual_[index] ? Ink::kText : Ink::kMuted}};
    style.align = std::abs(side) <= kStraight ? Align::kCentre : side > 0 ? Align::kLeft : Align::kRight;
    if (style.align == Align::kCentre)
      style.vertical = sine(index) < 0 ? Vertical::kBaseline : Vertical::kTop;
    canvas_.lines(rim, names_[index], style);
  }

  void draw_area(std::size_t index) {
    const Point where = actual_[index] ? at(index, *actual_[index]) : on(index, radius_ / 2);
    const RadarAxis& axis = spec_.axes[index];
    canvas_.area({where.x - 8, where.y - 8, 16, 16}, axis.name, axis.tip, index);
  }

  static constexpr float kAside = 6;
  /// Below this cosine an axis points straight up or down, and its name stands centred over or under it.
  static constexpr float kStraight = 0.1F;

  Canvas& canvas_;
  const RadarSpec& spec_;
  Values actual_;
  Values target_;
  Values previous_;
  std::vector<std::vector<std::string>> names_;
  bool has_names_ = false;
  float radius_ = 0;
  Point centre_;
};

}  // namespace

bool is_radar_readable(std::size_t axes) {
  return axes >= 4 && axes <= 9;
}

Scene radar(const RadarSpec& spec, Size size, const TextWidth& width) {
  Canvas canvas(spec.words, size, width);
  const bool has_value = has_any(values_of(spec, &RadarAxis::actual)) ||
                         has_any(values_of(spec, &RadarAxis::target)) ||
                         has_any(values_of(spec, &RadarAxis::previous));
  if (!is_radar_readable(spec.axes.size()) || !has_value || !Scale{0, spec.most, 0, 1}.is_usable())
    return std::move(canvas).empty();
  Radar(canvas, spec).draw();
  return std::move(canvas).finish();
}

}  // namespace orienta::charts
