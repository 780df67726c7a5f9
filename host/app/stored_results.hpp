// SPDX-License-Identifier: MIT
// Results as they were stored by `score --save` or on closing an assessment, for when they cannot be
// computed.
#pragma once

#include <optional>
#include <string>

#include "app/assessment.hpp"
#include "scoring/result.hpp"

namespace orienta {

struct StoredResult {
  SetResult result;      ///< units and nodes that the assessment still has
  std::string snapshot;  ///< which one it is from
};

/// Stored results of a set of the assessment, if there are any from the assessment as it is now (its units,
/// sets and targets); nothing when there are none. kCorrupt when they cannot be read.
Result<std::optional<StoredResult>> stored_result(const Project& project, const OpenAssessment& assessment,
                                                  std::size_t set);

}  // namespace orienta
