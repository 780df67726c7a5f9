// SPDX-License-Identifier: MIT
// Use cases that say what lies between a unit and its targets, and what would move its result. They write
// nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/gaps.hpp"
#include "analysis/next_level.hpp"
#include "analysis/what_if.hpp"
#include "app/scoring.hpp"

namespace orienta {

/// One set's gaps for a unit, or the error that stopped its plugin.
struct SetGaps {
  std::size_t set = 0;  ///< index into OpenAssessment::sets
  GapReport report;
  /// What keeps the units from the next level, in the order of `report.units`; empty where there are too many
  /// of them to look at one by one.
  std::vector<NextLevel> next;
  std::optional<Error> failed;
  const Package* package = nullptr;
};

/// For the selected unit (empty: the one on top of the tree) and set (empty: all), with the effects of the
/// first `most` criteria of each set. With a `role`, of the units below that have it: kNotFound when no unit
/// has it.
Result<std::vector<SetGaps>> gaps_of(const Project& project, const OpenAssessment& assessment,
                                     PluginHost& plugins, const Selection& selection, std::size_t most,
                                     const std::string& role = {});

/// How many of the units a criterion alone keeps from their next level.
std::size_t blocked_by(const SetGaps& gaps, std::uint32_t node);

/// The gaps that are listed: missing levels, then the first `most` of the others.
std::span<const Gap> listed_gaps(const GapReport& report, std::size_t most);

/// unit,set,node,target_kind,target,actual,gap,implied,mandatory_failed,weight,below,of_units,quadrant,effect,
/// level_after,share_after,blocks: the listed ones of each set. `node` is an indicator's id for a figure;
/// `blocks` counts the units that the criterion alone keeps from their next level.
Table gaps_table(const OpenAssessment& assessment, const std::vector<SetGaps>& gaps, std::uint32_t unit,
                 std::size_t most);

Message words_of(Quadrant quadrant);

/// What is to be tried, as the user wrote it: "node=0.85".
struct WhatIfOrder {
  Selection selection;
  std::vector<std::string> ratings;  ///< criteria, 0 to 1
  std::vector<std::string> values;   ///< indicators, 0 to 1
  std::vector<std::string> weights;  ///< nodes, at least 0
};

struct SetBeforeAfter {
  std::size_t set = 0;
  BeforeAfter result;
  const Package* package = nullptr;
};

/// Every set that has one of the nodes is scored before and after. kUsage for what cannot be read, kNotFound
/// (with the nearest) for nodes no set has; a plugin's failure is the error.
Result<std::vector<SetBeforeAfter>> try_what_if(const Project& project, const OpenAssessment& assessment,
                                                PluginHost& plugins, const WhatIfOrder& order);

/// unit,set,node,index_before,index_after,change,level_before,level_after,possible_before,possible_after,
/// share_before,share_after: of the set, its dimensions, and the criteria that differ. `with_titles`: for
/// people, nodes by their titles.
Table what_if_table(const OpenAssessment& assessment, const std::vector<SetBeforeAfter>& results,
                    std::uint32_t unit, bool with_titles);

}  // namespace orienta
