// SPDX-License-Identifier: MIT
// What a gap means, in the words that every view uses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "app/gaps.hpp"

namespace orienta {

/// How the unit stands in the set: "Levels of service, Lublin: level 2 of 7, index 46.0".
Message gap_head_words(const OpenAssessment& assessment, const SetGaps& gaps, std::uint32_t unit);

/// What closing the gap alone brings besides the index: "level 3", "40 % at target"; nothing when nothing.
std::optional<Message> gap_then_words(const GapReport& report, const Gap& gap);

/// What has to be known of the gap: that it is mandatory, of levels, or within a band that counts in full.
std::optional<Message> gap_remark_words(const Gap& gap);

/// "Proven 2, possible 4; 9 answers would settle it:"; for one with answers that would settle it.
Message settle_words(const NextLevel& next);

/// "3 of 12".
Message count_words(std::size_t count, std::size_t of);

}  // namespace orienta
