// SPDX-License-Identifier: MIT
#include "store/chain.hpp"

#include <algorithm>

#include "base/os.hpp"
#include "store/codec.hpp"

namespace orienta::store {
namespace {

void add(Hasher& hasher, std::string_view field) {
  hasher.add(std::to_string(field.size()) + ':');
  hasher.add(field);
}

LogEntry::Kind kind_of(std::int64_t stored) {
  if (stored < 0 || stored > 2) throw BadRecord{"log"};
  return static_cast<LogEntry::Kind>(stored);
}

}  // namespace

Hash entry_hash(Database& database, const ChainEntry& entry) {
  Hasher hasher;
  add(hasher, entry.previous.view());
  add(hasher, entry.replica);
  add(hasher, std::to_string(entry.sequence));
  add(hasher, entry.at);
  add(hasher, std::to_string(static_cast<int>(entry.kind)));
  add(hasher, std::to_string(entry.of));
  add(hasher, entry.action);
  Query changes = database.query(
      "SELECT c.key, o.hash, n.hash FROM change c LEFT JOIN payload o ON o.id=c.old LEFT JOIN payload n ON "
      "n.id=c.new "
      "WHERE c.entry=? ORDER BY c.key");
  changes.bind(entry.id);
  while (changes.step()) {
    for (int column = 0; column < 3; ++column)
      add(hasher, changes.view(column));
  }
  return hasher.finish();
}

std::int64_t next_entry(Database& database) {
  Query query = database.query("SELECT ifnull(max(id), 0) + 1 FROM log");
  query.step();
  return query.number(0);
}

ChainEntry append(Database& database, std::int64_t id, const std::string& replica, const Message& action,
                  LogEntry::Kind kind, std::uint64_t of) {
  ChainEntry entry{id, replica, 1, os::now_utc(), encode(action), kind, of, {}, {}};
  Query last =
      database.query("SELECT sequence, hash FROM log WHERE replica=? ORDER BY sequence DESC LIMIT 1");
  if (last.bind(replica).step()) {
    entry.sequence = static_cast<std::uint64_t>(last.number(0)) + 1;
    entry.previous = last.hash(1);
  }
  entry.hash = entry_hash(database, entry);
  database.query("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(entry.id)
      .bind(entry.replica)
      .bind(entry.sequence)
      .bind(entry.at)
      .bind(entry.action)
      .bind(static_cast<int>(entry.kind))
      .bind(entry.of)
      .bind(entry.previous)
      .bind(entry.hash)
      .run();
  return entry;
}

ChainEntry read_entry(const Query& row) {
  return {row.number(0),
          row.text(1),
          static_cast<std::uint64_t>(row.number(2)),
          row.text(3),
          row.text(4),
          kind_of(row.number(5)),
          static_cast<std::uint64_t>(row.number(6)),
          row.hash(7),
          row.hash(8)};
}

LogEntry shown(const ChainEntry& entry, std::size_t cells) {
  return {entry.replica, entry.sequence, entry.at, decode_action(entry.action),
          cells,         entry.kind,     entry.of, false};
}

Undoable undoable(Database& database, const std::string& replica) {
  // An entry without changes cannot be undone (it erased something), nor the one that made the project.
  Query entries = database.query(
      "SELECT id, sequence, kind, of, EXISTS (SELECT 1 FROM change c WHERE c.entry=l.id) AND NOT EXISTS "
      "(SELECT 1 FROM change c WHERE c.entry=l.id AND c.key='info' AND c.old IS NULL) FROM log l WHERE "
      "replica=? "
      "ORDER BY sequence");
  entries.bind(replica);
  Undoable found;
  const auto move_entry = [](std::uint64_t sequence, std::vector<Undoable::Entry>& from,
                             std::vector<Undoable::Entry>& to) {
    const auto entry = std::ranges::find(from, sequence, &Undoable::Entry::sequence);
    if (entry == from.end()) return;  // only in a log that was tampered with
    to.push_back(*entry);
    from.erase(entry);
  };
  while (entries.step()) {
    const LogEntry::Kind kind = kind_of(entries.number(2));
    const auto of = static_cast<std::uint64_t>(entries.number(3));
    if (kind == LogEntry::Kind::kUndo) {
      move_entry(of, found.done, found.undone);
      found.all_undone.push_back(of);
    } else if (kind == LogEntry::Kind::kRedo) {
      move_entry(of, found.undone, found.done);
      std::erase(found.all_undone, of);
    } else if (entries.number(4) != 0) {
      found.undone.clear();
      found.done.push_back({entries.number(0), static_cast<std::uint64_t>(entries.number(1))});
    }
  }
  return found;
}

}  // namespace orienta::store
