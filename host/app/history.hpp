// SPDX-License-Identifier: MIT
// Undo and redo as use cases: the project's history moves, and what is derived from it follows.
#pragma once

#include "app/assessment.hpp"

namespace orienta {

/// What was undone or done again.
struct HistoryStep {
  Message action;
  std::size_t passed_over = 0;  ///< newer actions that stay, since their texts were erased
};

Result<HistoryStep> undo_last(Project& project);
Result<HistoryStep> redo_last(Project& project);

}  // namespace orienta
