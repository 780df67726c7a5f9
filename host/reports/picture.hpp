// SPDX-License-Identifier: MIT
// A chart as PNG, for presentations and documents that cannot carry SVG.
#pragma once

#include <string>

#include "base/result.hpp"
#include "charts/scene.hpp"
#include "charts/text.hpp"
#include "charts/theme.hpp"

namespace orienta {

/// The bytes of a PNG, `scale` pixels for each logical one, on the theme's surface.
/// Fails (kLimit) when the picture would have no pixel or more than 16,384 a side, and when memory is short.
Result<std::string> to_png(const charts::Scene& scene, charts::Theme theme, double scale = 2);

/// Measures text as to_png sets it, for scenes that become pictures, SVG or PDF. Each call gives a measurer
/// with its own state, to be used on one thread at a time.
charts::TextWidth picture_text_width();

}  // namespace orienta
