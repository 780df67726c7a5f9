// SPDX-License-Identifier: MIT
// The log as people see it; undo and redo.
#include <algorithm>
#include <map>

#include "store/codec.hpp"
#include "store/contents.hpp"
#include "store/keys.hpp"
#include "store/open_file.hpp"
#include "store/project_impl.hpp"

namespace orienta {
namespace {

using store::Database;
using store::Query;
namespace keys = store::keys;

/// One cell of an entry, in the direction it is to be taken.
struct Step {
  std::string key;
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> to;
};

std::vector<Step> steps_of(Database& database, std::int64_t entry, bool backward) {
  std::vector<Step> steps;
  Query changes = database.query("SELECT key, old, new FROM change WHERE entry=? ORDER BY key");
  changes.bind(entry);
  while (changes.step()) {
    Step step{changes.text(0), changes.optional_number(1), changes.optional_number(2)};
    if (backward) std::swap(step.from, step.to);
    steps.push_back(std::move(step));
  }
  return steps;
}

bool is_closed(Database& database, std::string_view assessment) {
  const auto head = store::content_of(
      database, std::string(keys::kAssessment) + keys::kSeparator + std::string(assessment));
  return head && store::decode_head(head->body).assessment.closed;
}

/// Whether the content, or the note of the answer it is, was erased.
bool is_erased(Database& database, const Step& step) {
  if (!step.to) return false;
  const std::optional<std::string> body = store::body_of(database, *step.to);
  if (!body) return true;
  if (keys::split(step.key)[0] != keys::kAnswer) return false;
  const std::optional<Hash> note = store::decode_answer(*body).note;
  return note && !store::body_of(database, *note);
}

Error in_the_way(Database& database, const Step& step) {
  Query last = database.query(
      "SELECT l.at FROM change c JOIN log l ON l.id=c.entry WHERE c.key=? ORDER BY l.id DESC LIMIT 1");
  const std::string at = last.bind(step.key).step() ? last.text(0) : std::string();
  return fail(ErrorKind::kConflict, msg("store.changed-since", {{"cell", keys::shown(step.key)}, {"at", at}}),
              store::in_file(database.file()));
}

Status check(Database& database, const std::vector<Step>& steps) {
  for (const Step& step : steps) {
    if (store::payload_of(database, step.key) != step.from) return failure(in_the_way(database, step));
    if (is_erased(database, step))
      return failure(ErrorKind::kRefused, msg("store.was-erased", {{"cell", keys::shown(step.key)}}),
                     store::in_file(database.file()));
  }
  // Results may be kept, and given up, after the assessment is closed.
  const std::string_view snapshot = keys::kSnapshot;
  std::string_view seen;
  for (const Step& step : steps) {
    const std::string_view assessment = keys::assessment_of(step.key);
    if (assessment.empty() || assessment == seen || keys::split(step.key)[0] == snapshot) continue;
    if (is_closed(database, assessment))
      return failure(ErrorKind::kRefused, msg("store.assessment-closed", {{"assessment", assessment}}),
                     store::in_file(database.file()));
    seen = assessment;
  }
  return {};
}

Result<LogEntry> take(Database& database, const std::string& replica, const store::Undoable::Entry& entry,
                      LogEntry::Kind kind, const Message& action) {
  const std::vector<Step> steps = steps_of(database, entry.id, kind == LogEntry::Kind::kUndo);
  if (Status possible = check(database, steps); !possible) return failure(std::move(possible.error()));
  store::Writer writer(database, replica);
  for (const Step& step : steps)
    writer.set(step.key, step.to);
  return writer.finish(action, kind, entry.sequence);
}

}  // namespace

Result<LogEntry> Project::undo() {
  if (Status ready = impl_->ready_to_write(); !ready) return failure(std::move(ready.error()));
  return impl_->run([](Database& database) -> Result<LogEntry> {
    store::Transaction transaction(database);
    const std::string replica = store::own_replica(database);
    const store::Undoable undoable = store::undoable(database, replica);
    if (undoable.done.empty())
      return failure(ErrorKind::kNotFound, msg("store.nothing-to-undo"), store::in_file(database.file()));
    const store::Undoable::Entry& last = undoable.done.back();
    Result<LogEntry> entry = take(database, replica, last, LogEntry::Kind::kUndo,
                                  msg("store.action-undo", {{"entry", last.sequence}}));
    if (entry) transaction.commit();
    return entry;
  });
}

Result<LogEntry> Project::redo() {
  if (Status ready = impl_->ready_to_write(); !ready) return failure(std::move(ready.error()));
  return impl_->run([](Database& database) -> Result<LogEntry> {
    store::Transaction transaction(database);
    const std::string replica = store::own_replica(database);
    const store::Undoable undoable = store::undoable(database, replica);
    if (undoable.undone.empty())
      return failure(ErrorKind::kNotFound, msg("store.nothing-to-redo"), store::in_file(database.file()));
    const store::Undoable::Entry& last = undoable.undone.back();
    Result<LogEntry> entry = take(database, replica, last, LogEntry::Kind::kRedo,
                                  msg("store.action-redo", {{"entry", last.sequence}}));
    if (entry) transaction.commit();
    return entry;
  });
}

Result<std::vector<LogEntry>> Project::log() const {
  return impl_->run([](Database& database) -> Result<std::vector<LogEntry>> {
    std::map<std::string, std::vector<std::uint64_t>> undone;
    Query replicas = database.query("SELECT id FROM replica");
    while (replicas.step())
      undone[replicas.text(0)] = store::undoable(database, replicas.text(0)).all_undone;
    std::vector<LogEntry> entries;
    Query rows = database.query(
        "SELECT id, replica, sequence, at, action, kind, of, previous, hash, "
        "(SELECT count(*) FROM change c WHERE c.entry=l.id) FROM log l ORDER BY id DESC");
    while (rows.step()) {
      LogEntry entry = store::shown(store::read_entry(rows), static_cast<std::size_t>(rows.number(9)));
      const std::vector<std::uint64_t>& list = undone[entry.replica];
      entry.undone = std::find(list.begin(), list.end(), entry.sequence) != list.end();
      entries.push_back(std::move(entry));
    }
    return entries;
  });
}

}  // namespace orienta
