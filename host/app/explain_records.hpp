// SPDX-License-Identifier: MIT
// The records behind an indicator: who answered what, on what evidence, and what an auditor found.
#pragma once

#include <cstdint>
#include <vector>

#include "app/explain.hpp"

namespace orienta {

/// The answers of assessors to an indicator of a set with their evidence, where sources are not anonymous
/// (who said what stays among those who may know), then the findings about it.
Result<std::vector<ExplainLine>> records_behind(const Project& project, const OpenAssessment& assessment,
                                                std::size_t set, std::uint32_t indicator, std::uint32_t unit,
                                                int depth);

}  // namespace orienta
