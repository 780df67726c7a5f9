// SPDX-License-Identifier: MIT
// Use cases around sampling: which units of a kind to assess this time.
#pragma once

#include <string>
#include <vector>

#include "analysis/sampling.hpp"
#include "app/scoring.hpp"

namespace orienta {

struct SampleOrder {
  UnitKind kind = UnitKind::kBranch;
  SamplingPlan plan;
};

/// Who would be assessed, and why.
struct SampleProposal {
  struct Line {
    std::uint32_t unit = 0;
    Candidate candidate;
    Chosen chosen;
  };
  Sample sample;            ///< as it would be recorded
  std::vector<Line> lines;  ///< all units of the kind, in the organisation's order
  Problems remarks;         ///< why a set had no say in what was the lowest last time
};

/// Chooses among all units of the kind, in scope or not. A unit's size is its population, where every unit of
/// the kind has one, else its weight; its result last time is the lowest of its indexes over the sets of the
/// assessment before, scored now. kNotFound when there is no unit of the kind.
Result<SampleProposal> propose_sample(const Project& project, const OpenAssessment& assessment,
                                      PluginHost& plugins, const SampleOrder& order);

/// Sets the scope by it and records the sample: one action. What lies below a unit of the kind follows it.
Status apply_sample(Project& project, const OpenAssessment& assessment, const SampleProposal& proposal);

/// unit,name,scope,why,draw,size,last_index.
Table sample_table(const OpenAssessment& assessment, const SampleProposal& proposal);

}  // namespace orienta
