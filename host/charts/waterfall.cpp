// SPDX-License-Identifier: MIT
#include "charts/waterfall.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "charts/canvas.hpp"
#include "charts/rows.hpp"

namespace orienta::charts {
namespace {

/// Where a step begins and ends.
struct Span {
  double from = 0;
  double to = 0;
};

std::vector<Span> spans_of(const std::vector<WaterfallStep>& steps) {
  std::vector<Span> spans;
  double level = 0;
  for (const WaterfallStep& step : steps) {
    Span span{step.is_total ? 0 : level, level};
    if (std::isfinite(step.amount)) span.to = step.is_total ? step.amount : level + step.amount;
    // A step without an amount moves nothing; one that overflows neither.
    if (!std::isfinite(span.to)) span.to = level;
    level = span.to;
    spans.push_back(span);
  }
  return spans;
}

Scale scale_of(const std::vector<Span>& spans, const std::vector<Tick>& ticks) {
  Scale scale{0, 0, 0, 1};
  const auto take = [&](double value) {
    scale.least = std::min(scale.least, value);
    scale.most = std::max(scale.most, value);
  };
  for (const Span& span : spans)
    take(span.to);
  for (const Tick& tick : ticks)
    if (std::isfinite(tick.at)) take(tick.at);
  return scale;
}

class Waterfall {
 public:
  Waterfall(Canvas& canvas, const WaterfallSpec& spec, std::vector<Span> spans, Scale scale)
      : canvas_(canvas), spec_(spec), spans_(std::move(spans)), scale_(scale) {}

  void draw() {
    Rect area = canvas_.note(canvas_.all(), kLeastRow);
    const bool with_texts = !spec_.ticks.empty() && area.height >= kLeastRow + kTickLine;
    if (with_texts) area.height -= kTickLine;
    rows_ = RowLayout::of(area, spec_.steps.size(), {kLeastRow, kMostRow});
    const auto label = [](const WaterfallStep& step) -> const std::string& { return step.label; };
    const auto value = [](const WaterfallStep& step) -> const std::string& { return step.value; };
    columns_ = RowColumns::of(area, widest(canvas_, spec_.steps, label), widest(canvas_, spec_.steps, value));
    scale_.from = columns_.lane.x;
    scale_.to = columns_.lane.right();
    draw_axis(canvas_, scale_, spec_.ticks, rows_.covered(), with_texts);
    for (std::size_t i = 0; i < rows_.count; ++i)
      draw_step(i);
  }

 private:
  float thickness() const { return std::clamp(rows_.height * 0.5F, 8.0F, 18.0F); }

  void draw_step(std::size_t index) {
    const WaterfallStep& step = spec_.steps[index];
    const Rect row = rows_.row(index);
    draw_row_label(canvas_, columns_, row, step.label);
    if (columns_.lane.width > 0) draw_bar(index, row.centre().y);
    if (columns_.value.width > 0)
      canvas_.label({columns_.value.right(), row.centre().y}, step.value, {.align = Align::kRight},
                    columns_.value.width);
    canvas_.area(row, step.label, step.tip, index);
  }

  void draw_bar(std::size_t index, float middle) {
    const WaterfallStep& step = spec_.steps[index];
    const Span& span = spans_[index];
    const float half = thickness() / 2;
    const float from = scale_.at(span.from);
    const float to = scale_.at(span.to);
    if (index + 1 < rows_.count)
      canvas_.line({to, middle + half}, {to, middle + rows_.height - half}, {Ink::kPrevious});
    if (!std::isfinite(step.amount)) return;
    const Ink ink = step.is_total     ? Ink::kActual
                    : step.amount < 0 ? Ink::kBelow
                    : step.amount > 0 ? Ink::kAbove
                                      : Ink::kPrevious;
    canvas_.box({std::min(from, to), middle - half, std::max(std::abs(to - from), 1.5F), 2 * half}, {ink}, {},
                1);
  }

  Canvas& canvas_;
  const WaterfallSpec& spec_;
  std::vector<Span> spans_;
  Scale scale_;
  RowLayout rows_;
  RowColumns columns_;
};

}  // namespace

float waterfall_height(const WaterfallSpec& spec) {
  return rows_height(spec.words, spec.steps.size(), !spec.ticks.empty(), false);
}

Scene waterfall(const WaterfallSpec& spec, Size size, const TextWidth& width) {
  Canvas canvas(spec.words, size, width);
  std::vector<Span> spans = spans_of(spec.steps);
  const Scale scale = scale_of(spans, spec.ticks);
  if (spans.empty() || !scale.is_usable()) return std::move(canvas).empty();
  Waterfall(canvas, spec, std::move(spans), scale).draw();
  return std::move(canvas).finish();
}

}  // namespace orienta::charts
