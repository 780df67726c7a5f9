// SPDX-License-Identifier: MIT
#include "scoring/estimate.hpp"

#include <algorithm>
#include <cmath>

#include "scoring/intervals.hpp"

namespace orienta {

Estimate estimate_index(std::span<const double> indices, std::uint32_t population) {
  Estimate out;
  out.n = static_cast<std::uint32_t>(indices.size());
  out.population = std::max(population, out.n);
  const double n = static_cast<double>(indices.size());
  double sum = 0;
  for (const double index : indices)
    sum += index;
  out.index = sum / n;
  if (out.n == out.population) {
    out.low = out.high = out.index;
    return out;
  }
  if (out.n < 2) return out;
  double squares = 0;
  for (const double index : indices)
    squares += (index - out.index) * (index - out.index);
  const double error = std::sqrt(squares / (n - 1) / n) * finite_correction(n, out.population);
  const Interval interval = mean_interval(out.index, error, n - 1);
  out.low = std::clamp(interval.low, 0.0, 100.0);
  out.high = std::clamp(interval.high, 0.0, 100.0);
  return out;
}

void add_share(Estimate& estimate, std::uint32_t reached) {
  const Interval interval = wilson_interval(reached, estimate.n, estimate.population);
  estimate.share = static_cast<double>(reached) / estimate.n;
  estimate.share_low = interval.low;
  estimate.share_high = interval.high;
}

}  // namespace orienta
