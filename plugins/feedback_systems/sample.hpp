// SPDX-License-Identifier: MIT
// Is a sample large enough? In the worst case, a proportion of one half in a population of unknown size.
#pragma once

#include <cmath>

namespace feedback_systems {

/// Of the normal distribution, two-sided 95 %.
constexpr double kZ = 1.959963984540054;

/// Margin of error in points (0 to 100) of a proportion from n > 0 answers: 100 z sqrt(p (1 - p) / n) with p
/// = 1/2. Source: W. G. Cochran, "Sampling Techniques", 3rd ed. (1977), 4.2.
inline double worst_margin(double n) {
  return 100 * kZ * 0.5 / std::sqrt(n);
}

/// The least n whose margin is at most `margin` points: z^2 p (1 - p) / d^2, rounded up. 385 for 5 points.
/// Source: as above, 4.4.
inline double needed_sample(double margin) {
  const double d = margin / 100;
  return std::ceil(kZ * kZ * 0.25 / (d * d));
}

/// 1 when n answers are enough, else demanded margin / reached margin.
inline double adequacy(double n, double margin) {
  const double reached = worst_margin(n);
  return reached <= margin ? 1 : margin / reached;
}

}  // namespace feedback_systems
