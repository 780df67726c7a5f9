// SPDX-License-Identifier: MIT
// The log's chains: one per replica, each entry holding the hash of the one before. Inside the module only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "store/project.hpp"

namespace orienta::store {

/// An entry as it is hashed and stored.
struct ChainEntry {
  std::int64_t id = 0;  ///< its row: the order in this file
  std::string replica;
  std::uint64_t sequence = 0;
  std::string at;
  std::string action;  ///< encoded
  LogEntry::Kind kind = LogEntry::Kind::kDo;
  std::uint64_t of = 0;
  Hash previous;
  Hash hash;
};

/// BLAKE2b-256 over the entry's fields and its changes (key, old hash, new hash) in the order of their keys;
/// every field is preceded by its length, so that no two entries are hashed from the same bytes.
Hash entry_hash(Database& database, const ChainEntry& entry);

/// The row that the next entry will have.
std::int64_t next_entry(Database& database);

/// Appends the entry whose changes are already stored under `id`.
ChainEntry append(Database& database, std::int64_t id, const std::string& replica, const Message& action,
                  LogEntry::Kind kind, std::uint64_t of);

/// Reads a row of "SELECT id, replica, sequence, at, action, kind, of, previous, hash".
ChainEntry read_entry(const Query& row);

LogEntry shown(const ChainEntry& entry, std::size_t cells);

/// What can be undone and redone in one replica's chain, the next one last.
struct Undoable {
  struct Entry {
    std::int64_t id = 0;
    std::uint64_t sequence = 0;
  };
  std::vector<Entry> done;
  std::vector<Entry> undone;
  /// Every entry that is undone now, also those that can no longer be redone.
  std::vector<std::uint64_t> all_undone;
};
Undoable undoable(Database& database, const std::string& replica);

}  // namespace orienta::store
