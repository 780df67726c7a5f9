// SPDX-License-Identifier: MIT
#include "charts/heat_map.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "charts/canvas.hpp"
#include "charts/rows.hpp"
#include "charts/theme.hpp"

namespace orienta::charts {
namespace {

constexpr float kCellGap = 2;
constexpr float kMostColumn = 160;
constexpr float kHeadMargin = 4;
constexpr std::size_t kHeadLines = 3;
constexpr float kHeadLine = 16;
constexpr int kScaleSteps = 5;

/// Where the columns stand; the same for every range of rows.
struct Grid {
  float label = 0;  ///< width of the names, with the gap after them
  float column = 0;

  Rect cell(std::size_t column_index, float top) const {
    return {label + column * static_cast<float>(column_index), top, column - kCellGap,
            kHeatRowHeight - kCellGap};
  }
};

float widest_word(const HeatMapSpec& spec, const Canvas& canvas) {
  float result = 0;
  for (const std::string& name : spec.columns) {
    for (std::size_t begin = 0; begin < name.size();) {
      const std::size_t end = std::min(name.find(' ', begin), name.size());
      result = std::max(result, canvas.width_of(std::string_view(name).substr(begin, end - begin)));
      begin = end + 1;
    }
  }
  return result;
}

/// Column names can wrap but not break, so they take what their longest word needs; row names get the rest,
/// within their bounds.
Grid grid_of(const HeatMapSpec& spec, const Canvas& canvas) {
  constexpr float kNoNames = 120;
  const float width = canvas.all().width;
  const auto columns = static_cast<float>(spec.columns.size());
  Grid grid;
  if (width >= kNoNames) {
    const float widest_name =
        widest(canvas, spec.rows, [](const HeatRow& row) -> const std::string& { return row.label; });
    const float word = std::ceil(widest_word(spec, canvas)) + kCellGap + kHeadMargin + 1;
    const float most = std::clamp(width - columns * word, width * 0.26F, width * 0.35F);
    grid.label = std::min(std::ceil(widest_name) + 1 + kGap, most);
  }
  grid.column = std::min(kMostColumn, (width - grid.label) / columns);
  return grid;
}

std::vector<std::vector<std::string>> heads_of(const HeatMapSpec& spec, const Grid& grid,
                                               const TextWidth& width) {
  std::vector<std::vector<std::string>> heads;
  for (const std::string& name : spec.columns)
    heads.push_back(
        wrapped(name, TextSize::kCaption, grid.column - kCellGap - kHeadMargin, kHeadLines, width));
  return heads;
}

float head_height(const std::vector<std::vector<std::string>>& heads) {
  std::size_t lines = 0;
  for (const auto& head : heads)
    lines = std::max(lines, head.size());
  return lines == 0 ? 0 : kHeadLine * static_cast<float>(lines) + kGap;
}

class HeatMap {
 public:
  HeatMap(Canvas& canvas, const HeatMapSpec& spec, RowRange range)
      : canvas_(canvas), spec_(spec), range_(range), grid_(grid_of(spec, canvas)) {}

  void draw() {
    Rect area = canvas_.note(canvas_.all(), kHeatRowHeight);
    area = draw_key(area);
    area = draw_head(area);
    const std::size_t first = std::min(range_.first, spec_.rows.size());
    const std::size_t wanted = std::min(range_.count, spec_.rows.size() - first);
    const auto room = static_cast<std::size_t>((area.height + kCellGap) / kHeatRowHeight);
    for (std::size_t i = 0; i < std::min(wanted, room); ++i)
      draw_row(first + i, area.y + kHeatRowHeight * static_cast<float>(i));
  }

 private:
  bool has(CellState state) const {
    return std::ranges::any_of(spec_.rows, [&](const HeatRow& row) {
      return std::ranges::any_of(row.cells, [&](const HeatCell& cell) { return state_of(cell) == state; }) ||
             (state == CellState::kOpen && row.cells.size() < spec_.columns.size());
    });
  }

  static CellState state_of(const HeatCell& cell) {
    return cell.state == CellState::kValue && !std::isfinite(cell.value) ? CellState::kOpen : cell.state;
  }

  /// The scale and the states that the map has, in one line at the bottom.
  Rect draw_key(Rect area) {
    const bool has_scale = !spec_.least_text.empty() && !spec_.most_text.empty();
    std::vector<KeyEntry> states;
    if (has(CellState::kOpen)) states.push_back({KeyEntry::Mark::kHatched, {}, spec_.open_text});
    if (has(CellState::kNotApplicable))
      states.push_back({KeyEntry::Mark::kStroke, {Ink::kMuted}, spec_.not_applicable_text});
    if (has(CellState::kWithheld))
      states.push_back({KeyEntry::Mark::kDot, {Ink::kMuted}, spec_.withheld_text});
    std::erase_if(states, [](const KeyEntry& entry) { return entry.name.empty(); });
    constexpr float kKeyHeight = 20 + kGap;
    if ((!has_scale && states.empty()) || area.height < kKeyHeight + 2 * kHeatRowHeight) return area;
    Rect key{area.x, area.bottom() - kKeyHeight + kGap, area.width, kKeyHeight};
    if (has_scale) key = draw_scale(key);
    // What does not fit beside the scale is left out: the tips say it too.
    canvas_.key(key, states, 0);
    return {area.x, area.y, area.width, area.height - kKeyHeight};
  }

  Rect draw_scale(Rect key) {
    constexpr float kStep = 16;
    const float middle = key.y + kCaptionHeight / 2;
    float x = key.x;
    const float words = canvas_.width_of(spec_.least_text) + canvas_.width_of(spec_.most_text) + 12;
    if (words + kStep * kScaleSteps > key.width) return key;
    canvas_.label({x, middle}, spec_.least_text, {.paint = {Ink::kMuted}});
    x += canvas_.width_of(spec_.least_text) + 6;
    for (int i = 0; i < kScaleSteps; ++i, x += kStep) {
      const float share = static_cast<float>(i) / (kScaleSteps - 1);
      canvas_.box({x, middle - 5, kStep, 10}, {Ink::kSequential, share});
    }
    x += 6;
    canvas_.label({x, middle}, spec_.most_text, {.paint = {Ink::kMuted}});
    x += canvas_.width_of(spec_.most_text) + 24;
    return {x, key.y, std::max(0.0F, key.right() - x), key.height};
  }

  Rect draw_head(Rect area) {
    const auto heads = heads_of(spec_, grid_, canvas_.measurer());
    const float high = head_height(heads);
    if (area.height < high + kHeatRowHeight) return area;
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const Rect cell = grid_.cell(i, 0);
      canvas_.lines({cell.centre().x, area.y + high - 4}, heads[i],
                    {.paint = {Ink::kMuted}, .align = Align::kCentre, .vertical = Vertical::kBaseline});
    }
    return {area.x, area.y + high, area.width, area.height - high};
  }

  void draw_row(std::size_t index, float top) {
    const HeatRow& row = spec_.rows[index];
    if (grid_.label > 0)
      canvas_.label({0, top + (kHeatRowHeight - kCellGap) / 2}, row.label, {}, grid_.label - kGap);
    for (std::size_t i = 0; i < spec_.columns.size(); ++i) {
      static const HeatCell kOpenCell;
      const HeatCell& cell = i < row.cells.size() ? row.cells[i] : kOpenCell;
      const Rect rect = grid_.cell(i, top);
      draw_cell(cell, rect);
      canvas_.area(rect, row.label + ", " + spec_.columns[i], cell.tip, index * spec_.columns.size() + i);
    }
  }

  void draw_cell(const HeatCell& cell, Rect rect) {
    const Point middle = rect.centre();
    switch (state_of(cell)) {
      case CellState::kOpen:
        return canvas_.box(rect, {Ink::kSurface}, {Ink::kBorder}, 2, true);
      case CellState::kNotApplicable:
        canvas_.box(rect, {Ink::kSurface}, {Ink::kBorder}, 2);
        return canvas_.line({middle.x - 4, middle.y}, {middle.x + 4, middle.y}, {Ink::kMuted}, 1.5F);
      case CellState::kWithheld:
        canvas_.box(rect, {Ink::kSurface}, {Ink::kBorder}, 2);
        return canvas_.dot(middle, 2.5F, {Ink::kMuted});
      case CellState::kValue:
        break;
    }
    const Paint fill{Ink::kSequential, Scale{spec_.least, spec_.most, 0, 1}.at(cell.value)};
    canvas_.box(rect, fill, {}, 2);
    // A number that is cut is another number: all of it or nothing.
    if (canvas_.width_of(cell.text) <= rect.width - 4)
      canvas_.label(middle, cell.text, {.paint = text_on(fill), .align = Align::kCentre});
  }

  Canvas& canvas_;
  const HeatMapSpec& spec_;
  RowRange range_;
  Grid grid_;
};

}  // namespace

float heat_map_head_height(const HeatMapSpec& spec, float width_of_scene, const TextWidth& width) {
  if (spec.columns.empty()) return 0;
  const Canvas canvas(spec.words, {width_of_scene, 0}, width);
  return head_height(heads_of(spec, grid_of(spec, canvas), width));
}

float heat_map_height(const HeatMapSpec& spec, float width_of_scene, const TextWidth& width) {
  const bool has_key = !spec.least_text.empty() || !spec.open_text.empty() ||
                       !spec.not_applicable_text.empty() || !spec.withheld_text.empty();
  const std::size_t note = wrapped(spec.words.note, TextSize::kCaption, width_of_scene, 2, width).size();
  return heat_map_head_height(spec, width_of_scene, width) +
         kHeatRowHeight * static_cast<float>(spec.rows.size()) + (has_key ? 20 + kGap : 0) +
         (note == 0 ? 0 : kCaptionHeight * static_cast<float>(note) + kGap);
}

Scene heat_map(const HeatMapSpec& spec, Size size, const TextWidth& width, RowRange range) {
  Canvas canvas(spec.words, size, width);
  const bool has_scale = Scale{spec.least, spec.most, 0, 1}.is_usable();
  if (spec.rows.empty() || spec.columns.empty() || !has_scale) return std::move(canvas).empty();
  HeatMap(canvas, spec, range).draw();
  return std::move(canvas).finish();
}

}  // namespace orienta::charts
