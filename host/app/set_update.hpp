// SPDX-License-Identifier: MIT
// Use cases around versions of sets and overlays in an open assessment: each is planned first and carried out
// in one transaction with one entry in the history, so that undo takes all of it back.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/set_transition.hpp"
#include "reports/table.hpp"

namespace orienta {

/// A set by id from the search path, or the file of that name (of a folder its set.yaml).
Result<ReadSet> set_of_name(const Places& places, const std::string& name);

/// What an update or an overlay would do, and all that it writes.
struct PlannedSet {
  SetId set;
  std::string before;  ///< versions, with the overlays that lie over them
  std::string after;
  SetTransition transition;
  std::vector<std::string> excluded;                ///< ids of indicators that rest from now on
  std::vector<std::pair<Hash, std::string>> texts;  ///< of the set and the overlays, to be kept
  Problems remarks;                                 ///< lint's, and ids of an overlay that were followed
  bool is_same = false;                             ///< there is nothing to do
};

struct SetUpdateOrder {
  std::string set;   ///< id in the assessment
  std::string from;  ///< a file with the version wanted; empty: the one in the search path
  /// Overlays to lie over it in the place of those there are; nothing keeps these.
  std::optional<std::vector<std::filesystem::path>> overlays;
};

/// Plans the change to another version of a set, its overlays, or both. kRefused when the assessment is
/// closed; kNotFound; kInput with all problems of the set and the overlays. An overlay that does not fit the
/// new version is kConflict: the problems say what no longer fits.
Result<PlannedSet> plan_set_update(const Project& project, const OpenAssessment& assessment,
                                   const Places& places, const SetUpdateOrder& order);

/// The same for overlays alone, over the version that the assessment has.
Result<PlannedSet> plan_overlays(const Project& project, const OpenAssessment& assessment,
                                 const std::string& set, const std::vector<std::filesystem::path>& overlays);

/// Writes it under that action.
Status carry_out(Project& project, const PlannedSet& planned, Message action);

/// change,part,id,field,before,after.
Table differences_table(const SetDiff& diff);
/// indicator,now,fate,reason,answers,figures,surveys,anonymous.
Table fates_table(const SetTransition& transition);
/// set,version,indicator,reason,answers,figures.
Table archive_table(const std::vector<ArchivedAnswers>& archive);

}  // namespace orienta
