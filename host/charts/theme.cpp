// SPDX-License-Identifier: MIT
#include "charts/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace orienta::charts {
namespace {

constexpr Colour rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>((hex >> 8U) & 0xFFU),
          static_cast<std::uint8_t>(hex & 0xFFU)};
}

struct Palette {
  Colour background, surface, border, text, muted, accent, actual, actual_soft, target, previous, below,
      above, neutral;
  std::array<Colour, 3> sequential;  ///< at 0, 0.5 and 1
};

// In the dark theme the scale runs the other way, so that much stands out from the surface in both.
constexpr Palette kLightPalette{rgb(0xF7F7F5), rgb(0xFFFFFF),
                                rgb(0xE3E2DE), rgb(0x1E1F24),
                                rgb(0x63646B), rgb(0x2F5DA8),
                                rgb(0x2F5DA8), rgb(0xDDE6F4),
                                rgb(0x1E1F24), rgb(0xA9ABB3),
                                rgb(0xB4501B), rgb(0x22776E),
                                rgb(0xDCDCDA), {rgb(0xEDF3FB), rgb(0x8FB1E0), rgb(0x1F4480)}};
constexpr Palette kDarkPalette{rgb(0x17181C), rgb(0x1F2126),
                               rgb(0x33353C), rgb(0xECECEE),
                               rgb(0x9A9CA5), rgb(0x7FA7E8),
                               rgb(0x7FA7E8), rgb(0x2B3850),
                               rgb(0xECECEE), rgb(0x5D6069),
                               rgb(0xF0A070), rgb(0x6CC5B9),
                               rgb(0x43464E), {rgb(0x26344C), rgb(0x3F68AC), rgb(0xA9C8F5)}};

constexpr std::array kSeriesColours{rgb(0x0072B2), rgb(0xE69F00), rgb(0x009E73),
                                    rgb(0xCC79A7), rgb(0x56B4E9), rgb(0xD55E00)};

std::uint8_t mixed(std::uint8_t from, std::uint8_t to, float share) {
  const float value = static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * share;
  return static_cast<std::uint8_t>(std::lround(value));
}

Colour mixed(Colour from, Colour to, float share) {
  return {mixed(from.r, to.r, share), mixed(from.g, to.g, share), mixed(from.b, to.b, share)};
}

float within(float value, float least, float most) {
  return std::isnan(value) ? 0 : std::clamp(value, least, most);
}

Colour sequential(const Palette& palette, float value) {
  const float share = within(value, 0, 1) * 2;
  return share <= 1 ? mixed(palette.sequential[0], palette.sequential[1], share)
                    : mixed(palette.sequential[1], palette.sequential[2], share - 1);
}

Colour diverging(const Palette& palette, float value) {
  const float side = within(value, -1, 1);
  return mixed(palette.neutral, side < 0 ? palette.below : palette.above, std::abs(side));
}

Colour series(float value) {
  const float index = within(value, 0, 1e6F);
  return kSeriesColours[static_cast<std::size_t>(index) % kSeriesColours.size()];
}

/// Our own dark or light text where it can be read well, else plain black or white, one of which always can.
Colour readable_over(Colour fill) {
  constexpr double kEnough = 4.5;
  constexpr std::array kCandidates{rgb(0x1E1F24), rgb(0xFFFFFF), rgb(0x000000)};
  for (const Colour candidate : kCandidates)
    if (contrast(candidate, fill) >= kEnough) return candidate;
  return kCandidates.back();
}

double linear(std::uint8_t channel) {
  const double share = channel / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

}  // namespace

Colour colour_of(Paint paint, Theme theme) {
  const Palette& palette = theme == Theme::kLight ? kLightPalette : kDarkPalette;
  switch (paint.ink) {
    case Ink::kBackground:
      return palette.background;
    case Ink::kNone:
    case Ink::kSurface:
      return palette.surface;
    case Ink::kBorder:
      return palette.border;
    case Ink::kText:
      return palette.text;
    case Ink::kMuted:
      return palette.muted;
    case Ink::kAccent:
      return palette.accent;
    case Ink::kActual:
      return palette.actual;
    case Ink::kActualSoft:
      return palette.actual_soft;
    case Ink::kTarget:
      return palette.target;
    case Ink::kPrevious:
      return palette.previous;
    case Ink::kBelow:
      return palette.below;
    case Ink::kAbove:
      return palette.above;
    case Ink::kSequential:
      return sequential(palette, paint.value);
    case Ink::kDiverging:
      return diverging(palette, paint.value);
    case Ink::kSeries:
      return series(paint.value);
    case Ink::kOnSequential:
      return readable_over(sequential(palette, paint.value));
    case Ink::kOnDiverging:
      return readable_over(diverging(palette, paint.value));
  }
  return palette.text;
}

Paint text_on(Paint fill) {
  if (fill.ink == Ink::kSequential) return {Ink::kOnSequential, fill.value};
  if (fill.ink == Ink::kDiverging) return {Ink::kOnDiverging, fill.value};
  return {Ink::kText};
}

double contrast(Colour one, Colour other) {
  const double a = luminance(one) + 0.05;
  const double b = luminance(other) + 0.05;
  return std::max(a, b) / std::min(a, b);
}

}  // namespace orienta::charts
