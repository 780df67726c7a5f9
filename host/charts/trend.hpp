// SPDX-License-Identifier: MIT
// A value over time, with its interval as a band and its n under each point.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "charts/scene.hpp"
#include "charts/spec.hpp"
#include "charts/text.hpp"

namespace orienta::charts {

struct TrendPoint {
  double when = 0;              ///< ascending, in any unit (days)
  std::string label;            ///< "2026 H1", below the axis
  std::string n;                ///< "n 239", below the label; may be empty
  std::optional<double> value;  ///< absent: a gap, the line is not drawn across
  std::optional<double> low;
  std::optional<double> high;
  std::string text;  ///< the value's, above the point
  std::string tip;
};

struct TrendSpec {
  Words words;
  std::vector<TrendPoint> points;
  double least = 0;  ///< 0 or below
  double most = 100;
  std::vector<Tick> ticks;
  std::optional<double> target;
  KeyNames key;  ///< actual, target, interval
};

/// Areas: one per point, as high as the plot.
Scene trend(const TrendSpec& spec, Size size, const TextWidth& width);

}  // namespace orienta::charts
