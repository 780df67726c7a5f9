// SPDX-License-Identifier: MIT
#include "scoring/intervals.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace orienta {
namespace {

// No exceptions from the library, and the same result on every machine: no long double.
namespace policies = boost::math::policies;
using Policy =
    policies::policy<policies::domain_error<policies::ignore_error>,
                     policies::pole_error<policies::ignore_error>,
                     policies::overflow_error<policies::ignore_error>,
                     policies::evaluation_error<policies::ignore_error>, policies::promote_double<false>>;

// With so many degrees of freedom the difference to the normal distribution is below 1e-12.
constexpr double kManyDegrees = 1e13;

}  // namespace

double student95(double freedom) {
  if (freedom > kManyDegrees) return kNormal95;
  const boost::math::students_t_distribution<double, Policy> distribution(freedom);
  return boost::math::quantile(boost::math::complement(distribution, 0.025));
}

Interval mean_interval(double value, double error, double freedom) {
  const double reach = student95(freedom) * error;
  return {value - reach, value + reach};
}

Interval wilson_interval(double successes, double n, std::optional<double> population) {
  const double p = std::clamp(successes / n, 0.0, 1.0);
  if (population) {
    if (n >= *population) return {p, p};
    n *= (*population - 1) / (*population - n);
  }
  const double z2 = kNormal95 * kNormal95;
  const double center = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double reach = kNormal95 / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
  // At 0 and 1 the bound is exact; rounding would put it a little beside.
  return {p == 0 ? 0.0 : std::clamp(center - reach, 0.0, 1.0),
          p == 1 ? 1.0 : std::clamp(center + reach, 0.0, 1.0)};
}

double net_error(double plus, double minus, double n, std::optional<double> population) {
  const double net = plus - minus;
  const double variance = std::max(0.0, plus + minus - net * net);
  return std::sqrt(variance / n) * finite_correction(n, population);
}

double finite_correction(double n, std::optional<double> population) {
  if (!population) return 1;
  if (n >= *population) return 0;
  return std::sqrt((*population - n) / (*population - 1));
}

double sample_size_exact(double margin, std::optional<double> population, double p, double z_squared) {
  const double n0 = z_squared * p * (1 - p) / (margin * margin);
  return population ? n0 / (1 + (n0 - 1) / *population) : n0;
}

std::uint64_t sample_size(double margin, std::optional<double> population, double p) {
  const double exact = std::ceil(sample_size_exact(margin, population, p, kNormal95 * kNormal95));
  const double wanted = population ? std::min(exact, *population) : exact;
  // Beyond 2^53 a count is not exact any more, and nobody asks that many.
  return static_cast<std::uint64_t>(std::clamp(wanted, 0.0, 9007199254740992.0));
}

}  // namespace orienta
