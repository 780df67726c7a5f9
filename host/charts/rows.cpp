// SPDX-License-Identifier: MIT
#include "charts/rows.hpp"

#include <cmath>

namespace orienta::charts {

RowLayout RowLayout::of(Rect area, std::size_t rows, Heights heights) {
  RowLayout layout{area, 0, 0};
  if (rows == 0 || area.height < heights.least) return layout;
  const auto room = static_cast<std::size_t>(area.height / heights.least);
  layout.count = std::min(rows, room);
  layout.height = std::min(heights.most, area.height / static_cast<float>(layout.count));
  return layout;
}

Rect RowLayout::row(std::size_t index) const {
  return {area.x, area.y + height * static_cast<float>(index), area.width, height};
}

RowColumns RowColumns::of(Rect area, float widest_label, float widest_value) {
  constexpr float kNoNames = 120;
  constexpr float kNoValues = 200;
  RowColumns columns;
  // A pixel more than measured: a painter's own measure may differ in the last digit.
  const float label = area.width < kNoNames ? 0 : std::min(std::ceil(widest_label) + 1, area.width * 0.4F);
  const float value = area.width < kNoValues ? 0 : std::min(std::ceil(widest_value) + 1, area.width * 0.3F);
  columns.label = {area.x, area.y, label, area.height};
  columns.value = {area.right() - value, area.y, value, area.height};
  const float begin = columns.label.right() + (label > 0 ? kGap + 4 : 2);
  const float end = columns.value.x - (value > 0 ? kGap + 4 : 2);
  columns.lane = {begin, area.y, std::max(0.0F, end - begin), area.height};
  return columns;
}

void draw_row_label(Canvas& canvas, const RowColumns& columns, Rect row, const std::string& label) {
  const std::size_t lines = row.height >= 2 * kCaptionHeight ? 2 : 1;
  canvas.lines({columns.label.x, row.centre().y},
               wrapped(label, TextSize::kCaption, columns.label.width, lines, canvas.measurer()), {});
}

void draw_axis(Canvas& canvas, const Scale& scale, const std::vector<Tick>& ticks, Rect rows,
               bool with_texts) {
  if (scale.to <= scale.from || rows.height <= 0) return;
  for (const Tick& tick : ticks) {
    if (!std::isfinite(tick.at) || tick.at < scale.least || tick.at > scale.most) continue;
    const float x = scale.at(tick.at);
    canvas.line({x, rows.y}, {x, rows.bottom()}, {Ink::kBorder});
    if (with_texts)
      canvas.label_if_free({x, rows.bottom() + 4}, tick.text,
                           {.paint = {Ink::kMuted}, .align = Align::kCentre, .vertical = Vertical::kTop});
  }
  if (scale.least <= 0 && scale.most >= 0)
    canvas.line({scale.at(0), rows.y}, {scale.at(0), rows.bottom()}, {Ink::kPrevious});
}

float rows_height(const Words& words, std::size_t rows, bool has_ticks, bool has_key) {
  return kComfortableRow * static_cast<float>(rows) + (has_ticks ? kTickLine : 0) + (has_key ? 28.0F : 0) +
         (words.note.empty() ? 0 : kCaptionHeight + kGap);
}

}  // namespace orienta::charts
