// SPDX-License-Identifier: MIT
// After an answer only one unit reads differently, and those above it roll up anew. What a look at all units
// has found is kept, so that an answer costs one unit and not ten thousand.
#pragma once

#include <memory>
#include <vector>

#include "analysis/unit_reader.hpp"
#include "app/scoring.hpp"

namespace orienta {

/// One thread at a time. Valid while nothing but answers of its own unit changes: make a new one after
/// everything else.
class AnswerScoring {
 public:
  /// All must outlive it.
  AnswerScoring(const Project& project, const OpenAssessment& assessment, PluginHost& plugins)
      : project_(&project), assessment_(&assessment), plugins_(&plugins), sets_(assessment.sets.size()) {}

  /// The unit's readings for the set, as scoring sees them. The first call for a set looks at all its units.
  Result<Readings> readings(std::size_t set, std::uint32_t unit);

  /// The scores after these answers have changed, from those before: equal to scoring everything. Nothing
  /// where that cannot be had from a part: an answer concerns other units too, or a set failed before.
  Result<std::optional<std::vector<SetScore>>> after(std::span<const AnswerKey> changed,
                                                     const std::vector<SetScore>& before, std::uint32_t want);

 private:
  struct Kept {
    AssessInput input;
    std::optional<UnitReader> reader;
  };
  Kept& kept(std::size_t set);
  Result<UnitReader*> reader(std::size_t set);
  Status score_unit(SetScore& score, std::uint32_t unit, std::uint32_t want);

  const Project* project_;
  const OpenAssessment* assessment_;
  PluginHost* plugins_;
  std::vector<std::unique_ptr<Kept>> sets_;
};

}  // namespace orienta
