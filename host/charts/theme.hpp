// SPDX-License-Identifier: MIT
// What an ink looks like in the light and in the dark theme. The only place of the product's colours.
#pragma once

#include <cstdint>

#include "charts/scene.hpp"

namespace orienta::charts {

struct Colour {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
  bool operator==(const Colour&) const = default;
};

enum class Theme : std::uint8_t { kLight, kDark };

/// Total: values outside an ink's range are taken to its nearest end, NaN to 0. Ink::kNone has no colour:
/// painters skip it (it gives the surface here).
Colour colour_of(Paint paint, Theme theme);

/// The paint for text that stands over `fill`; its contrast is at least 4.5 in both themes for every fill
/// that charts put text on: background, surface, kActualSoft, kSequential and kDiverging.
Paint text_on(Paint fill);

/// Contrast of two colours after WCAG 2.1 ("contrast ratio"): 1 to 21.
double contrast(Colour one, Colour other);

}  // namespace orienta::charts
