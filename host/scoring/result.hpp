// SPDX-License-Identifier: MIT
// Results: what is known of a node for a unit. Computed, never edited.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "answers/organisation.hpp"
#include "answers/records.hpp"
#include "criteria/set.hpp"
#include "orienta/plugin.h"
#include "scoring/estimate.hpp"

namespace orienta {

enum class Basis : std::uint8_t {
  kOwn,     ///< the unit's own answers
  kRolled,  ///< from the units below it
};

/// Why a number is missing, or how far it can be relied on.
enum class ResultState : std::uint8_t {
  kScored,      ///< level (where there is a ladder) and index stand
  kIncomplete,  ///< below the set's minimum completeness: the level is a lower bound, not a verdict, and has
                ///< no stage
  kNoLadder,    ///< scored; the node has no levels
  kOpen,        ///< nothing is answered
  kNotApplicable,  ///< nothing applies
  kWithheld,       ///< too few respondents
  kOutOfScope,     ///< not part of this assessment
  kNotScored,      ///< not a kind of unit this set scores
  kFailed,         ///< the plugin failed: see the problems
};
/// "scored", "incomplete", "no_ladder", …: the names in CSV and JSON.
std::string_view name_of(ResultState state);
std::string_view name_of(Basis basis);

struct NodeResult {
  std::uint32_t node = 0;
  Basis basis = Basis::kOwn;
  ResultState state = ResultState::kOpen;
  std::optional<int> level;           ///< proven: open answers taken as worst
  std::optional<int> level_possible;  ///< open answers taken as best
  int of = 0;                         ///< levels of the set; 0: no ladder
  std::optional<int> stage;           ///< of the proven level, when the state is kScored
  std::optional<double> index;        ///< 0 to 100, over what is answered
  std::optional<double> index_low;    ///< with open answers as worst …
  std::optional<double> index_high;   ///< … and as best
  std::optional<double> ci_low;       ///< 95 % interval from sampling
  std::optional<double> ci_high;
  double completeness = 0;      ///< 0 to 1
  std::optional<double> share;  ///< rolled by share_at_target: units at target / units with a result
  std::optional<std::uint32_t> of_units;  ///< rolled: how many units are behind it
  std::uint64_t n = 0;                    ///< the smallest sample behind it; 0: no sample
  std::optional<Estimate> estimate;       ///< rolled, where units were sampled; its interval is ci_… then
  bool operator==(const NodeResult&) const = default;
};

/// One unit's results, by node; own before rolled.
struct UnitResult {
  std::uint32_t unit = 0;
  std::vector<NodeResult> nodes;
  bool operator==(const UnitResult&) const = default;
};

/// The general stage a level stands for: 0 for level 0; nothing for a level the set does not have.
std::optional<int> stage_of(const CriteriaSet& set, int level);

/// A unit's scores as they are, at worst and at best, put together: `worst` and `best` are null when nothing
/// is open. Comparisons are in full precision, nothing is rounded. Without a value there is no level either,
/// and no bounds: all that is known then is the state. The bounds contain the index. The interval is
/// student95(freedom) * error around the index, kept within 0 to 100, where the score has degrees of freedom.
NodeResult put_together(const CriteriaSet& set, const orienta_score_t& as_is, const orienta_score_t* worst,
                        const orienta_score_t* best);

/// The target of a node for a unit, as resolved by the caller; an empty one is no target.
using TargetOf = std::function<Target(std::uint32_t unit, std::uint32_t node)>;

/// The rule by which a node's results are rolled up: the dimension's own, else the set's.
Rollup rule_of(const CriteriaSet& set, std::uint32_t node);

/// Which of a unit's two results of a node counts for the unit above it, or null when neither has an index. A
/// unit of a kind in `scored_at` counts with its own, else with its rolled one; one above these kinds the
/// other way round: it speaks for those below it. Both may be null.
const NodeResult* counted(const CriteriaSet& set, const Unit& unit, const NodeResult* own,
                          const NodeResult* rolled);

/// Results of the units above the kinds in `scored_at`, by each dimension's rule, appended as Basis::kRolled
/// to every unit that has results below it, each child with the result that is counted().
///  weighted_mean: index (and its bounds) only, mean over children by unit weight; no level.
///  weakest: the lowest index and level among children; one of which nothing is known (open, withheld) proves
///  level 0.
///  share_at_target: share of scored units below (not only children) that reach the target level or index of
///  the node, each unit its own; index as weighted_mean. A unit without target does not count, and no unit
///  with one gives no share. A proven level counts, a possible one does not.
/// Units without a result stay out and out of `of_units`; they lower completeness when they are open, and in
/// the bounds of the index they count as 0 and 100 when they are open or withheld. `n` is
/// the smallest among the children, and there is no sampling interval. When no child has a result, the state
/// says why. `targets` empty: the set's own. Results come out by unit, then by node, own before rolled; the
/// order they come in changes nothing.
void roll_up(const CriteriaSet& set, const Organisation& organisation, std::vector<UnitResult>& results,
             const TargetOf& targets = {});

/// Adds to rolled results what the units drawn at random say of all units of their kind below: those that
/// were chosen by judgement do not speak for the others. A drawn unit counts with its own result, else with
/// its rolled one, and equally whatever its weight; one without a result lowers n. Results rolled up by
/// `weakest` get none. `results` are roll_up's.
void add_estimates(const CriteriaSet& set, const Organisation& organisation, const Sample& sample,
                   std::vector<UnitResult>& results, const TargetOf& targets = {});

}  // namespace orienta
