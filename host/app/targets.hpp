// SPDX-License-Identifier: MIT
// Use cases around the targets of an assessment. Each is one action in the project's history.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/assessment.hpp"
#include "reports/table.hpp"

namespace orienta {

/// A target as the user gave it, still text; empty where nothing was said.
struct TargetOrder {
  std::string node;  ///< set, dimension, criterion or indicator
  std::string set;   ///< needed only where several sets have the node
  std::string unit;  ///< at most one of unit, role and kind
  std::string role;
  std::string kind;
  std::string level;  ///< exactly one of level, index and value
  std::string index;
  std::string value;
};

/// Takes what is wrong with the text of a column ("node", "level", …).
using TargetProblem = std::function<void(std::string_view column, Message message)>;

/// Whom and what the target is for, without its figure. Reports all that is wrong; nothing then.
std::optional<AssessmentTarget> target_place(const OpenAssessment& assessment, const TargetOrder& order,
                                             const TargetProblem& report);
/// The whole target: a level stands on a set or dimension, within the set's levels; an index is 0 to 100, on
/// any node; a value stands on an indicator, within its scale.
std::optional<AssessmentTarget> checked_target(const OpenAssessment& assessment, const TargetOrder& order,
                                               const TargetProblem& report);

/// What was done with one target.
struct TargetChange {
  enum class Kind : std::uint8_t { kAdded, kChanged, kUnchanged, kRemoved } kind = Kind::kAdded;
  AssessmentTarget target;
};

/// Sets one target; one for the same node and the same units is replaced.
Result<std::vector<TargetChange>> set_target(Project& project, const OpenAssessment& assessment,
                                             const TargetOrder& order);
/// Sets those of a file: node,[set],[unit],[role],[kind] and one of level,index,value. All or nothing.
Result<std::vector<TargetChange>> import_targets(Project& project, const OpenAssessment& assessment,
                                                 const std::filesystem::path& file,
                                                 const std::string& encoding, bool dry_run);
/// Removes the one for just that node and just these units. kNotFound.
Result<std::vector<TargetChange>> remove_target(Project& project, const OpenAssessment& assessment,
                                                const TargetOrder& order);

/// change,set,node,unit,role,kind,level,index,value.
Table target_changes_table(const std::vector<TargetChange>& changes);
/// set,node,unit,role,kind,level,index,value: what the assessment itself says.
Table targets_table(const OpenAssessment& assessment);
/// set,node,level,index,value,from: what holds for a unit, the sets' own targets too. `from` is set,
/// requirement, assessment, kind, role or unit.
Result<Table> unit_targets_table(const OpenAssessment& assessment, const std::string& unit);

}  // namespace orienta
