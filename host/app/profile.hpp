// SPDX-License-Identifier: MIT
// How one indicator is spread over the values of a segment: inbound flow by hour of the day or day of the
// week, satisfaction by channel.
#pragma once

#include <string>

#include "app/scoring.hpp"

namespace orienta {

struct ProfileOrder {
  Selection selection;
  std::string indicator;
  std::string segment;  ///< empty: every segment the indicator has figures for
};

/// unit,set,indicator,segment,value,statistic,figure,share,low,high,n: one row per value of the segment, in
/// the set's order, from the source that has most of them. `statistic` is the indicator's first; `share` is
/// of the sum over the segment, for sums alone. Withheld figures stay withheld. kNotFound (with the nearest)
/// for an indicator or segment that is not there, and when there are no figures by segment.
Result<Table> profile_table(const Project& project, const OpenAssessment& assessment,
                            const ProfileOrder& order);

}  // namespace orienta
