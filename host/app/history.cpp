// SPDX-License-Identifier: MIT
#include "app/history.hpp"

namespace orienta {
namespace {

Result<LogEntry> followed(Project& project, Result<LogEntry> entry) {
  if (entry)
    if (Status fresh = refresh_stale_sheets(project); !fresh) return failure(std::move(fresh.error()));
  return entry;
}

}  // namespace

Result<LogEntry> undo_last(Project& project) {
  return followed(project, project.undo());
}

Result<LogEntry> redo_last(Project& project) {
  return followed(project, project.redo());
}

}  // namespace orienta
