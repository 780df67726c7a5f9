// SPDX-License-Identifier: MIT
// Named indices of the literature that are made of several indicators. They stand beside the product's own
// index, which is always min-max, because readers know them by these formulas.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "answers/tally.hpp"
#include "criteria/set.hpp"
#include "orienta/batch.h"

namespace orienta {

/// How important something is and how satisfied people are with it, in the unit of a scale that goes up to
/// `scale_most`.
struct ImportanceSatisfaction {
  double importance = 0;  ///< >= 0
  double satisfaction = 0;
  double scale_most = 0;  ///< > 0
};

/// Customer satisfaction index, 0 to 100: 100 * sum(w s / s_max) / sum(w). Where all scales are alike that is
/// the usual 100 * sum(w s) / (s_max sum(w)). Note that a mean of 3 on a scale of 1 to 5 is 60 here and 50 on
/// the min-max index. Nothing when the importances sum to 0.
std::optional<double> csi(std::span<const ImportanceSatisfaction> parts);

/// The CSI of a criterion: importance is the weight of its indicators, satisfaction their combined mean.
/// `combined` has one reading per indicator of the set, in its order. Indicators without a value, measures,
/// and scales that go below 0 stay out; nothing is left: no value.
std::optional<double> csi_of(const CriteriaSet& set, std::uint32_t criterion,
                             std::span<const orienta_reading_t> combined);

/// The mean SERVQUAL gap (perception minus expectation, in points) of the pairs that a set declares under
/// `joint:`, for a source. Of a criterion or dimension: mean over the pairs whose second indicator lies in
/// it, by that indicator's weight; of the set: mean over dimensions by their weight. Pairs that are not
/// answered or in `withheld` stay out; nothing left: no value. `segment` 0: the whole.
std::optional<double> servqual_gap(const CriteriaSet& set, std::uint32_t node, const TallySheet& sheet,
                                   Source source, std::uint16_t segment = 0,
                                   std::span<const CellKey> withheld = {});

}  // namespace orienta
