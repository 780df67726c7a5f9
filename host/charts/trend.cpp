// SPDX-License-Identifier: MIT
#include "charts/trend.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "charts/canvas.hpp"

namespace orienta::charts {
namespace {

bool has_interval(const TrendPoint& point) {
  return finite(point.value) && finite(point.low) && finite(point.high);
}

class Trend {
 public:
  Trend(Canvas& canvas, const TrendSpec& spec) : canvas_(canvas), spec_(spec) {}

  void draw() {
    Rect area = canvas_.note(canvas_.all(), kLeastPlot);
    area = canvas_.key(area, key(), kLeastPlot);
    lay_out(area);
    draw_ticks();
    draw_band();
    draw_target();
    draw_line();
    for (std::size_t i = 0; i < spec_.points.size(); ++i)
      draw_point(i);
    draw_labels_below();
  }

 private:
  static constexpr float kLeastPlot = 60;

  std::vector<KeyEntry> key() const {
    using Mark = KeyEntry::Mark;
    std::vector<KeyEntry> entries{{Mark::kLine, {Ink::kActual}, spec_.key.actual}};
    if (finite(spec_.target)) entries.push_back({Mark::kDashedLine, {Ink::kTarget}, spec_.key.target});
    if (std::ranges::any_of(spec_.points, has_interval))
      entries.push_back({Mark::kBox, {Ink::kActualSoft}, spec_.key.interval});
    return entries;
  }

  void lay_out(Rect area) {
    float left = 0;
    for (const Tick& tick : spec_.ticks)
      left = std::max(left, canvas_.width_of(tick.text));
    left = left > 0 && area.width >= 120 ? std::min(std::ceil(left) + 9, area.width * 0.3F) : 0;
    const bool has_n = std::ranges::any_of(spec_.points, [](const TrendPoint& p) { return !p.n.empty(); });
    below_ = area.height < kLeastPlot ? 0 : has_n ? 2 * kCaptionHeight + 6 : kCaptionHeight + 6;
    // Half a line above, for the text of the highest tick.
    const float top = std::min(kCaptionHeight / 2, area.height / 2);
    plot_ = {area.x + left, area.y + top, area.width - left, std::max(0.0F, area.height - top - below_)};
    // Points keep away from the edges, so that their labels stand below them.
    inset_ = std::min(40.0F, plot_.width / 8);
    y_ = {spec_.least, spec_.most, plot_.bottom(), plot_.y};
    place_points();
  }

  /// By time where the times ascend, else one by one.
  void place_points() {
    const auto& points = spec_.points;
    bool ascends = points.size() > 1;
    for (std::size_t i = 0; i < points.size(); ++i)
      ascends = ascends && std::isfinite(points[i].when) && (i == 0 || points[i].when > points[i - 1].when);
    Scale time{0, static_cast<double>(std::max<std::size_t>(points.size(), 2) - 1), plot_.x + inset_,
               plot_.right() - inset_};
    if (ascends) {
      time.least = points.front().when;
      time.most = points.back().when;
    }
    ascends = ascends && time.is_usable();
    for (std::size_t i = 0; i < points.size(); ++i) {
      const float alone = plot_.centre().x;
      xs_.push_back(points.size() == 1 ? alone : time.at(ascends ? points[i].when : static_cast<double>(i)));
    }
  }

  void draw_ticks() {
    for (const Tick& tick : spec_.ticks) {
      if (!std::isfinite(tick.at) || tick.at < y_.least || tick.at > y_.most) continue;
      const float y = y_.at(tick.at);
      canvas_.line({plot_.x, y}, {plot_.right(), y}, {Ink::kBorder});
      if (plot_.x > 0)
        canvas_.label_if_free({plot_.x - 8, y}, tick.text, {.paint = {Ink::kMuted}, .align = Align::kRight},
                              plot_.x - 8);
    }
    canvas_.avoid({plot_.x, y_.at(0) - 1, plot_.width, 2});
    canvas_.line({plot_.x, y_.at(0)}, {plot_.right(), y_.at(0)}, {Ink::kPrevious});
  }

  Point at(std::size_t index, double value) const { return {xs_[index], y_.at(value)}; }

  void draw_band() {
    const auto& points = spec_.points;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (!has_interval(points[i])) continue;
      const bool joins = i + 1 < points.size() && has_interval(points[i + 1]);
      if (joins)
        canvas_.polygon({at(i, *points[i].low), at(i + 1, *points[i + 1].low), at(i + 1, *points[i + 1].high),
                         at(i, *points[i].high)},
                        {Ink::kActualSoft});
      // Covers the hair between two parts of the band; alone, it is the interval of a point without one.
      const bool joined = i > 0 && has_interval(points[i - 1]);
      canvas_.line(at(i, *points[i].low), at(i, *points[i].high), {Ink::kActualSoft},
                   joins || joined ? 1 : 10);
    }
  }

  void draw_target() {
    const auto target = finite(spec_.target);
    if (!target) return;
    canvas_.avoid({plot_.x, y_.at(*target) - 1, plot_.width, 2});
    canvas_.line({plot_.x, y_.at(*target)}, {plot_.right(), y_.at(*target)}, {Ink::kTarget}, 1.5F, true);
  }

  void draw_line() {
    std::vector<Point> run;
    for (std::size_t i = 0; i < spec_.points.size(); ++i) {
      if (const auto value = finite(spec_.points[i].value)) {
        run.push_back(at(i, *value));
        continue;
      }
      canvas_.polyline(std::exchange(run, {}), {Ink::kActual}, 2);
    }
    canvas_.polyline(std::move(run), {Ink::kActual}, 2);
  }

  void draw_point(std::size_t index) {
    const TrendPoint& point = spec_.points[index];
    if (const auto value = finite(point.value)) {
      const Point where = at(index, *value);
      canvas_.dot(where, 4, {Ink::kActual}, {Ink::kSurface});
      draw_value(where, point.text);
    }
    const float left = index == 0 ? plot_.x : (xs_[index - 1] + xs_[index]) / 2;
    const float right = index + 1 == xs_.size() ? plot_.right() : (xs_[index] + xs_[index + 1]) / 2;
    canvas_.area({left, plot_.y, right - left, plot_.height + below_}, point.label, point.tip, index);
  }

  /// Above the point, or below it where a line is in the way above; over a line rather than not at all.
  void draw_value(Point where, const std::string& text) {
    const TextStyle above{.align = Align::kCentre, .vertical = Vertical::kBaseline};
    const TextStyle below{.align = Align::kCentre, .vertical = Vertical::kTop};
    const Point over{where.x, where.y - 7};
    const Point under{where.x, where.y + 5};
    if (canvas_.label_if_free(over, text, above)) return;
    for (const bool over_lines : {false, true})
      if (canvas_.label_if_free(under, text, below, Canvas::kAnyWidth, over_lines)) return;
    canvas_.label_if_free(over, text, above, Canvas::kAnyWidth, true);
  }

  void draw_labels_below() {
    if (below_ <= 0 || xs_.empty()) return;
    // The last and the first are worth most, then the others as far as there is room.
    draw_label_below(xs_.size() - 1);
    for (std::size_t i = 0; i + 1 < xs_.size(); ++i)
      draw_label_below(i);
  }

  void draw_label_below(std::size_t index) {
    const TrendPoint& point = spec_.points[index];
    const float y = plot_.bottom() + 6;
    const float most = std::max(plot_.width / static_cast<float>(xs_.size()), 72.0F);
    const TextStyle style{.paint = {Ink::kText}, .align = Align::kCentre, .vertical = Vertical::kTop};
    if (!canvas_.label_if_free({xs_[index], y}, point.label, style, most)) return;
    TextStyle muted = style;
    muted.paint = {Ink::kMuted};
    canvas_.label_if_free({xs_[index], y + kCaptionHeight}, point.n, muted, most);
  }

  Canvas& canvas_;
  const TrendSpec& spec_;
  Rect plot_;
  float below_ = 0;
  float inset_ = 0;
  Scale y_;
  std::vector<float> xs_;
};

}  // namespace

Scene trend(const TrendSpec& spec, Size size, const TextWidth& width) {
  Canvas canvas(spec.words, size, width);
  const bool has_value = std::ranges::any_of(
      spec.points, [](const TrendPoint& point) { return finite(point.value).has_value(); });
  const bool has_axis = Scale{spec.least, spec.most, 0, 1}.is_usable() && spec.least <= 0 && spec.most >= 0;
  if (!has_value || !has_axis) return std::move(canvas).empty();
  Trend(canvas, spec).draw();
  return std::move(canvas).finish();
}

}  // namespace orienta::charts
