// SPDX-License-Identifier: MIT
// What the results would be. Nothing is stored.
#pragma once

#include <stop_token>
#include <vector>

#include "analysis/standing.hpp"

namespace orienta {

struct WhatIf {
  /// Criterion nodes and their ratings in [0, 1], indicators and their values in [0, 1], nodes and weights.
  /// Ratings and values hold for the units that stand for the result; weights for the whole set.
  std::vector<std::pair<std::uint32_t, double>> ratings;
  std::vector<std::pair<std::uint32_t, double>> values;
  std::vector<std::pair<std::uint32_t, double>> weights;
};

struct BeforeAfter {
  Basis basis = Basis::kOwn;
  std::uint32_t units = 0;         ///< how many stand for the result
  std::vector<NodeResult> before;  ///< by node, of the unit
  std::vector<NodeResult> after;
};

/// The unit's results of all nodes as they are and as the change would leave them: index, level proven and
/// possible, bounds. Errors as assess().
Result<BeforeAfter> what_if(const AssessInput& input, Runner& runner, PreparedSet prepared,
                            std::uint32_t unit, const WhatIf& change, std::stop_token stop = {});

}  // namespace orienta
