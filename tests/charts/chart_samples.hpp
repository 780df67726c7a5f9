// SPDX-License-Identifier: MIT
// One spec of each chart as the product makes them, in the languages with the longest words. All is invented.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "charts/bullet_bars.hpp"
#include "charts/distribution.hpp"
#include "charts/heat_map.hpp"
#include "charts/matrix.hpp"
#include "charts/progress.hpp"
#include "charts/radar.hpp"
#include "charts/trend.hpp"
#include "charts/waterfall.hpp"

namespace orienta::charts::samples {

RadarSpec radar_spec();
BulletSpec bullet_spec();
HeatMapSpec heat_map_spec();
MatrixSpec matrix_spec();
WaterfallSpec waterfall_spec();
TrendSpec trend_spec();
DistributionSpec distribution_spec();
ProgressSpec progress_spec();

struct Named {
  std::string name;
  Scene scene;
};

/// All of them, at the sizes they have in the dashboard.
std::vector<Named> all_scenes(const TextWidth& width);

/// Measures like a font of even width, so that scenes are the same on every machine.
float plain_width(std::string_view text, TextSize size);

}  // namespace orienta::charts::samples
