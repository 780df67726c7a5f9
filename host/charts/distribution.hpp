// SPDX-License-Identifier: MIT
// How answers are distributed, by unit or source: stacked bars that diverge from the neutral point.
#pragma once

#include <string>
#include <vector>

#include "charts/scene.hpp"
#include "charts/spec.hpp"
#include "charts/text.hpp"

namespace orienta::charts {

struct DistributionPart {
  double count = 0;  ///< of answers; below zero or not finite counts as zero
  std::string text;  ///< inside the part, where there is room
  std::string tip;
};

struct DistributionRow {
  std::string label;
  std::vector<DistributionPart> parts;  ///< one per answer, in their order
  std::string n;                        ///< at the right: "n 239"
};

struct DistributionSpec {
  Words words;
  std::vector<std::string> answers;  ///< the names, from the worst to the best
  /// How many answers stand left of the centre line: 2.5 of five puts the third one across it, 2 of four has
  /// no neutral answer, 0 makes plain stacked bars.
  double centre = 0;
  std::vector<DistributionRow> rows;
};

/// The height at which the rows stand comfortably, with the key in one line.
float distribution_height(const DistributionSpec& spec);

/// All rows have one scale, so that a part's width compares with any other. A row without answers is hatched.
/// Areas: one per part that is drawn; index = row * answers + answer.
Scene distribution(const DistributionSpec& spec, Size size, const TextWidth& width);

}  // namespace orienta::charts
