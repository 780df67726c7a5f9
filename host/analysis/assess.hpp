// SPDX-License-Identifier: MIT
// From tally sheets to results: reads, scores through the set's plugin at three views of what is open (as it
// is, worst, best), puts the three together and rolls up. Streams: memory does not grow with the number of
// answers, and only results grow with the number of units.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "answers/organisation.hpp"
#include "answers/records.hpp"
#include "answers/tally.hpp"
#include "base/result.hpp"
#include "plugins/runner.hpp"
#include "scoring/reading.hpp"
#include "scoring/result.hpp"

namespace orienta {

/// Hands out the sheets of all units that have any, each once, by index in the organisation, in any order.
/// May be called more than once and hands out the same then. The sheet may be changed by who takes it.
using SheetSource =
    std::function<Status(const std::function<Status(std::uint32_t unit, TallySheet& sheet)>& take)>;

struct AssessInput {
  const CriteriaSet* set = nullptr;
  const Organisation* organisation = nullptr;
  std::shared_ptr<const TallyLayout> layout;
  SheetSource sheets;
  std::uint64_t minimum_group = 5;
  std::span<const std::vector<FindingCounts>> findings;  ///< per unit; empty: none
  std::span<const AssessmentTarget> targets;  ///< of the assessment; the set's own ones hold below them
  const Sample* sample = nullptr;             ///< or null: rolled results get estimates from it
  std::vector<bool> wanted;                   ///< per unit; empty: all
};

struct SetResult {
  std::vector<UnitResult> units;  ///< of wanted units, in the organisation's order
  std::vector<UnitNote> notes;    ///< with ORIENTA_WANT_TRACE: `unit` is the index in the organisation
};

/// Called for each unit that was read, before it is scored: the sheet is complete (pooled), the readings are
/// withheld where they must be.
using ReadObserver = std::function<void(std::uint32_t unit, const TallySheet& sheet,
                                        std::span<const CellKey> withheld, const Readings& readings)>;

/// Reads every wanted unit without scoring it.
Status read_units_of(const AssessInput& input, const ReadObserver& observe);

/// Scores every wanted unit. `want` is ORIENTA_WANT_…; kPlugin errors name plugin, set and unit.
Result<SetResult> assess(const AssessInput& input, Runner& runner, PreparedSet prepared, std::uint32_t want,
                         const ReadObserver& observe = {}, std::stop_token stop = {});

/// The targets of nodes by unit, for roll_up(); empty where the set's own hold for everybody. `input` must
/// outlive it.
TargetOf node_targets(const AssessInput& input);

/// True where the set scores this unit: a kind in `scored_at` (or none is named), or a unit above one of
/// those.
std::vector<bool> scored_units(const CriteriaSet& set, const Organisation& organisation);

/// Why a target holds for a unit: the more particular ones come later.
enum class TargetFrom : std::uint8_t {
  kSet,          ///< the set's own for everybody
  kRequirement,  ///< what the set requires of the unit's role
  kAssessment,   ///< the assessment's for all units
  kKind,
  kRole,
  kUnit,
};

struct HeldTarget {
  orienta_target_t target{};
  TargetFrom from = TargetFrom::kSet;
};
/// As targets_of, with where each comes from.
std::vector<HeldTarget> held_targets(const CriteriaSet& set, const Unit& unit,
                                     std::span<const AssessmentTarget> targets);

/// The targets that hold for a unit, by node, then indicator: unit over role over kind over the assessment's
/// for all, over what the set requires of the unit's role, over the set's own.
std::vector<orienta_target_t> targets_of(const CriteriaSet& set, const Unit& unit,
                                         std::span<const AssessmentTarget> targets);

}  // namespace orienta
