// SPDX-License-Identifier: MIT
// From a start to an end by steps up and down, one row each, so that long names stay readable.
#pragma once

#include <string>
#include <vector>

#include "charts/scene.hpp"
#include "charts/spec.hpp"
#include "charts/text.hpp"

namespace orienta::charts {

struct WaterfallStep {
  std::string label;
  double amount = 0;      ///< of a total: where it stands; of a step: what it adds; not finite: no bar
  bool is_total = false;  ///< start, subtotal, end: a bar from zero
  std::string value;      ///< with its sign: "+6", "−4", "46"
  std::string tip;
};

struct WaterfallSpec {
  Words words;
  std::vector<WaterfallStep> steps;
  std::vector<Tick> ticks;
};

/// The height at which the steps stand comfortably.
float waterfall_height(const WaterfallSpec& spec);

/// The axis has zero and all that the steps reach. Steps that do not fit below are left out.
/// Areas: one per step that is drawn.
Scene waterfall(const WaterfallSpec& spec, Size size, const TextWidth& width);

}  // namespace orienta::charts
