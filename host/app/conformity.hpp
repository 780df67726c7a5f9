// SPDX-License-Identifier: MIT
// What the sets of a project say about standards: they map criteria and questions to clauses (`maps_to`), so
// one assessment is read by the clauses of many standards. Clause numbers alone are shown, never their text;
// and that a clause is met here means that the criteria mapped to it hold, which no certificate follows from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/scoring.hpp"

namespace orienta {

/// What a `maps_to` names: "ISO 9001:2015 9.1.2" is "ISO 9001", "2015", "9.1.2". Edition and clause may be
/// missing.
struct StandardClause {
  std::string standard;
  std::string edition;
  std::string clause;
  bool operator==(const StandardClause&) const = default;
};
StandardClause clause_of(std::string_view maps_to);

/// Whether what a person wrote means the standard: letters and digits decide, so that "ISO-10002",
/// "iso10002:2018" and "10002" all mean ISO 10002:2018; an edition that is given has to agree.
bool means_standard(std::string_view written, const StandardClause& clause);

/// In the order of a report, worst first.
enum class Conformity : std::uint8_t {
  kNotMet,         ///< below what the set demands of a rung, whatever is still open
  kOpen,           ///< open, withheld, or open answers decide
  kMet,            ///< at or above it, open answers taken as worst
  kNotApplicable,  ///< nothing of it applies
};
/// "not_met", "open", "met", "not_applicable".
std::string_view name_of(Conformity conformity);
Message words_of(Conformity conformity);

/// A criterion or a question that is mapped to the clause, for one unit.
struct MappedNode {
  std::size_t set = 0;  ///< index into OpenAssessment::sets
  std::uint32_t criterion = 0;
  std::optional<std::uint32_t> indicator;  ///< where the question itself is mapped
  Conformity conformity = Conformity::kOpen;
  double needed = 0;            ///< index from which it is met: the set's holds.rating
  std::optional<double> index;  ///< 0 to 100
  std::optional<double> index_low;
  std::optional<double> index_high;
  /// Rolled: of how many units that score the criterion it is put together, and how many of them meet it. It
  /// is met when all of them do.
  std::optional<std::uint32_t> of_units;
  std::uint32_t units_met = 0;
};

struct ClauseView {
  StandardClause clause;
  Conformity conformity = Conformity::kOpen;  ///< the worst of what is mapped and applies
  std::optional<double> index;                ///< the lowest
  std::vector<MappedNode> mapped;             ///< worst first
};

/// The clauses of one standard, in each of its editions that the sets name, worst first; then by clause.
struct ConformityView {
  std::string standard;
  std::vector<ClauseView> clauses;
  Problems failures;  ///< sets whose plugin failed: their criteria are open
};

/// For the selected unit (empty: the one on top of the tree). kNotFound names the standards there are.
Result<ConformityView> conformity_to(const Project& project, const OpenAssessment& assessment,
                                     PluginHost& plugins, std::string_view standard,
                                     const Selection& selection);

/// One standard (an edition of it) as the sets name it.
struct StandardSummary {
  StandardClause standard;  ///< without a clause
  std::vector<std::size_t> sets;
  std::size_t clauses = 0;  ///< that the sets name; the standard may have more
  std::size_t criteria = 0;
  std::size_t met = 0;
  std::size_t not_met = 0;
  std::size_t open = 0;
  std::size_t not_applicable = 0;
  /// The share of clauses that is no longer open.
  double coverage() const {
    return clauses == 0 ? 0 : static_cast<double>(clauses - open) / static_cast<double>(clauses);
  }
};

struct StandardsView {
  std::vector<StandardSummary> standards;  ///< by name, then edition
  Problems failures;
};
Result<StandardsView> standards_in(const Project& project, const OpenAssessment& assessment,
                                   PluginHost& plugins, const Selection& selection);

/// unit,standard,edition,clause,clause_conformity,set,criterion,indicator,conformity,index,index_low,index_high,needed,
/// of_units,units_met: one row per mapped node. `with_titles`: for people, nodes by their titles.
Table conformity_table(const OpenAssessment& assessment, const ConformityView& view, std::uint32_t unit,
                       bool with_titles);

/// standard,edition,sets,clauses,criteria,met,not_met,open,not_applicable,coverage.
Table standards_table(const OpenAssessment& assessment, const StandardsView& view);

}  // namespace orienta
