// SPDX-License-Identifier: MIT
// A chart as PNG, for presentations and documents that cannot carry SVG.
#pragma once

#include <string>

#include "base/result.hpp"
#include "charts/scene.hpp"
#include "charts/text.hpp"
#include "charts/theme.hpp"

namespace orienta {

/// The bytes of a PNG, `scale` pixels for each logical one (above 0, at most 8), on the theme's surface.
/// Fails (kInternal) when the picture would have more than 16,384 pixels a side or the library has no memory.
Result<std::string> to_png(const charts::Scene& scene, charts::Theme theme, double scale = 2);

/// Measures text as to_png sets it, for scenes that become pictures, SVG or PDF. Each call gives a measurer
/// with its own state, to be used on one thread at a time.
charts::TextWidth picture_text_width();

}  // namespace orienta
