// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "scoring/cell_reading.hpp"
#include "scoring/intervals.hpp"
#include "scoring/reading.hpp"

namespace orienta {
namespace {

using Population = std::optional<std::uint64_t>;

std::optional<double> as_number(Population population) {
  if (!population) return std::nullopt;
  return static_cast<double>(*population);
}

/// A mean with its t interval, kept within [least, most]. Everybody asked: the point itself.
NamedStatistic mean_statistic(std::string name, double value, double deviation, double n,
                              Population population, Interval range) {
  NamedStatistic result{std::move(name), value, std::nullopt, std::nullopt};
  const double correction = finite_correction(n, as_number(population));
  if (correction == 0) {
    result.low = result.high = value;
  } else if (n >= 2) {
    const Interval interval = mean_interval(value, correction * deviation / std::sqrt(n), n - 1);
    result.low = std::clamp(interval.low, range.low, range.high);
    result.high = std::clamp(interval.high, range.low, range.high);
  }
  return result;
}

NamedStatistic declared(const Statistic& statistic, const Counts& counts, double n, Population population) {
  const Shares shares = shares_of(statistic, counts, n);
  NamedStatistic result{statistic.id, 100 * (shares.plus - shares.minus), std::nullopt, std::nullopt};
  if (statistic.kind == Statistic::Kind::kShare) {
    const Interval interval = wilson_interval(shares.plus * n, n, as_number(population));
    result.low = 100 * interval.low;
    result.high = 100 * interval.high;
  } else {
    const double reach = 100 * kNormal95 * net_error(shares.plus, shares.minus, n, as_number(population));
    result.low = std::max(-100.0, result.value - reach);
    result.high = std::min(100.0, result.value + reach);
  }
  return result;
}

std::vector<NamedStatistic> of_points(const Scale& scale, const Cell& cell, Population population) {
  std::vector<NamedStatistic> all;
  const PointTable table(scale);
  const auto figures = point_figures(table, cell.points);
  if (!figures) return all;
  const double n = static_cast<double>(figures->n);
  const double deviation = std::sqrt(figures->variance);
  const Interval range{table.least(), table.most()};
  all.push_back(mean_statistic("index", 100 * figures->value, 100 * deviation, n, population, {0, 100}));
  all.push_back(
      mean_statistic("mean", figures->mean, (range.high - range.low) * deviation, n, population, range));
  for (const Statistic& statistic : scale.statistics)
    all.push_back(declared(statistic, cell.points, n, population));
  const auto headline = std::find_if(all.begin(), all.end(),
                                     [&](const NamedStatistic& one) { return one.name == scale.headline; });
  if (headline != all.end()) std::rotate(all.begin(), headline, headline + 1);
  return all;
}

std::vector<NamedStatistic> of_measure(const Measure& measure, const Cell& cell) {
  std::vector<NamedStatistic> all;
  const auto figure = measure_figures(measure, cell);
  if (!figure) return all;
  NamedStatistic& headline =
      all.emplace_back(NamedStatistic{std::string(figure->name), figure->figure, std::nullopt, std::nullopt});
  if (figure->cases > 0) {
    const Interval interval = wilson_interval(figure->share * figure->cases, figure->cases);
    headline.low = interval.low * measure.per.to_double();
    headline.high = interval.high * measure.per.to_double();
  }
  if (figure->value) all.push_back({"index", 100 * *figure->value, std::nullopt, std::nullopt});
  return all;
}

/// Mean and scatter of the differences that the pairs of points make.
struct Differences {
  double n = 0;
  double mean = 0;
  double deviation = 0;
};

template <class Visit>
void each_pair(const Scale& first, const Scale& second, const Counts& counts, Visit visit) {
  std::size_t at = 0;
  for (const Point& row : first.points)
    for (const Point& column : second.points)
      visit(static_cast<double>(counts[at++]), column.value - row.value);
}

std::optional<Differences> differences_of(const Scale& first, const Scale& second, const Counts& counts) {
  if (counts.size() != first.points.size() * second.points.size()) return std::nullopt;
  Differences result;
  double sum = 0;
  each_pair(first, second, counts, [&](double count, double difference) {
    result.n += count;
    sum += count * difference;
  });
  if (result.n == 0) return std::nullopt;
  result.mean = sum / result.n;
  double squares = 0;
  each_pair(first, second, counts, [&](double count, double difference) {
    squares += count * (difference - result.mean) * (difference - result.mean);
  });
  if (result.n >= 2) result.deviation = std::sqrt(squares / (result.n - 1));
  return result;
}

}  // namespace

std::vector<NamedStatistic> statistics_of(const Scale& scale, const Cell& cell, Population population) {
  return scale.measure ? of_measure(*scale.measure, cell) : of_points(scale, cell, population);
}

std::optional<NamedStatistic> gap_of(const Scale& first, const Scale& second, const Cell& pair,
                                     Population population) {
  const auto differences = differences_of(first, second, pair.points);
  if (!differences) return std::nullopt;
  const Interval range{second.least_point() - first.most_point(), second.most_point() - first.least_point()};
  return mean_statistic("gap", differences->mean, differences->deviation, differences->n, population, range);
}

}  // namespace orienta
