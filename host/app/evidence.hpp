// SPDX-License-Identifier: MIT
// Use cases around evidence: the documents, records, talks and visits that answers rest on. It belongs to the
// project; all its assessments may name it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "app/assessment.hpp"
#include "reports/table.hpp"

namespace orienta {

struct EvidenceReport {
  std::uint64_t fresh = 0;
  std::uint64_t changed = 0;
  std::uint64_t unchanged = 0;
};

/// Brings a list of evidence in, by id: what is there already is replaced, nothing is removed. One action.
/// Where `place` is a file that can be read here (a relative one beside the project), its hash is kept with
/// it, for verify; a hash stays while the place does.
Result<EvidenceReport> import_evidence(Project& project, const std::filesystem::path& file,
                                       const std::string& encoding, bool dry_run);

/// id,kind,title,place,date,expires,answers,state,hash: `answers` counts those of the assessment that name
/// it; `state` is "valid", or "expired" before the as-of date, when it no longer counts.
Result<Table> evidence_table(const Project& project, const OpenAssessment& assessment);

}  // namespace orienta
