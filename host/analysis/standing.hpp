// SPDX-License-Identifier: MIT
// Which units stand for a unit's result, and what that result is under changes.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "analysis/rescoring.hpp"

namespace orienta {

/// A unit's present results, with the readings of the units behind them kept.
struct Standing {
  std::uint32_t unit = 0;
  Basis basis = Basis::kOwn;  ///< own where the unit stands for itself, else rolled
  SetResult results;          ///< all nodes of the units at and below it
  Rescoring kept;             ///< those that stand for it
  bool is_part = false;       ///< only those of a role stand for it: the result is not the unit's own
};

/// A unit is stood for by the scored units below it; one that is scored itself and has none below with a
/// result stands for itself; with a `role`, those of that role alone. `input` must outlive the result. Errors
/// as assess().
Result<Standing> look_at(const AssessInput& input, Runner& runner, PreparedSet prepared, std::uint32_t unit,
                         const std::string& role = {}, std::stop_token stop = {});

/// The result of a node for a unit, or null.
const NodeResult* result_of(const SetResult& results, std::uint32_t unit, std::uint32_t node, Basis basis);

/// The unit's results of all nodes from three scenarios of `scores` (of all nodes), beginning with `first`:
/// as it is, open answers at worst, and at best.
std::vector<NodeResult> nodes_in(const Standing& standing, const Rescored& scores, std::size_t first);

/// The same, scored as things are.
Result<std::vector<NodeResult>> nodes_of(const Standing& standing, Runner& runner, PreparedSet prepared);

/// The unit's result for the set as changes would leave it: each change is the overrides of one scenario
/// (units by place in `kept`). The first element is things as they are. Index over what is answered, levels
/// proven (open as worst), shares rolled up.
Result<std::vector<NodeResult>> results_under(
    const Standing& standing, Runner& runner, PreparedSet prepared,
    const std::vector<std::vector<orienta_rating_override_t>>& changes, std::stop_token stop = {});

}  // namespace orienta
