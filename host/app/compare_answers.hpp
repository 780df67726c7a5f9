// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "app/compare.hpp"

namespace orienta {

/// By node of the second assessment's set: where its answers at and below the unit come from.
Result<std::vector<AnswerOrigins>> answer_origins(const Project& project, const OpenAssessment& first,
                                                  const OpenAssessment& second, std::size_t set,
                                                  const UnitId& unit);

}  // namespace orienta
