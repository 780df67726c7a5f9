// SPDX-License-Identifier: MIT
// A scale says which answers an indicator takes and what they are worth. Two kinds: points to choose from, or
// a measured figure. Either way a reading's value is in [0, 1].
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "base/lang.hpp"

namespace orienta {

/// One answer to choose. `value` is in the scale's own unit (0, 0.25, …; 1 to 5; 0 to 10).
struct Point {
  std::string id;
  double value = 0;
  LocalText label;  ///< empty: the id is what people read
};

/// A named figure besides index and mean, computed from counts per point and given in per cent of n.
struct Statistic {
  enum class Kind : std::uint8_t {
    kNet,    ///< 100 * (share of `plus` - share of `minus`): net satisfaction, NPS
    kShare,  ///< 100 * share of `plus`: top-two-box
  };
  std::string id;  ///< "net", "nps", "top2", …
  Kind kind = Kind::kNet;
  std::vector<std::uint16_t> plus;   ///< indexes of points
  std::vector<std::uint16_t> minus;  ///< empty for kShare
  LocalText title;
};

/// Where a band ends or begins. Within one scale all bands lean the same way; the outermost one closes the
/// line.
struct Band {
  enum class Edge : std::uint8_t {
    kFrom,   ///< figure >= bound
    kAbove,  ///< figure >  bound
    kUpto,   ///< figure <= bound
    kBelow,  ///< figure <  bound
  };
  Edge edge = Edge::kFrom;
  Decimal bound;
  double value = 0;  ///< in [0, 1]
  LocalText label;
};

/// A measured figure: hours, per cent, a count. Either `bands` are given, or `from` and `to` (the worst and
/// the best figure; between them the value is linear, outside it is clipped; `from` may be the larger one).
struct Measure {
  enum class Combine : std::uint8_t { kMean, kSum, kLatest, kLowest, kHighest };  ///< over periods
  enum class Better : std::uint8_t { kHigher, kLower };
  std::string unit;         ///< "hours", "percent", …, as it is printed
  std::uint8_t digits = 0;  ///< decimals that are kept: 0 to 6
  Combine combine = Combine::kMean;
  Better better = Better::kHigher;
  std::optional<Decimal> least;  ///< figures outside [least, most] are refused at input
  std::optional<Decimal> most;
  std::optional<Decimal> from;
  std::optional<Decimal> to;
  std::vector<Band> bands;  ///< in file order
  /// A rate is numerator / denominator times this: 100 for per cent.
  Decimal per{1, 0};
};

struct Scale {
  std::string id;
  std::vector<Point> points;  ///< empty when `measure` is set
  std::optional<Measure> measure;
  std::vector<Statistic> statistics;
  std::string headline = "index";  ///< the statistic shown first: index, mean or one of `statistics`

  bool is_measure() const { return measure.has_value(); }
  double least_point() const;  ///< smallest value among points
  double most_point() const;
  /// The index of the point with that id, or nothing.
  std::optional<std::uint16_t> point(std::string_view id) const;
};

/// (value - least) / (most - least), in [0, 1].
double normalised(const Scale& scale, double point_value);

/// Which way most bands of a scale lean: true for `from` and `above`, false for `upto` and `below`. Of two
/// bands that lean apart the first one decides.
bool bands_lean_up(const std::vector<Band>& bands);

/// The indexes of the bands, from the one for the lowest figures to the one for the highest.
std::vector<std::size_t> bands_by_figure(const std::vector<Band>& bands);

/// The index of the band that holds a figure; nothing when none does or the measure has none.
std::optional<std::size_t> band_of(const Measure& measure, const Decimal& figure);
std::optional<std::size_t> band_of(const Measure& measure, double figure);

/// What a figure is worth: by bands (compared as decimals, after rounding nothing), or linear between from
/// and to. Nothing when no band holds the figure; lint refuses such scales, so that happens only for figures
/// out of range.
std::optional<double> value_of(const Measure& measure, const Decimal& figure);
/// The same for a figure that came out of a division and is no decimal any more; compared in full precision.
std::optional<double> value_of(const Measure& measure, double figure);

}  // namespace orienta
