// SPDX-License-Identifier: MIT
// Profile over 4 to 9 dimensions: actual as an area, target as a dashed outline, previous muted.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "charts/scene.hpp"
#include "charts/spec.hpp"
#include "charts/text.hpp"

namespace orienta::charts {

struct RadarAxis {
  std::string name;
  std::optional<double> actual;  ///< absent: a gap in the outline, never zero
  std::optional<double> target;
  std::optional<double> previous;
  std::string value;  ///< the actual value's text, below the name; may be empty
  std::string tip;
};

struct RadarSpec {
  Words words;
  std::vector<RadarAxis> axes;  ///< the first points up, the others follow clockwise
  double most = 100;            ///< at the rim; the centre is zero
  std::vector<Tick> rings;      ///< above 0, up to `most`
  KeyNames key;                 ///< actual, target, previous
};

/// True for 4 to 9 axes. Otherwise the caller takes bullet bars; a radar gives its empty text.
bool is_radar_readable(std::size_t axes);

/// Areas: one per axis, in their order.
Scene radar(const RadarSpec& spec, Size size, const TextWidth& width);

}  // namespace orienta::charts
