// SPDX-License-Identifier: MIT
// Use cases that show numbers: readings, scores and their reasons. They write nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/assessment.hpp"
#include "reports/table.hpp"

namespace orienta {

/// What to look at: ids as the user gave them; empty means all.
struct Selection {
  std::string unit;
  std::string set;
};

/// One row per unit, indicator, source (and combined), segment value and named statistic:
/// unit,set,indicator,source,segment,statistic,value,low,high,n,not_applicable,dont_know,missing,state.
/// `segment` is empty for the whole, else "<segment>=<value>". A withheld row has no numbers at all.
/// `missing` is 1 where nobody answered. Pairs stand as indicator "joint:<id>" with the statistic gap.
Result<Table> readings_table(const Project& project, const OpenAssessment& assessment,
                             const Selection& selection);

/// One set's results, or the error that stopped its plugin: other sets stand.
struct SetScore {
  std::size_t set = 0;  ///< index into OpenAssessment::sets
  SetResult result;
  std::optional<Error> failed;
  const Package* package = nullptr;
  Trust trust = Trust::kNone;
};

/// Scores the selected sets. A unit is scored with all units below it, so that it can be rolled up. `want` is
/// ORIENTA_WANT_….
Result<std::vector<SetScore>> score_sets(const Project& project, const OpenAssessment& assessment,
                                         PluginHost& plugins, const Selection& selection, std::uint32_t want);

/// unit,set,node,basis,state,level,level_possible,of,stage,index,index_low,index_high,ci_low,ci_high,completeness,share,
/// of_units,n: all nodes, or those of sets alone. Units are those selected.
Table score_table(const OpenAssessment& assessment, const std::vector<SetScore>& scores,
                  const Selection& selection, bool every_node);

/// A node in a table: its id for programs, its title (where it has one) for people.
TableCell named(const CriteriaSet& set, std::uint32_t node, bool with_titles);

/// The columns of the above, as results of other calls are printed in the same shape.
std::vector<Column> score_columns();

/// The units of a kind that the set scores, with an index of their own, worst first: by level, then by index,
/// then in the organisation's order. At most `most`, by place in the result.
std::vector<std::size_t> worst_units(const OpenAssessment& assessment, const SetScore& score,
                                     std::size_t most);

/// "2 of 5", or "2 of 5, possible 4"; for a result that has a level.
Message level_words(const NodeResult& node);
/// "weakest: Site, level 1 of 5": of a unit's own results in a set whose dimensions each have a ladder while
/// the set has none; the lowest level, and among several the lowest index. Nothing where that is not so.
std::optional<Message> weakest_words(const CriteriaSet& set, const UnitResult& unit);
/// Whether the set has levels and yet no unit got one: they may be those of its dimensions.
bool may_be_profile(const CriteriaSet& set, const SetResult& results);
/// "38 of 120 at level 3 or above" where the target is a level and everybody has it, else "32 % of 120 units
/// at target"; for a result that has a share.
Message share_words(const OpenAssessment& assessment, const CriteriaSet& set, const NodeResult& node);

/// Errors of all sets that failed, for the caller to print; empty when none did.
Problems failures_of(const std::vector<SetScore>& scores);

}  // namespace orienta
