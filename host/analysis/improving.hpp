// SPDX-License-Identifier: MIT
// What results would be if criteria were raised. A criterion is never lowered: a unit that has more already
// keeps it. Nothing is stored.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "analysis/what_if.hpp"

namespace orienta {

/// A criterion by its node and the rating in [0, 1] that it gets at least.
struct Raise {
  std::uint32_t node = 0;
  double to = 0;
};

/// Overrides that bring the criteria to their ratings in every unit that stands for the result and has less,
/// or has not answered. What does not apply, is withheld or out of scope stays as it is. Of several raises of
/// one criterion the highest holds.
std::vector<orienta_rating_override_t> overrides_of(const Standing& standing, std::span<const Raise> raises);

/// The unit's results of all nodes as they are and with all raises. Errors as assess().
Result<BeforeAfter> improve(const AssessInput& input, Runner& runner, PreparedSet prepared,
                            std::uint32_t unit, std::span<const Raise> raises, std::stop_token stop = {});

/// The unit's result for the set under each list of raises by itself; the first element is things as they
/// are. Errors as assess().
Result<std::vector<NodeResult>> improve_each(const AssessInput& input, Runner& runner, PreparedSet prepared,
                                             std::uint32_t unit,
                                             const std::vector<std::vector<Raise>>& changes,
                                             std::stop_token stop = {});

}  // namespace orienta
