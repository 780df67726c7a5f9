// SPDX-License-Identifier: MIT
// The lines of an explanation that say which units below stand behind a result that was rolled up.
#pragma once

#include <cstdint>
#include <vector>

#include "app/explain.hpp"

namespace orienta {

/// How `rolled` came about (the rule, and how many units reach the target) and the units right below with
/// what each brings, the lowest first; of many only the lowest. `depth` is that of the lines made.
std::vector<ExplainLine> units_behind(const OpenAssessment& assessment, const CriteriaSet& set,
                                      const SetResult& results, std::uint32_t unit, const NodeResult& rolled,
                                      int depth);

}  // namespace orienta
