// SPDX-License-Identifier: MIT
// An assessment with all that scoring needs, read from a project.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/assess.hpp"
#include "answers/records.hpp"
#include "app/places.hpp"
#include "store/project.hpp"

namespace orienta {

struct OpenAssessment {
  ProjectInfo info;
  Assessment record;
  Organisation organisation;
  std::vector<CriteriaSet> sets;  ///< as pinned, in the assessment's order
  std::vector<std::shared_ptr<const TallyLayout>> layouts;
  std::vector<Evidence> evidence;
  std::vector<Finding> findings;
  /// Open findings, counted per set, unit and indicator.
  std::vector<std::vector<std::vector<FindingCounts>>> finding_counts;
  /// The assessment with its own sets, where these are another one's (use_sets_of): what is stored is read by
  /// its own sets first, and then by the others'.
  std::shared_ptr<const OpenAssessment> stored_as;

  /// The set of that id; with an empty id the only one. kUsage names those there are.
  Result<std::size_t> set_index(const std::string& id) const;
  /// The unit of that id, or of that name where it is unambiguous. kNotFound names the nearest.
  Result<std::uint32_t> unit_index(const std::string& id) const;
};

/// The assessment called `wanted`; with an empty name the newest open one, or when all are closed the newest.
Result<OpenAssessment> open_assessment(const Project& project, const std::string& wanted);

/// Puts the other one's sets in the place of those with the same id, so that answers are read by that
/// version: what it calls by another name is followed, and what cannot be compared is left out
/// (criteria/diff.hpp).
void use_sets_of(const OpenAssessment& other, OpenAssessment& assessment);

/// The record only: for what does not score.
Result<Assessment> find_assessment(const Project& project, const std::string& wanted);

/// kRefused when the assessment is closed.
Status must_be_open(const Assessment& assessment);

/// The stored sheets of a set of the assessment, with stale ones tallied again from answers, and with what
/// surveys of other sets say about questions it shares. With `only`, of that unit alone. The references must
/// outlive it.
SheetSource stored_sheets(const Project& project, const OpenAssessment& assessment, std::size_t set,
                          std::optional<std::uint32_t> only = {});

/// Tallies again what a change made stale, within the change.
Status refresh_sheets(const Project& project, const OpenAssessment& assessment, Change& change);

/// Tallies again whatever is stale: after undo and redo.
Status refresh_stale_sheets(Project& project);

/// What `assess` needs for a set, from the project.
AssessInput input_for(const Project& project, const OpenAssessment& assessment, std::size_t set);

}  // namespace orienta
