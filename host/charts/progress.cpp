// SPDX-License-Identifier: MIT
#include "charts/progress.hpp"

#include <algorithm>
#include <utility>

#include "charts/canvas.hpp"

namespace orienta::charts {
namespace {

constexpr std::size_t kMostLevels = 20;
constexpr float kRung = 12;
constexpr float kRungGap = 4;
constexpr float kNextBar = 4;
constexpr float kLeastNamed = 64;

class Rungs {
 public:
  Rungs(Canvas& canvas, const ProgressSpec& spec)
      : canvas_(canvas), spec_(spec), levels_(std::min(spec.levels, kMostLevels)) {}

  void draw() {
    const Rect area = canvas_.note(canvas_.all(), kRung);
    const float step = (area.width + kRungGap) / static_cast<float>(levels_);
    for (std::size_t i = 0; i < levels_; ++i) {
      const Rect rung{step * static_cast<float>(i), 0, step - kRungGap, std::min(kRung, area.height)};
      draw_rung(i, rung);
      const float below = area.height - rung.height;
      const bool is_named = draw_name(i, rung, below);
      const std::string name = i < spec_.names.size() ? spec_.names[i] : std::string();
      canvas_.area({rung.x, 0, rung.width, is_named ? area.height : rung.height}, name,
                   i < spec_.tips.size() ? spec_.tips[i] : std::string(), i);
    }
  }

 private:
  void draw_rung(std::size_t index, Rect rung) {
    constexpr float kRadius = 3;
    if (index < spec_.proven) return canvas_.box(rung, {Ink::kActual}, {}, kRadius);
    const bool is_possible = index < spec_.possible;
    canvas_.box(rung, {Ink::kSurface}, {is_possible ? Ink::kPrevious : Ink::kBorder}, kRadius, is_possible);
    const std::optional<double> next = finite(spec_.next);
    if (index != spec_.proven || !next) return;
    const float share = static_cast<float>(std::clamp(*next, 0.0, 1.0));
    canvas_.box({rung.x, rung.bottom() - kNextBar, rung.width * share, kNextBar}, {Ink::kActual}, {}, 2);
  }

  bool draw_name(std::size_t index, Rect rung, float below) {
    if (index >= spec_.names.size() || rung.width < kLeastNamed || below < kCaptionHeight + 4) return false;
    const std::size_t room = std::min<std::size_t>(3, static_cast<std::size_t>((below - 4) / kCaptionHeight));
    const Paint paint{index < spec_.proven ? Ink::kText : Ink::kMuted};
    return canvas_.lines(
        {rung.x, rung.bottom() + 4},
        wrapped(spec_.names[index], TextSize::kCaption, rung.width, room, canvas_.measurer()),
        {.paint = paint, .vertical = Vertical::kTop});
  }

  Canvas& canvas_;
  const ProgressSpec& spec_;
  std::size_t levels_;
};

}  // namespace

Scene progress(const ProgressSpec& spec, Size size, const TextWidth& width) {
  Canvas canvas(spec.words, size, width);
  if (spec.levels == 0) return std::move(canvas).empty();
  Rungs(canvas, spec).draw();
  return std::move(canvas).finish();
}

}  // namespace orienta::charts
