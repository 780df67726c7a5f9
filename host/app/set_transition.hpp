// SPDX-License-Identifier: MIT
// From one version of a set to another within an open assessment: which answers, figures and survey counts
// stay, which go on under another id, and which go to the archive (answers/archive.hpp). Planned first,
// without writing.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/assessment.hpp"
#include "criteria/diff.hpp"

namespace orienta {

/// What happens to what is known about one indicator of the earlier version, for one reason.
struct AnswersFate {
  std::string indicator;  ///< id in the earlier version
  std::string now;        ///< id in the later one; empty: to the archive
  /// Of what goes to the archive: "removed", "split", "merged", "rescaled", "source", "asked-elsewhere".
  std::string reason;
  std::uint64_t answers = 0;  ///< without those of anonymous sources, whose number is not told
  std::uint64_t figures = 0;
  std::uint64_t surveys = 0;  ///< waves that have something on it
  bool anonymous = false;     ///< there are answers of anonymous sources too

  bool stays() const { return !now.empty(); }
};

/// A target that names what is not there any more goes with it.
struct TargetFate {
  std::string node;
  std::string now;  ///< empty: the target goes
};

struct SetTransition {
  SetDiff diff;
  std::vector<AnswersFate> answers;  ///< by indicator of the earlier version; only those with something known
  std::vector<TargetFate> targets;   ///< those that change
  std::size_t findings = 0;          ///< that go on under another id

  // What carrying it out writes.
  Assessment after;  ///< with the set pinned anew and its targets
  std::vector<std::pair<AnswerKey, Answer>> moved_answers;
  std::vector<std::pair<MeasureFigure, MeasureFigure>> moved_figures;
  std::vector<Finding> moved_findings;
  struct WaveChange {
    Wave wave;
    std::shared_ptr<const TallyLayout> layout;
    std::vector<std::pair<UnitId, TallySheet>> sheets;
  };
  std::vector<WaveChange> waves;

  /// Whether anything needs a decision: goes to the archive.
  bool archives() const;
};

/// `before` and `after` are the two versions with what overlays exclude still in them, `pin` names the later
/// one.
Result<SetTransition> plan_transition(const Project& project, const OpenAssessment& assessment,
                                      std::size_t set, const CriteriaSet& before, const CriteriaSet& after,
                                      PinnedSet pin);

/// Writes what was planned into the change, sheets too; the texts of the later version must be in it.
Status carry_out(const Project& project, const SetTransition& transition, Change& change);

/// One indicator's answers in the archive of an assessment.
struct ArchivedAnswers {
  SetId set;
  std::string version;  ///< that asked
  std::string indicator;
  std::string reason;
  std::uint64_t answers = 0;  ///< without those of anonymous sources
  std::uint64_t figures = 0;
};
Result<std::vector<ArchivedAnswers>> archived_answers(const Project& project,
                                                      const OpenAssessment& assessment);

}  // namespace orienta
