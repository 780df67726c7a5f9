// SPDX-License-Identifier: MIT
// Undo and redo as use cases: the project's history moves, and what is derived from it follows.
#pragma once

#include "app/assessment.hpp"

namespace orienta {

/// Both give the action that was undone or done again.
Result<Message> undo_last(Project& project);
Result<Message> redo_last(Project& project);

}  // namespace orienta
