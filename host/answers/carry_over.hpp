// SPDX-License-Identifier: MIT
// A sheet of another version of a set, under this version's layout. Internal to answers.
#pragma once

#include "answers/tally.hpp"

namespace orienta {

/// The numbers of `from` whose slots, points, segments and digits `layout` has, matched by id. `left_out` is
/// raised by the answers with a value that were not taken along. kLimit when a sum does not fit after more
/// digits were added.
Result<TallySheet> carry_over(const TallySheet& from, std::shared_ptr<const TallyLayout> layout,
                              std::uint64_t& left_out);

}  // namespace orienta
