// SPDX-License-Identifier: MIT
// Actual against target, one row each: a bar from zero, its interval as a whisker, the target and the
// previous value as ticks. Below and at target differ by colour and by the sign before the value.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "charts/scene.hpp"
#include "charts/spec.hpp"
#include "charts/text.hpp"

namespace orienta::charts {

struct BulletRow {
  std::string label;
  std::optional<double> actual;  ///< absent: open, drawn as a hatched lane
  std::optional<double> low;     ///< the interval is drawn when both of its ends are there
  std::optional<double> high;
  std::optional<double> target;
  std::optional<double> previous;
  Standing standing = Standing::kNoTarget;
  std::string value;  ///< at the right: "46", "46 (41 … 52)", or what stands for open
  std::string tip;
};

struct BulletSpec {
  Words words;
  std::vector<BulletRow> rows;
  double least = 0;  ///< 0 or below, so that the axis has its zero (-100 for a net promoter score)
  double most = 100;
  std::vector<Tick> ticks;  ///< below the rows; may be empty
  KeyNames key;             ///< actual, target, previous, interval, open
};

/// The height at which `rows` rows stand comfortably, with everything that the spec asks for around them.
float bullet_bars_height(const BulletSpec& spec);

/// Rows share the height, 24 to 40 each; those that do not fit below are left out (give the height above).
/// Areas: one per row that is drawn.
Scene bullet_bars(const BulletSpec& spec, Size size, const TextWidth& width);

}  // namespace orienta::charts
