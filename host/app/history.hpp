// SPDX-License-Identifier: MIT
// Undo and redo as use cases: the project's history moves, and what is derived from it follows.
#pragma once

#include "app/assessment.hpp"

namespace orienta {

Result<LogEntry> undo_last(Project& project);
Result<LogEntry> redo_last(Project& project);

}  // namespace orienta
