// SPDX-License-Identifier: MIT
#include "charts/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "charts/canvas.hpp"
#include "charts/rows.hpp"
#include "charts/theme.hpp"

namespace orienta::charts {
namespace {

/// The parts of one row as shares of it, and how much of them stands left of the centre.
struct Shares {
  std::vector<double> parts;  ///< empty: the row has no answers
  double left = 0;
};

Shares shares_of(const DistributionRow& row, std::size_t answers, double centre) {
  std::vector<double> counts(answers, 0);
  for (std::size_t i = 0; i < std::min(answers, row.parts.size()); ++i)
    if (std::isfinite(row.parts[i].count)) counts[i] = std::max(0.0, row.parts[i].count);
  const double sum = std::accumulate(counts.begin(), counts.end(), 0.0);
  if (!(sum > 0) || !std::isfinite(sum)) return {};
  Shares shares;
  for (std::size_t i = 0; i < answers; ++i) {
    shares.parts.push_back(counts[i] / sum);
    shares.left += shares.parts[i] * std::clamp(centre - static_cast<double>(i), 0.0, 1.0);
  }
  return shares;
}

Paint paint_of(std::size_t answer, std::size_t answers, double centre) {
  const auto count = static_cast<double>(answers);
  const double middle = static_cast<double>(answer) + 0.5;
  if (centre <= 0 || centre >= count)
    return {Ink::kSequential, answers < 2 ? 1 : static_cast<float>((middle - 0.5) / (count - 1))};
  const double furthest = std::max(std::max(centre, count - centre) - 0.5, 0.5);
  return {Ink::kDiverging, static_cast<float>((middle - centre) / furthest)};
}

class Distribution {
 public:
  Distribution(Canvas& canvas, const DistributionSpec& spec)
      : canvas_(canvas),
        spec_(spec),
        answers_(spec.answers.size()),
        centre_(std::isfinite(spec.centre) ? spec.centre : 0) {
    for (const DistributionRow& row : spec.rows) {
      shares_.push_back(shares_of(row, answers_, centre_));
      if (shares_.back().parts.empty()) continue;
      most_left_ = std::max(most_left_, shares_.back().left);
      most_right_ = std::max(most_right_, 1 - shares_.back().left);
    }
  }

  void draw() {
    Rect area = canvas_.note(canvas_.all(), kLeastRow);
    area = canvas_.key(area, key(), kLeastRow);
    rows_ = RowLayout::of(area, spec_.rows.size(), {kLeastRow, kMostRow});
    const auto label = [](const DistributionRow& row) -> const std::string& { return row.label; };
    const auto n = [](const DistributionRow& row) -> const std::string& { return row.n; };
    columns_ = RowColumns::of(area, widest(canvas_, spec_.rows, label), widest(canvas_, spec_.rows, n));
    // Behind the bars, so that it crosses no text in them.
    const float middle = x_of(0);
    if (centre_ > 0 && columns_.lane.width > 0 && rows_.count > 0)
      canvas_.line({middle, rows_.covered().y}, {middle, rows_.covered().bottom()}, {Ink::kMuted});
    for (std::size_t i = 0; i < rows_.count; ++i)
      draw_row(i);
  }

 private:
  std::vector<KeyEntry> key() const {
    std::vector<KeyEntry> entries;
    for (std::size_t i = 0; i < answers_; ++i)
      entries.push_back({KeyEntry::Mark::kBox, paint_of(i, answers_, centre_), spec_.answers[i]});
    return entries;
  }

  /// `share` of a row to the right of the centre line.
  float x_of(double share) const {
    const double whole = most_left_ + most_right_;
    const double place = whole > 0 ? (most_left_ + share) / whole : 0;
    return columns_.lane.x + columns_.lane.width * static_cast<float>(std::clamp(place, 0.0, 1.0));
  }

  void draw_row(std::size_t index) {
    const DistributionRow& row = spec_.rows[index];
    const Rect whole = rows_.row(index);
    draw_row_label(canvas_, columns_, whole, row.label);
    const float thick = std::clamp(whole.height * 0.62F, 12.0F, 22.0F);
    const Rect lane{columns_.lane.x, whole.centre().y - thick / 2, columns_.lane.width, thick};
    if (shares_[index].parts.empty())
      canvas_.box(lane, {Ink::kSurface}, {Ink::kBorder}, 2, true);
    else
      draw_parts(index, lane);
    if (columns_.value.width > 0)
      canvas_.label({columns_.value.right(), whole.centre().y}, row.n,
                    {.paint = {Ink::kMuted}, .align = Align::kRight}, columns_.value.width);
  }

  void draw_parts(std::size_t index, Rect lane) {
    const DistributionRow& row = spec_.rows[index];
    double share = -shares_[index].left;
    for (std::size_t i = 0; i < answers_; ++i) {
      const float from = x_of(share);
      share += shares_[index].parts[i];
      const float to = x_of(share);
      if (shares_[index].parts[i] <= 0) continue;
      // A gap of a pixel between parts, where they are wide enough to spare it.
      const Rect part{from, lane.y, to - from > 3 ? to - from - 1 : to - from, lane.height};
      const Paint paint = paint_of(i, answers_, centre_);
      canvas_.box(part, paint);
      if (canvas_.width_of(row.parts[i].text) <= part.width - 6)
        canvas_.label(part.centre(), row.parts[i].text, {.paint = text_on(paint), .align = Align::kCentre});
      canvas_.area(part, row.label + ", " + spec_.answers[i], row.parts[i].tip, index * answers_ + i);
    }
  }

  Canvas& canvas_;
  const DistributionSpec& spec_;
  std::size_t answers_;
  double centre_;
  std::vector<Shares> shares_;
  double most_left_ = 0;
  double most_right_ = 0;
  RowLayout rows_;
  RowColumns columns_;
};

}  // namespace

float distribution_height(const DistributionSpec& spec) {
  return rows_height(spec.words, spec.rows.size(), false, true);
}

Scene distribution(const DistributionSpec& spec, Size size, const TextWidth& width) {
  Canvas canvas(spec.words, size, width);
  if (spec.rows.empty() || spec.answers.empty()) return std::move(canvas).empty();
  Distribution(canvas, spec).draw();
  return std::move(canvas).finish();
}

}  // namespace orienta::charts
