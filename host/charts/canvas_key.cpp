// SPDX-License-Identifier: MIT
// What stands around a chart: its key and its note.
#include <algorithm>

#include "charts/canvas.hpp"

namespace orienta::charts {
namespace {

constexpr float kMarkWidth = 16;
constexpr float kMarkGap = 6;
constexpr float kEntryGap = 16;
constexpr float kKeyLine = 20;

}  // namespace

Rect Canvas::note(Rect area, float least_left) {
  const std::vector<std::string> texts = wrapped(words_.note, TextSize::kCaption, area.width, 2, width_);
  const float high = kCaptionHeight * static_cast<float>(texts.size()) + kGap;
  if (texts.empty() || area.height - high < least_left) return area;
  if (lines({area.x, area.bottom()}, texts, {.paint = {Ink::kMuted}, .vertical = Vertical::kBaseline}))
    area.height -= high;
  return area;
}

Rect Canvas::key(Rect area, const std::vector<KeyEntry>& entries, float least_left) {
  struct Placed {
    const KeyEntry* entry;
    Point at;
  };
  std::vector<Placed> placed;
  Point at{area.x, area.y};
  for (const KeyEntry& entry : entries) {
    if (entry.name.empty()) continue;
    const float wide = kMarkWidth + kMarkGap + width_of(entry.name);
    if (at.x > area.x && at.x + wide > area.right()) at = {area.x, at.y + kKeyLine};
    placed.push_back({&entry, at});
    at.x += wide + kEntryGap;
  }
  const float high = at.y - area.y + kKeyLine + kGap;
  if (placed.empty() || area.height - high < least_left) return area;
  for (const Placed& one : placed) {
    const float middle = one.at.y + kCaptionHeight / 2;
    const float text_at = one.at.x + kMarkWidth + kMarkGap;
    if (label({text_at, middle}, one.entry->name, {.paint = {Ink::kMuted}}, area.right() - text_at))
      mark({one.at.x, middle - 5, kMarkWidth, 10}, *one.entry);
  }
  return {area.x, area.y + high, area.width, area.height - high};
}

void Canvas::mark(Rect where, const KeyEntry& entry) {
  const Point middle = where.centre();
  using Mark = KeyEntry::Mark;
  switch (entry.mark) {
    case Mark::kBox:
      return box(where, entry.paint, {}, 2);
    case Mark::kHatched:
      return box(where, {Ink::kSurface}, {Ink::kBorder}, 2, true);
    case Mark::kLine:
      return line({where.x, middle.y}, {where.right(), middle.y}, entry.paint, 2);
    case Mark::kDashedLine:
      return line({where.x, middle.y}, {where.right(), middle.y}, entry.paint, 1.5F, true);
    case Mark::kTick:
      return line({middle.x, where.y}, {middle.x, where.bottom()}, entry.paint, 2.5F);
    case Mark::kStroke:
      return line({middle.x - 4, middle.y}, {middle.x + 4, middle.y}, entry.paint, 1.5F);
    case Mark::kDot:
      return dot(middle, 2.5F, entry.paint);
    case Mark::kWhisker:
      line({where.x, middle.y}, {where.right(), middle.y}, entry.paint, 1.5F);
      line({where.x, middle.y - 3}, {where.x, middle.y + 3}, entry.paint, 1.5F);
      line({where.right(), middle.y - 3}, {where.right(), middle.y + 3}, entry.paint, 1.5F);
      return;
  }
}

}  // namespace orienta::charts
