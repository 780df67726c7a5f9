// SPDX-License-Identifier: MIT
#include "app/history.hpp"

namespace orienta {
namespace {

Result<HistoryStep> followed(Project& project, const Result<LogEntry>& entry) {
  if (!entry) return failure(entry.error());
  if (Status fresh = refresh_stale_sheets(project); !fresh) return failure(std::move(fresh.error()));
  const auto log = project.log();
  if (!log) return failure(log.error());
  for (const LogEntry& other : *log)
    if (other.replica == entry->replica && other.sequence == entry->of)
      return HistoryStep{other.action, entry->passed_over};
  return HistoryStep{entry->action, entry->passed_over};
}

}  // namespace

Result<HistoryStep> undo_last(Project& project) {
  return followed(project, project.undo());
}

Result<HistoryStep> redo_last(Project& project) {
  return followed(project, project.redo());
}

}  // namespace orienta
