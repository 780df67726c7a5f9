// SPDX-License-Identifier: MIT
// Use cases around a project's organisation, sets and assessments. Each is one action in the project's
// history.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/assessment.hpp"

namespace orienta {

struct NewProject {
  std::string organisation;
  std::string note;               ///< where the data come from, or that they are invented
  std::vector<Unit> units;        ///< empty: the organisation, with a branch if a set scores them
  std::vector<std::string> sets;  ///< ids, from the search path
  std::vector<std::filesystem::path> set_files;  ///< more sets, from these files
  std::string assessment;                        ///< empty: made from the period
  std::optional<Period> period;                  ///< empty: the half-year of as_of
  std::optional<Date> as_of;                     ///< empty: today, or the period's day nearest to it
};

struct MadeProject {
  Problems remarks;       ///< of lint on the sets, and on what they score and the organisation has not
  std::size_t units = 0;  ///< that it has now
};

/// Makes the file with its first assessment, all or nothing.
Result<MadeProject> make_project(const std::filesystem::path& file, const NewProject& wanted,
                                 const Places& places);

struct NewAssessment {
  std::string id;                ///< empty: made from the period
  std::optional<Period> period;  ///< empty: the half-year of as_of
  std::optional<Date> as_of;     ///< empty: today, or the period's day nearest to it
  /// Takes the newest assessment's answers over, marked as not looked at again, and its open findings.
  bool carry_over = false;
};

/// Takes units, sets, targets and scope over from the newest assessment.
Result<Assessment> make_assessment(Project& project, const NewAssessment& wanted);

/// Stores the results and freezes the assessment.
Result<Assessment> close_assessment(Project& project, PluginHost& plugins, const std::string& id);

/// One line of what a change of units or sets would do.
struct Difference {
  enum class Kind : std::uint8_t { kAdded, kRemoved, kChanged } kind = Kind::kAdded;
  std::string id;
  std::string what;  ///< of kChanged: the field
  std::string before;
  std::string after;
};

std::vector<Difference> differences(const std::vector<Unit>& before, const std::vector<Unit>& after);

/// Whose word it is which units are in scope: that of the assessment, for those it has already, or that of
/// the units that are given.
enum class ScopeOf : std::uint8_t { kAssessment, kUnits };

/// The scope that `before` has for the units of its own.
void keep_scope(const std::vector<Unit>& before, std::vector<Unit>& units);

/// Replaces the open assessment's units. Units that have answers cannot be removed: kConflict names them.
Status replace_units(Project& project, const Assessment& assessment, std::vector<Unit> units,
                     ScopeOf scope = ScopeOf::kAssessment);

Result<Problems> add_set(Project& project, const Assessment& assessment, const std::string& id,
                         const Places& places);
/// kConflict when the set has answers, unless `with_answers`; they stay in the file and count no more.
Status remove_set(Project& project, const Assessment& assessment, const std::string& id, bool with_answers);

/// Takes units in or out of this assessment's scope.
Status set_scope(Project& project, const Assessment& assessment, const std::vector<UnitId>& units,
                 bool in_scope);

/// The half-year that holds the day, "2026-h2".
Period half_year_of(Date day);
AssessmentId id_of(const Period& period);

}  // namespace orienta
