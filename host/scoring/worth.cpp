// SPDX-License-Identifier: MIT
#include "scoring/worth.hpp"

#include <algorithm>

namespace orienta {

bool falls_short(const Scale& scale, double figure, double target) {
  const bool lower_is_better = scale.is_measure() && scale.measure->better == Measure::Better::kLower;
  return lower_is_better ? figure > target : figure < target;
}

double worth(const Scale& scale, double figure) {
  double value = figure / 100;
  if (scale.is_measure()) {
    value = value_of(*scale.measure, figure).value_or(0);
  } else if (scale.headline == "mean") {
    value = normalised(scale, figure);
  } else {
    const auto named = std::ranges::find(scale.statistics, scale.headline, &Statistic::id);
    if (named != scale.statistics.end() && named->kind == Statistic::Kind::kNet) value = (figure + 100) / 200;
  }
  return std::clamp(value, 0.0, 1.0);
}

}  // namespace orienta
