// SPDX-License-Identifier: MIT
// Use cases that say what improvements would bring and take. They write nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/improving.hpp"
#include "app/scoring.hpp"

namespace orienta {

/// Work in days of one person, as a mean and its variance.
struct Effort {
  double days = 0;
  double variance = 0;

  /// Efforts are taken as independent: means and variances add up.
  Effort& operator+=(const Effort& other) {
    days += other.days;
    variance += other.variance;
    return *this;
  }
};

/// From the least, the likely and the most: mean (a + 4m + b) / 6, variance ((b - a) / 6)^2. Source: D. G.
/// Malcolm, J. H. Roseboom, C. E. Clark, W. Fazar, "Application of a Technique for Research and Development
/// Program Evaluation" (PERT), Operations Research 7 (1959).
Effort effort_of(const Improvement& improvement);

/// Which of a set's improvements are chosen, by index.
using Chosen = std::vector<bool>;

/// The chosen ones with all that has to come before them.
Chosen with_needs(const CriteriaSet& set, Chosen chosen);
/// The chosen ones without `dropped` and without all that needs it.
Chosen without(const CriteriaSet& set, Chosen chosen, std::uint32_t dropped);
Effort effort_of(const CriteriaSet& set, const Chosen& chosen);

/// What is tried: improvements, and single criteria besides.
struct Plan {
  Chosen chosen;
  std::vector<Raise> raises;
};

/// The results of the unit (by index) for the set as they are and with the plan done. A plugin's failure is
/// the error.
Result<BeforeAfter> project_plan(const Project& project, const OpenAssessment& assessment,
                                 PluginHost& plugins, std::size_t set, std::uint32_t unit, const Plan& plan);

/// What one improvement brings with all that it needs, and nothing else.
struct ImprovementEffect {
  Effort effort;                  ///< with all that it needs
  std::optional<double> index;    ///< change of the set's index; nothing where there is none
  std::optional<int> level;       ///< the proven level after it
  std::optional<double> per_day;  ///< index / effort.days; nothing without effort
};

/// Of every improvement of the set, by index.
Result<std::vector<ImprovementEffect>> improvement_effects(const Project& project,
                                                           const OpenAssessment& assessment,
                                                           PluginHost& plugins, std::size_t set,
                                                           std::uint32_t unit);

}  // namespace orienta
