// SPDX-License-Identifier: MIT
// Erasing a person: the name, an employee unit's name (which is the same), and the texts the person wrote,
// everywhere in the history. The chain holds hashes only and stays valid.
#include <sqlite3.h>

#include <set>
#include <string>
#include <vector>

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

/// The rows of all contents that cells of this kind ever had, with their keys.
template <class Take>
void each_content_ever(Database& database, std::string_view kind, Take&& take) {
  const keys::Range range = keys::below({kind});
  Query changes = database.query("SELECT key, old, new FROM change WHERE key>=? AND key<?");
  changes.bind(range.first).bind(range.last);
  while (changes.step()) {
    const std::string key = changes.text(0);
    for (const int column : {1, 2})
      if (const auto payload = changes.optional_number(column)) take(key, *payload);
  }
}

/// The units that were this person.
std::set<std::string> units_of(Database& database, const std::string& person) {
  std::set<std::string> units;
  std::set<std::int64_t> seen;
  each_content_ever(database, keys::kUnits, [&](const std::string&, std::int64_t payload) {
    if (!seen.insert(payload).second) return;
    const store::StoredUnits stored = store::decode_units(store::body_of(database, payload).value_or(""));
    for (std::size_t i = 0; i < stored.units.size(); ++i)
      if (stored.persons[i] == person) units.insert(stored.units[i].id.value);
  });
  return units;
}

/// The notes of answers that the person gave: as assessor, or as the unit that answers about itself.
std::set<Hash> notes_of(Database& database, const std::string& person) {
  const std::set<std::string> units = units_of(database, person);
  std::set<Hash> notes;
  each_content_ever(database, keys::kAnswer, [&](const std::string& cell, std::int64_t payload) {
    const AnswerKey key = keys::answer_key(keys::split(cell));
    const bool is_self =
        key.assessor.empty() && key.source == Source::kSelf && units.contains(key.unit.value);
    if (key.assessor.value != person && !is_self) return;
    const auto note = store::decode_answer(store::body_of(database, payload).value_or("")).note;
    if (note) notes.insert(*note);
  });
  return notes;
}

/// True when there was something to erase.
bool erase(Database& database, const std::string& person) {
  bool erased = !store::name_of_person(database, person).empty();
  database.query("UPDATE person SET name='' WHERE key=?").bind(person).run();
  for (const Hash& note : notes_of(database, person)) {
    erased = erased || store::body_of(database, note);
    database.query("UPDATE payload SET body=NULL WHERE hash=?").bind(note).run();
  }
  return erased;
}

/// Rewrites the file, so that no freed page keeps anything, and empties the write-ahead log.
void wipe(Database& database) {
  database.release();
  database.execute("VACUUM");
  const int done =
      sqlite3_wal_checkpoint_v2(database.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  if (done != SQLITE_OK) throw SQLite::Exception(database.handle(), done);
}

}  // namespace

Status Project::forget(const PersonId& person) {
  if (Status ready = impl_->ready_to_write(); !ready) return ready;
  const Status erased = impl_->run([&](Database& database) -> Status {
    store::Transaction transaction(database);
    Query known = database.query("SELECT 1 FROM person WHERE key=?");
    if (!known.bind(person.value).step())
      return failure(ErrorKind::kNotFound, msg("store.unknown-person", {{"person", person.value}}),
                     store::in_file(impl_->file));
    if (erase(database, person.value))
      store::Writer(database, store::ensure_replica(database))
          .finish(msg("store.action-forget", {{"person", person.value}}));
    transaction.commit();
    return {};
  });
  if (!erased) return erased;
  // Also when there was nothing to erase: the wiping of an earlier call may have been interrupted.
  const Status wiped = impl_->run([](Database& database) -> Status { return wipe(database), Status{}; });
  if (!wiped && wiped.error().kind == ErrorKind::kBusy)
    return failure(ErrorKind::kBusy, msg("store.forget-unfinished"), store::in_file(impl_->file));
  return wiped;
}

}  // namespace orienta
