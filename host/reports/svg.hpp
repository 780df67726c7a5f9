// SPDX-License-Identifier: MIT
// A chart as a picture that scales and whose text stays text.
#pragma once

#include <string>

#include "charts/scene.hpp"
#include "charts/theme.hpp"

namespace orienta {

/// One <svg> element with a line end, fit for a file and for a place within HTML. The same scene gives the
/// same bytes everywhere. The ground is left open: what stands behind it should be the theme's surface.
std::string to_svg(const charts::Scene& scene, charts::Theme theme);

}  // namespace orienta
