// SPDX-License-Identifier: MIT
#include "scoring/cell_reading.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "scoring/intervals.hpp"

namespace orienta {
namespace {

constexpr std::array<double, Decimal::kMaxDigits + 1> kPowers{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
constexpr std::array<std::int64_t, Decimal::kMaxDigits + 1> kWholePowers{
    1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};

std::uint32_t limited(std::uint64_t count) {
  return static_cast<std::uint32_t>(
      std::min<std::uint64_t>(count, std::numeric_limits<std::uint32_t>::max()));
}

double share_of(const std::vector<std::uint16_t>& points, const Counts& counts, double n) {
  std::uint64_t sum = 0;
  for (const std::uint16_t point : points)
    sum += counts[point];
  return static_cast<double>(sum) / n;
}

std::string_view name_of(Measure::Combine combine) {
  constexpr std::array<std::string_view, 5> kNames{"mean", "sum", "latest", "lowest", "highest"};
  return kNames[static_cast<std::size_t>(combine)];
}

/// sum / n as a decimal, where it is one of the same number of digits.
std::optional<Decimal> exact_figure(const Measure& measure, WideInt sum, std::uint64_t n) {
  if (sum % static_cast<WideInt>(n) != 0) return std::nullopt;
  const WideInt units = sum / static_cast<WideInt>(n);
  if (units >= Decimal::kMaxUnits || units <= -Decimal::kMaxUnits) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(units), measure.digits};
}

MeasuredFigure plain_figure(const Measure& measure, const Cell& cell) {
  MeasuredFigure result;
  result.name = name_of(measure.combine);
  const std::uint64_t n = measure.combine == Measure::Combine::kSum ? 1 : cell.figures;
  if (const auto exact = exact_figure(measure, cell.sum, n)) {
    result.figure = exact->to_double();
    result.value = value_of(measure, *exact);
    return result;
  }
  // One division, so that a quotient that is a decimal comes out as that decimal's nearest double.
  result.figure = static_cast<double>(cell.sum) / (static_cast<double>(n) * kPowers[measure.digits]);
  result.value = value_of(measure, result.figure);
  return result;
}

MeasuredFigure rate_figure(const Measure& measure, const Cell& cell) {
  MeasuredFigure result;
  result.name = "rate";
  const double numerator = static_cast<double>(cell.numerators);
  const double denominator = static_cast<double>(cell.denominators);
  result.figure =
      numerator * static_cast<double>(measure.per.units) / (denominator * kPowers[measure.per.digits]);
  result.value = value_of(measure, result.figure);
  const WideInt power = kWholePowers[measure.digits];
  const bool of_cases = cell.numerators >= 0 && cell.numerators <= cell.denominators &&
                        cell.numerators % power == 0 && cell.denominators % power == 0;
  if (of_cases) {
    result.share = numerator / denominator;
    result.cases = denominator / kPowers[measure.digits];
  }
  return result;
}

/// What an answer of each point adds to n times the headline.
std::vector<double> headline_weights(const Scale& scale) {
  std::vector<double> weights(scale.points.size());
  const auto declared =
      std::find_if(scale.statistics.begin(), scale.statistics.end(),
                   [&](const Statistic& statistic) { return statistic.id == scale.headline; });
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double value = scale.points[i].value;
    weights[i] = scale.headline == "mean" ? value : 100 * normalised(scale, value);
  }
  if (declared == scale.statistics.end()) return weights;
  std::fill(weights.begin(), weights.end(), 0.0);
  for (const std::uint16_t point : declared->plus)
    weights[point] += 100;
  for (const std::uint16_t point : declared->minus)
    weights[point] -= 100;
  return weights;
}

void set_error(orienta_reading_t& reading, double error, double freedom) {
  reading.error = error;
  reading.freedom = freedom;
  reading.flags |= ORIENTA_READING_HAS_ERROR;
}

void read_points(const PointTable& table, const Cell& cell, std::optional<std::uint64_t> population,
                 orienta_reading_t& reading) {
  const auto figures = point_figures(table, cell.points);
  if (!figures) return;
  reading.state = ORIENTA_STATE_VALUE;
  reading.count = limited(figures->n);
  reading.value = figures->value;
  reading.statistic = figures->headline;
  if (figures->n < 2) return;
  const double n = static_cast<double>(figures->n);
  const auto known = population ? std::optional(static_cast<double>(*population)) : std::nullopt;
  set_error(reading, finite_correction(n, known) * std::sqrt(figures->variance / n), n - 1);
}

// Between `from` and `to` the value follows the rate in proportion; by bands it jumps, and no error can be
// named.
void read_measure(const Measure& measure, const Cell& cell, orienta_reading_t& reading) {
  const auto figure = measure_figures(measure, cell);
  if (!figure || !figure->value) return;
  reading.state = ORIENTA_STATE_VALUE;
  reading.count = limited(cell.values());
  reading.value = *figure->value;
  reading.statistic = figure->figure;
  if (figure->cases < 2 || !measure.bands.empty() || !measure.from || !measure.to) return;
  const double spread = std::sqrt(figure->share * (1 - figure->share) / (figure->cases - 1));
  const double width = std::abs(measure.to->to_double() - measure.from->to_double());
  set_error(reading, spread * measure.per.to_double() / width, figure->cases - 1);
}

}  // namespace

PointTable::PointTable(const Scale& scale)
    : rows_(scale.points.size()), least_(scale.least_point()), most_(scale.most_point()) {
  const std::vector<double> weights = headline_weights(scale);
  for (std::size_t i = 0; i < rows_.size(); ++i)
    rows_[i] = {scale.points[i].value, normalised(scale, scale.points[i].value), weights[i]};
}

std::optional<PointFigures> point_figures(const PointTable& table, const Counts& counts) {
  const std::vector<PointTable::Row>& rows = table.rows();
  const std::size_t size = std::min(rows.size(), counts.size());
  PointFigures figures;
  double total = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const double count = static_cast<double>(counts[i]);
    figures.n += counts[i];
    total += count * rows[i].normalised;
    figures.mean += count * rows[i].value;
    figures.headline += count * rows[i].headline;
  }
  if (figures.n == 0) return std::nullopt;
  const double n = static_cast<double>(figures.n);
  figures.value = std::min(total / n, 1.0);
  figures.mean /= n;
  figures.headline /= n;
  if (figures.n < 2) return figures;
  // In a second pass: the difference of two large sums would not be 0 where all answers are alike.
  for (std::size_t i = 0; i < size; ++i) {
    const double distance = rows[i].normalised - figures.value;
    figures.variance += static_cast<double>(counts[i]) * distance * distance;
  }
  figures.variance /= n - 1;
  return figures;
}

Shares shares_of(const Statistic& statistic, const Counts& counts, double n) {
  return {share_of(statistic.plus, counts, n), share_of(statistic.minus, counts, n)};
}

std::optional<MeasuredFigure> measure_figures(const Measure& measure, const Cell& cell) {
  if (cell.rates > 0 && cell.denominators > 0) return rate_figure(measure, cell);
  if (cell.figures > 0) return plain_figure(measure, cell);
  return std::nullopt;
}

std::uint64_t group_size(const Cell& cell) {
  const std::uint64_t values = cell.values();
  return values > 0 ? values : cell.answers();
}

orienta_reading_t empty_reading(std::uint32_t indicator, std::uint8_t source, std::uint8_t state) {
  orienta_reading_t reading{};
  reading.indicator = indicator;
  reading.source = source;
  reading.state = state;
  return reading;
}

orienta_reading_t read_cell(const Scale& scale, const PointTable& table, std::uint32_t indicator,
                            Source source, const Cell& cell, std::optional<std::uint64_t> population) {
  orienta_reading_t reading =
      empty_reading(indicator, static_cast<std::uint8_t>(source), ORIENTA_STATE_MISSING);
  reading.not_applicable = limited(cell.not_applicable);
  reading.dont_know = limited(cell.dont_know);
  for (std::size_t kind = 0; kind < kEvidenceKindCount; ++kind)
    if (cell.evidence[kind] > 0)
      reading.evidence = static_cast<std::uint8_t>(reading.evidence | (1u << kind));

  if (scale.measure)
    read_measure(*scale.measure, cell, reading);
  else
    read_points(table, cell, population, reading);
  if (reading.state == ORIENTA_STATE_VALUE) return reading;
  if (cell.dont_know > 0)
    reading.state = ORIENTA_STATE_DONT_KNOW;
  else if (cell.not_applicable > 0)
    reading.state = ORIENTA_STATE_NOT_APPLICABLE;
  return reading;
}

}  // namespace orienta
