// SPDX-License-Identifier: MIT
// What lies between a unit and its targets, and what it is worth to close it. Targets come from
// held_targets(); where a set or a dimension has only a level as its target, the criteria of the rungs up to
// it have an implied one: the rating at which a rung holds.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "analysis/standing.hpp"

namespace orienta {

/// Importance and performance against the means of what is listed (Martilla and James,
/// "Importance-Performance Analysis", Journal of Marketing 41, 1977; there the crosshair is the median, here
/// it is the mean).
enum class Quadrant : std::uint8_t { kConcentrate, kKeepUp, kLowPriority, kPossibleOverkill };
/// "concentrate", "keep_up", "low_priority", "possible_overkill".
std::string_view name_of(Quadrant quadrant);

/// How the set's result moves when what lacks in one criterion is brought to its target and nothing else
/// changes, found by scoring again.
struct Effect {
  double index = 0;             ///< change of the index, -100 to 100
  std::optional<int> level;     ///< the proven level after it
  std::optional<double> share;  ///< of units at target after it, where the result has one
};

/// One criterion, figure or level below its target; over several units where they stand for one above.
struct Gap {
  std::uint32_t node = 0;                  ///< the set, a dimension or a criterion; of a figure its criterion
  std::uint32_t indicator = ORIENTA_NONE;  ///< of a figure
  std::uint32_t kind = ORIENTA_TARGET_INDEX;
  bool is_implied = false;       ///< the target follows from a level
  double target = 0;             ///< a level, an index from 0 to 100, or a figure in its own unit
  std::optional<double> actual;  ///< the same; over several units the mean by unit weight
  double points =
      0;  ///< target - actual from 0 to 100, over several units the mean; of a level: rungs missing
  bool mandatory_failed = false;     ///< a mandatory criterion is below what its rung demands, in any unit
  double weight = 0;                 ///< share of the criterion in the set's index when all applies, 0 to 1
  std::uint32_t below = 0;           ///< units below their target …
  std::uint32_t of = 0;              ///< … of those with a target and a result
  std::optional<Quadrant> quadrant;  ///< of criteria
  std::optional<Effect> effect;      ///< of the criteria that were asked for
};

struct GapReport {
  NodeResult now;                    ///< the unit's result for the set
  std::vector<std::uint32_t> units;  ///< that stand for it: itself, or the scored ones below
  /// Levels first, then by priority: mandatory ones that failed, then weight x points; ties by node.
  std::vector<Gap> gaps;
  /// Criteria and figures that have reached their target in every unit, in the same order; without effects.
  std::vector<Gap> met;
  bool has_targets = false;
  std::uint32_t without_result = 0;  ///< of `units`: nothing can be said of their gaps
};

/// Gaps of the unit that stands there, with the effects of the first `most` criteria. Errors as
/// Runner::score.
Result<GapReport> find_gaps(const Standing& standing, Runner& runner, PreparedSet prepared, std::size_t most,
                            std::stop_token stop = {});

/// The share of each criterion in the set's index: weights normalised among siblings and multiplied, by node.
std::vector<double> shares_in_set(const CriteriaSet& set);

}  // namespace orienta
