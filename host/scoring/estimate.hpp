// SPDX-License-Identifier: MIT
// What units drawn at random say of all units they were drawn from. Pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace orienta {

struct Estimate {
  std::uint32_t n = 0;           ///< units drawn at random that have a result
  std::uint32_t population = 0;  ///< N: all units they were drawn from
  double index = 0;              ///< mean of the n, 0 to 100
  std::optional<double> low;     ///< 95 % interval; nothing for one unit of several
  std::optional<double> high;
  std::optional<double> share;  ///< of the n at their target, 0 to 1; nothing when one has no target
  std::optional<double> share_low;
  std::optional<double> share_high;
  bool operator==(const Estimate&) const = default;
};

/// The mean of `indices` (0 to 100, at least one) with its interval: t with n - 1 degrees of freedom,
/// standard error s / sqrt(n) with the finite correction sqrt((N - n) / (N - 1)), kept within 0 to 100. With
/// n >= N the interval is the mean itself.
Estimate estimate_index(std::span<const double> indices, std::uint32_t population);

/// Adds the share of `reached` among the n, with Wilson's interval for n (N - 1) / (N - n).
void add_share(Estimate& estimate, std::uint32_t reached);

}  // namespace orienta
