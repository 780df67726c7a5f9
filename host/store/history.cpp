// SPDX-License-Identifier: MIT
// The log as people see it; undo and redo.
#include <algorithm>
#include <map>
#include <set>

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

/// What lies beneath entries that are passed over, and has to stay with them: their cells, and the frame of
/// the assessments that they answer for.
class Blocked {
 public:
  bool holds(const Step& step) const {
    const std::string_view assessment = keys::assessment_of(step.key);
    return cells_.contains(step.key) || (is_frame(step.key) && assessments_.contains(assessment));
  }
  void add(const std::vector<Step>& steps) {
    for (const Step& step : steps) {
      cells_.insert(step.key);
      assessments_.emplace(keys::assessment_of(step.key));
    }
  }

 private:
  static bool is_frame(std::string_view key) {
    const std::string_view kind = keys::split(key)[0];
    return kind != keys::kAnswer && kind != keys::kMeasure && kind != keys::kFinding && kind != keys::kWave &&
           kind != keys::kWaveSheet;
  }

  std::set<std::string, std::less<>> cells_;
  std::set<std::string, std::less<>> assessments_;
};

/// Takes the newest entry that can be taken. Those that would bring an erased text back are passed over.
Result<LogEntry> take_newest(Database& database, const std::string& replica,
                             const std::vector<store::Undoable::Entry>& entries, LogEntry::Kind kind) {
  Blocked blocked;
  std::size_t passed_over = 0;
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry, ++passed_over) {
    const std::vector<Step> steps = steps_of(database, entry->id, kind == LogEntry::Kind::kUndo);
    const bool is_blocked = std::ranges::any_of(
        steps, [&](const Step& step) { return blocked.holds(step) || is_erased(database, step); });
    if (is_blocked) {
      blocked.add(steps);
      continue;
    }
    if (Status possible = check(database, steps); !possible) return failure(std::move(possible.error()));
    store::Writer writer(database, replica);
    for (const Step& step : steps)
      writer.set(step.key, step.to);
    const Message action = kind == LogEntry::Kind::kUndo
                               ? msg("store.action-undo", {{"entry", entry->sequence}})
                               : msg("store.action-redo", {{"entry", entry->sequence}});
    LogEntry done = writer.finish(action, kind, entry->sequence);
    done.passed_over = passed_over;
    return done;
  }
  return failure(ErrorKind::kRefused, msg("store.was-erased"), store::in_file(database.file()));
}

/// Undoes or does again, in a transaction of its own.
Result<LogEntry> move(Database& database, LogEntry::Kind kind) {
  store::Transaction transaction(database);
  const std::string replica = store::own_replica(database);
  const store::Undoable undoable = store::undoable(database, replica);
  const bool backward = kind == LogEntry::Kind::kUndo;
  const std::vector<store::Undoable::Entry>& entries = backward ? undoable.done : undoable.undone;
  if (entries.empty())
    return failure(ErrorKind::kNotFound,
                   backward ? msg("store.nothing-to-undo") : msg("store.nothing-to-redo"),
                   store::in_file(database.file()));
  Result<LogEntry> entry = take_newest(database, replica, entries, kind);
  if (entry) transaction.commit();
  return entry;
}

}  // namespace

Result<LogEntry> Project::undo() {
  if (Status ready = impl_->ready_to_write(); !ready) return failure(std::move(ready.error()));
  return impl_->run([](Database& database) { return move(database, LogEntry::Kind::kUndo); });
}

Result<LogEntry> Project::redo() {
  if (Status ready = impl_->ready_to_write(); !ready) return failure(std::move(ready.error()));
  return impl_->run([](Database& database) { return move(database, LogEntry::Kind::kRedo); });
}

Result<NextSteps> Project::next_steps() const {
  if (impl_->access == Access::kRead) return NextSteps{};
  return impl_->run([](Database& database) -> Result<NextSteps> {
    const store::Undoable undoable = store::undoable(database, store::own_replica(database));
    const auto last_of = [&](const std::vector<store::Undoable::Entry>& entries) -> std::optional<Message> {
      if (entries.empty()) return std::nullopt;
      Query entry = database.query(
          "SELECT id, replica, sequence, at, action, kind, of, previous, hash FROM log WHERE id=?");
      entry.bind(entries.back().id);
      if (!entry.step()) return std::nullopt;
      return store::shown(store::read_entry(entry), 0).action;
    };
    return NextSteps{last_of(undoable.done), last_of(undoable.undone)};
  });
}

Result<std::int64_t> Project::outside_version() const {
  return impl_->run([](Database& database) -> Result<std::int64_t> {
    Query version = database.query("PRAGMA data_version");
    version.step();
    return version.number(0);
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
