// SPDX-License-Identifier: MIT
// From parts to a whole: weighted mean, weighted geometric mean, weakest. The only place where they are
// written.
//
// What holds for all three:
// - A part that is not applicable, withheld or of weight 0 is exactly as if it were not there, to the bit.
// - An open part stays out of the value and counts in completeness, which is
//   sum(weight * completeness) / sum(weight) over the parts that have a value or are open.
// - Nothing left: no value, never 0 and never NaN. The state is then open if a part is open, else withheld if
// one is, else
//   not applicable. So weights that sum to 0 give "not applicable".
// - All parts equal give exactly their value, whatever the weights; all at 1 give exactly 1. The value never
// lies outside
//   of its parts.
// - One part alone is passed through: value, standard error and degrees of freedom.
// - The count is the smallest n > 0 among the parts behind the value.
// - Order changes nothing beyond the last digits.
//
// Standard errors are those of sampling, and parts are taken as independent of each other. A part with no
// error known counts as certain.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "orienta/exact_sum.hpp"
#include "orienta/rating.hpp"

namespace orienta::sdk {

enum class Aggregate : std::uint8_t {
  kMean = ORIENTA_AGGREGATE_MEAN,
  kGeometric = ORIENTA_AGGREGATE_GEOMETRIC,
  kWeakest = ORIENTA_AGGREGATE_WEAKEST,
};

/// Variances of independent terms added up, with the degrees of freedom of the sum by Welch and
/// Satterthwaite: (sum v)^2 / sum(v^2 / freedom). One term gives exactly its own. A term with an error and no
/// degrees of freedom counts as one with very many; when no term has any, the freedom is 0: none known.
/// Source: F. E. Satterthwaite, "An Approximate Distribution of Estimates of Variance Components", Biometrics
/// 2 (1946).
class Variance {
 public:
  /// A term `factor * x`, where x has the standard error and the degrees of freedom.
  void add(double factor, double error, double freedom) {
    const double variance = factor * error * (factor * error);
    if (!(variance > 0)) return;
    sum_ += variance;
    only_freedom_ = ++terms_ == 1 ? freedom : 0;
    if (freedom > 0) scatter_ += variance * variance / freedom;
  }
  double error() const { return std::sqrt(sum_); }
  double freedom() const {
    if (terms_ == 1) return only_freedom_;
    return scatter_ > 0 ? sum_ * sum_ / scatter_ : 0;
  }

 private:
  double sum_ = 0;
  double scatter_ = 0;
  double only_freedom_ = 0;
  std::size_t terms_ = 0;
};

namespace detail {

inline bool counts(const Part& part) {
  return part.weight > 0 && part.rating.has_value();
}

/// What a group is apart from its value: state, completeness, count, and what its values have in common.
struct Outline {
  Rating rating;  ///< without value, error, freedom
  std::size_t values = 0;
  std::size_t first = 0;  ///< the first part with a value
  double lowest = 0;
  double highest = 0;
  ExactSum weight;  ///< of the parts with a value
};

inline Outline outline(const Part* parts, std::size_t count) {
  Outline out;
  ExactSum applicable;
  ExactSum answered;
  bool open = false;
  bool withheld = false;
  for (std::size_t i = 0; i < count; ++i) {
    const Part& part = parts[i];
    if (!(part.weight > 0)) continue;
    const State state = part.rating.state;
    open = open || state == State::kOpen;
    withheld = withheld || state == State::kWithheld;
    if (state == State::kNotApplicable || state == State::kWithheld) continue;
    applicable.add(part.weight);
    if (state == State::kOpen) continue;
    answered.add_product(part.weight, part.rating.completeness);
    out.weight.add(part.weight);
    const double value = part.rating.value;
    if (out.values == 0) out.first = i;
    out.lowest = out.values == 0 ? value : std::min(out.lowest, value);
    out.highest = out.values == 0 ? value : std::max(out.highest, value);
    ++out.values;
    const std::uint32_t n = part.rating.count;
    if (n > 0 && (out.rating.count == 0 || n < out.rating.count)) out.rating.count = n;
  }
  if (out.values > 0) {
    out.rating.state = State::kValue;
    out.rating.completeness = std::clamp(answered.over(applicable), 0.0, 1.0);
  } else if (open) {
    out.rating.state = State::kOpen;
  } else if (withheld) {
    out.rating.state = State::kWithheld;
  }
  return out;
}

/// The only part's numbers with the group's completeness.
inline Rating pass_through(const Outline& group, const Part& part) {
  Rating result = group.rating;
  result.value = part.rating.value;
  result.error = part.rating.error;
  result.freedom = part.rating.freedom;
  return result;
}

}  // namespace detail

/// sum(w v) / sum(w). Full compensation: a strength makes up for a weakness.
/// Standard error: se^2 = sum((w se)^2) / sum(w)^2, with Welch-Satterthwaite degrees of freedom. Values need
/// not lie in [0, 1]: figures in their own unit are averaged by the same function.
inline Rating weighted_mean(const Part* parts, std::size_t count) {
  const detail::Outline group = detail::outline(parts, count);
  if (group.values == 0) return group.rating;
  if (group.values == 1) return detail::pass_through(group, parts[group.first]);
  ExactSum sum;
  Variance variance;
  const double weight = group.weight.value();
  for (std::size_t i = 0; i < count; ++i) {
    if (!detail::counts(parts[i])) continue;
    const Rating& part = parts[i].rating;
    sum.add_product(parts[i].weight, part.value);
    if (part.error > 0) variance.add(parts[i].weight / weight, part.error, part.freedom);
  }
  Rating result = group.rating;
  result.value = std::clamp(sum.over(group.weight), group.lowest, group.highest);
  result.error = variance.error();
  result.freedom = variance.freedom();
  return result;
}

/// exp(sum(w ln v) / sum(w)), values >= 0. Partial compensation; one value of 0 makes the whole 0.
/// Standard error to first order (delta method): (se / v)^2 = sum((w se_i / v_i)^2) / sum(w)^2. At 0 the
/// derivative does not exist, and no error is given.
inline Rating weighted_geometric(const Part* parts, std::size_t count) {
  const detail::Outline group = detail::outline(parts, count);
  if (group.values == 0) return group.rating;
  if (group.values == 1) return detail::pass_through(group, parts[group.first]);
  Rating result = group.rating;
  if (!(group.lowest > 0)) return result;
  ExactSum sum;
  Variance variance;
  const double weight = group.weight.value();
  for (std::size_t i = 0; i < count; ++i) {
    if (!detail::counts(parts[i])) continue;
    const Rating& part = parts[i].rating;
    sum.add_product(parts[i].weight, std::log(part.value));
    if (part.error > 0) variance.add(parts[i].weight / weight / part.value, part.error, part.freedom);
  }
  result.value = std::clamp(std::exp(sum.over(group.weight)), group.lowest, group.highest);
  result.error = result.value * variance.error();
  result.freedom = variance.freedom();
  return result;
}

/// The lowest value. No compensation. Error, freedom and count are those of the lowest part; of several
/// equally low ones the least certain (largest error, then smallest freedom, then smallest n), so that order
/// changes nothing. The lowest of several noisy figures tends to lie below the lowest true one; the error
/// does not contain that.
inline Rating weakest(const Part* parts, std::size_t count) {
  const detail::Outline group = detail::outline(parts, count);
  if (group.values == 0) return group.rating;
  const auto is_weaker = [](const Rating& a, const Rating& b) {
    if (a.value != b.value) return a.value < b.value;
    if (a.error != b.error) return a.error > b.error;
    if (a.freedom != b.freedom) return a.freedom < b.freedom;
    return a.count != b.count && a.count < b.count;
  };
  std::size_t lowest = group.first;
  for (std::size_t i = group.first + 1; i < count; ++i) {
    if (detail::counts(parts[i]) && is_weaker(parts[i].rating, parts[lowest].rating)) lowest = i;
  }
  Rating result = detail::pass_through(group, parts[lowest]);
  result.count = parts[lowest].rating.count;
  return result;
}

/// By the aggregate that a set declares. An aggregate this version does not know is taken as the mean.
inline Rating aggregate(Aggregate kind, const Part* parts, std::size_t count) {
  switch (kind) {
    case Aggregate::kGeometric:
      return weighted_geometric(parts, count);
    case Aggregate::kWeakest:
      return weakest(parts, count);
    case Aggregate::kMean:
      break;
  }
  return weighted_mean(parts, count);
}

/// The same for anything contiguous: std::vector, std::array, std::span.
template <class Parts>
Rating aggregate(Aggregate kind, const Parts& parts) {
  return aggregate(kind, std::data(parts), std::size(parts));
}
template <class Parts>
Rating weighted_mean(const Parts& parts) {
  return weighted_mean(std::data(parts), std::size(parts));
}
template <class Parts>
Rating weighted_geometric(const Parts& parts) {
  return weighted_geometric(std::data(parts), std::size(parts));
}
template <class Parts>
Rating weakest(const Parts& parts) {
  return weakest(std::data(parts), std::size(parts));
}

}  // namespace orienta::sdk
