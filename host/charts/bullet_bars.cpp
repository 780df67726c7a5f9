// SPDX-License-Identifier: MIT
#include "charts/bullet_bars.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "charts/canvas.hpp"
#include "charts/rows.hpp"

namespace orienta::charts {
namespace {

constexpr float kSign = 8;

Paint bar_paint(Standing standing) {
  switch (standing) {
    case Standing::kBelow:
      return {Ink::kBelow};
    case Standing::kAtOrAbove:
      return {Ink::kAbove};
    case Standing::kNoTarget:
      break;
  }
  return {Ink::kActual};
}

bool has_interval(const BulletRow& row) {
  return finite(row.low) && finite(row.high);
}

class Bullets {
 public:
  Bullets(Canvas& canvas, const BulletSpec& spec) : canvas_(canvas), spec_(spec) {}

  void draw() {
    Rect area = canvas_.note(canvas_.all(), kLeastRow);
    area = canvas_.key(area, key(), kLeastRow);
    area = draw_axis_below(area);
    rows_ = RowLayout::of(area, spec_.rows.size(), {kLeastRow, kMostRow});
    columns_ = RowColumns::of(area, widest_label(), widest_value());
    scale_ = {spec_.least, spec_.most, columns_.lane.x, columns_.lane.right()};
    draw_axis(canvas_, scale_, spec_.ticks, rows_.covered(), has_tick_texts_);
    for (std::size_t i = 0; i < rows_.count; ++i)
      draw_row(i);
  }

 private:
  std::vector<KeyEntry> key() const {
    using Mark = KeyEntry::Mark;
    const auto any = [&](auto&& is_so) { return std::ranges::any_of(spec_.rows, is_so); };
    std::vector<KeyEntry> entries;
    const KeyNames& names = spec_.key;
    if (any([](const BulletRow& row) { return finite(row.actual) && row.standing == Standing::kNoTarget; }))
      entries.push_back({Mark::kBox, {Ink::kActual}, names.actual});
    if (any([](const BulletRow& row) { return finite(row.target).has_value(); }))
      entries.push_back({Mark::kTick, {Ink::kTarget}, names.target});
    if (any([](const BulletRow& row) { return finite(row.previous).has_value(); }))
      entries.push_back({Mark::kTick, {Ink::kPrevious}, names.previous});
    if (any(has_interval)) entries.push_back({Mark::kWhisker, {Ink::kText}, names.interval});
    if (any([](const BulletRow& row) { return !finite(row.actual); }))
      entries.push_back({Mark::kHatched, {}, names.open});
    return entries;
  }

  /// Takes the tick texts' line from the bottom where it can be spared.
  Rect draw_axis_below(Rect area) {
    const bool wanted = std::ranges::any_of(spec_.ticks, [](const Tick& tick) { return !tick.text.empty(); });
    has_tick_texts_ = wanted && area.height >= kLeastRow + kTickLine;
    if (has_tick_texts_) area.height -= kTickLine;
    return area;
  }

  float widest_label() const {
    return widest(canvas_, spec_.rows, [](const BulletRow& row) -> const std::string& { return row.label; });
  }
  float widest_value() {
    const float text =
        widest(canvas_, spec_.rows, [](const BulletRow& row) -> const std::string& { return row.value; });
    const bool has_sign = std::ranges::any_of(
        spec_.rows, [](const BulletRow& row) { return row.standing != Standing::kNoTarget; });
    sign_width_ = has_sign ? kSign + 6 : 0;
    return text > 0 ? text + sign_width_ : 0;
  }

  void draw_row(std::size_t index) {
    const BulletRow& row = spec_.rows[index];
    const Rect whole = rows_.row(index);
    const float middle = whole.centre().y;
    draw_row_label(canvas_, columns_, whole, row.label);
    const float thick = std::clamp(whole.height * 0.42F, 8.0F, 14.0F);
    if (columns_.lane.width > 0) draw_lane(row, middle, thick);
    draw_value(row, middle);
    canvas_.area(whole, row.label, row.tip, index);
  }

  void draw_lane(const BulletRow& row, float middle, float thick) {
    const std::optional<double> actual = finite(row.actual);
    const Rect lane{columns_.lane.x, middle - thick / 2, columns_.lane.width, thick};
    if (actual) {
      const float zero = scale_.at(0);
      const float end = scale_.at(*actual);
      // A value of zero is a value: a hair of the bar stays.
      const float wide = std::max(std::abs(end - zero), 1.0F);
      canvas_.box({std::min(zero, end), lane.y, wide, thick}, bar_paint(row.standing), {}, 1);
    } else {
      canvas_.box(lane, {Ink::kSurface}, {Ink::kBorder}, 2, true);
    }
    if (const auto previous = finite(row.previous))
      draw_tick(scale_.at(*previous), middle, thick / 2 + 2, {Ink::kPrevious}, 2);
    if (has_interval(row)) draw_whisker(scale_.at(*row.low), scale_.at(*row.high), middle);
    if (const auto target = finite(row.target))
      draw_tick(scale_.at(*target), middle, thick / 2 + 4, {Ink::kTarget}, 2.5F);
  }

  /// With a rim in the colour of the surface, so that it is seen on a bar of any colour.
  void draw_tick(float x, float middle, float half, Paint paint, float width) {
    canvas_.line({x, middle - half}, {x, middle + half}, {Ink::kSurface}, width + 2);
    canvas_.line({x, middle - half}, {x, middle + half}, paint, width);
  }

  void draw_whisker(float low, float high, float middle) {
    for (const auto& [paint, extra] :
         {std::pair(Paint{Ink::kSurface}, 2.0F), std::pair(Paint{Ink::kText}, 0.0F)}) {
      canvas_.line({low, middle}, {high, middle}, paint, 1.5F + extra);
      canvas_.line({low, middle - 3.5F}, {low, middle + 3.5F}, paint, 1.5F + extra);
      canvas_.line({high, middle - 3.5F}, {high, middle + 3.5F}, paint, 1.5F + extra);
    }
  }

  void draw_value(const BulletRow& row, float middle) {
    if (columns_.value.width <= 0) return;
    const float x = columns_.value.x;
    const float half = kSign / 2;
    if (row.standing == Standing::kBelow)
      canvas_.polygon({{x, middle - half + 1}, {x + kSign, middle - half + 1}, {x + half, middle + half}},
                      {Ink::kBelow});
    if (row.standing == Standing::kAtOrAbove)
      canvas_.polygon({{x, middle + half - 1}, {x + half, middle - half}, {x + kSign, middle + half - 1}},
                      {Ink::kAbove});
    const Paint paint{finite(row.actual) ? Ink::kText : Ink::kMuted};
    canvas_.label({x + sign_width_, middle}, row.value, {.paint = paint}, columns_.value.width - sign_width_);
  }

  Canvas& canvas_;
  const BulletSpec& spec_;
  RowLayout rows_;
  RowColumns columns_;
  Scale scale_;
  bool has_tick_texts_ = false;
  float sign_width_ = 0;
};

}  // namespace

float bullet_bars_height(const BulletSpec& spec) {
  return rows_height(spec.words, spec.rows.size(), !spec.ticks.empty(), true);
}

Scene bullet_bars(const BulletSpec& spec, Size size, const TextWidth& width) {
  Canvas canvas(spec.words, size, width);
  const bool has_axis = Scale{spec.least, spec.most, 0, 1}.is_usable() && spec.least <= 0 && spec.most >= 0;
  if (spec.rows.empty() || !has_axis) return std::move(canvas).empty();
  Bullets(canvas, spec).draw();
  return std::move(canvas).finish();
}

}  // namespace orienta::charts
