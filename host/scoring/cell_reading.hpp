// SPDX-License-Identifier: MIT
// What one cell says: the arithmetic behind readings and statistics. Internal to scoring.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "answers/tally.hpp"
#include "criteria/set.hpp"
#include "orienta/batch.h"

namespace orienta {

/// What a scale's points are worth, laid out for adding up.
class PointTable {
 public:
  struct Row {
    double value = 0;       ///< in the scale's own unit
    double normalised = 0;  ///< in [0, 1]
    double headline = 0;    ///< what one answer adds to n times the headline statistic
  };
  PointTable() = default;
  explicit PointTable(const Scale& scale);

  const std::vector<Row>& rows() const { return rows_; }
  double least() const { return least_; }
  double most() const { return most_; }

 private:
  std::vector<Row> rows_;
  double least_ = 0;
  double most_ = 0;
};

/// Of a cell of points with n > 0 answers.
struct PointFigures {
  std::uint64_t n = 0;
  double value = 0;     ///< mean of the normalised points, in [0, 1]; exactly 1 when all chose the best
  double mean = 0;      ///< in the scale's own unit
  double headline = 0;  ///< the headline statistic
  double variance = 0;  ///< sample variance (n - 1) of the normalised points; 0 for n = 1
};
/// Nothing when there are no answers.
std::optional<PointFigures> point_figures(const PointTable& table, const Counts& counts);

/// Shares of `plus` and `minus` among n answers.
struct Shares {
  double plus = 0;
  double minus = 0;
};
Shares shares_of(const Statistic& statistic, const Counts& counts, double n);

/// Of a cell of a measure.
struct MeasuredFigure {
  std::string_view name;        ///< rate, mean, sum, latest, lowest or highest
  double figure = 0;            ///< in the measure's unit
  std::optional<double> value;  ///< in [0, 1]; nothing when no band holds the figure
  double share = 0;             ///< of a rate of cases: numerator / denominator
  double cases = 0;             ///< its denominator; 0: not a rate of whole counts within [0, 1]
};
/// Nothing when there are no figures. Where there are rates they decide, as figures without base cannot be
/// mixed with them.
std::optional<MeasuredFigure> measure_figures(const Measure& measure, const Cell& cell);

/// How many answers a withheld value would give away: those with a value, or, where there are none, all.
std::uint64_t group_size(const Cell& cell);

/// The reading of a source of an indicator on that scale; `table` is the scale's where it has points.
/// `population` is the finite one its answers were drawn from, or nothing.
orienta_reading_t read_cell(const Scale& scale, const PointTable& table, std::uint32_t indicator,
                            Source source, const Cell& cell, std::optional<std::uint64_t> population);

/// A reading without numbers.
orienta_reading_t empty_reading(std::uint32_t indicator, std::uint8_t source, std::uint8_t state);

}  // namespace orienta
