// SPDX-License-Identifier: MIT
// Intervals and sample sizes. Pure functions; each names its formula's source.
#pragma once

#include <cstdint>
#include <optional>

namespace orienta {

struct Interval {
  double low = 0;
  double high = 0;
};

/// 97.5 % quantile of the normal distribution.
inline constexpr double kNormal95 = 1.959963984540054;

/// 97.5 % quantile of Student's t with `freedom` > 0 degrees of freedom (also fractional). Costs about a
/// microsecond: not for inner loops.
double student95(double freedom);

/// value -/+ student95(freedom) * error.
Interval mean_interval(double value, double error, double freedom);

/// Wilson (1927) score interval for `successes` of `n`, clipped to [0, 1]; n > 0. With a population N the n
/// in the formula is n (N - 1) / (N - n); n >= N gives the point itself.
Interval wilson_interval(double successes, double n, std::optional<double> population = std::nullopt);

/// Standard error of a net share p - d: sqrt((p + d - (p - d)^2) / n), with the finite correction sqrt((N -
/// n) / (N - 1)).
double net_error(double plus, double minus, double n, std::optional<double> population = std::nullopt);

/// Finite correction of a standard error: sqrt((N - n) / (N - 1)); 1 when the population is unknown, 0 when n
/// >= N.
double finite_correction(double n, std::optional<double> population);

/// How many answers a proportion needs for a margin of -/+ `margin` (0.05: 5 points), rounded up: n0 = z^2 p
/// (1 - p) / d^2, n = n0 / (1 + (n0 - 1) / N) (Cochran; Krejcie & Morgan 1970 round to nearest and use chi^2
/// = 3.841).
std::uint64_t sample_size(double margin, std::optional<double> population = std::nullopt, double p = 0.5);
/// The same before rounding.
double sample_size_exact(double margin, std::optional<double> population, double p, double z_squared);

}  // namespace orienta
