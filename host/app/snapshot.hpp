// SPDX-License-Identifier: MIT
// Stored results with their inputs, and the check whether they can be had again.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/scoring.hpp"

namespace orienta {

/// Results ready to be stored: the snapshot's text and the contents it names by hash.
struct SnapshotDraft {
  AssessmentId assessment;
  std::string body;
  std::vector<std::string> payloads;
};

/// Scores every set of the assessment. A plugin that fails makes it an error: half a result is not stored.
Result<SnapshotDraft> take_snapshot(const Project& project, const OpenAssessment& assessment,
                                    PluginHost& plugins);
Status put_snapshot(Change& change, const SnapshotDraft& draft);

/// `score --save`: one action.
Result<std::string> save_results(Project& project, const OpenAssessment& assessment, PluginHost& plugins);

/// What recomputing a stored result says.
enum class Verdict : std::uint8_t {
  kIdentical,        ///< to the bit
  kEqual,            ///< to 1e-12 and the same levels: another build or machine
  kPluginDiffers,    ///< differs, and the plugin's version or package differs
  kUnexplained,      ///< differs, and nothing explains it: an error
  kCannotRecompute,  ///< plugin, set or contents are not here
};
std::string_view name_of(Verdict verdict);

struct Verified {
  std::string snapshot;
  AssessmentId assessment;
  SetId set;
  Verdict verdict = Verdict::kCannotRecompute;
  bool moved_on = false;                   ///< answers, targets or sets have changed since
  Problems reasons;                        ///< why it cannot be recomputed, or where it differs first
  std::vector<std::string> overlays = {};  ///< ids of those that lay over the set
};

/// Recomputes the stored results of the assessment from their stored inputs.
Result<std::vector<Verified>> verify_results(const Project& project, const OpenAssessment& assessment,
                                             PluginHost& plugins);

/// Evidence whose file lies beside the project or at its place: hashes that do not match, files that are
/// gone.
Result<Problems> verify_evidence(const Project& project);

}  // namespace orienta
