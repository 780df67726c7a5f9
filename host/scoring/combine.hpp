// SPDX-License-Identifier: MIT
// From the sources of an indicator to its combined reading. Internal to scoring.
#pragma once

#include <span>

#include "criteria/set.hpp"
#include "orienta/batch.h"

namespace orienta {

/// By the indicator's rule. What was agreed supersedes. Among states, a value wins over withheld ones, those
/// over don't know, that over not applicable; no source at all is missing. Evidence is that of all sources
/// with a value. `sources` are of one indicator, at most one per source.
orienta_reading_t combine_sources(const Indicator& indicator, std::uint32_t index,
                                  std::span<const orienta_reading_t> sources);

}  // namespace orienta
