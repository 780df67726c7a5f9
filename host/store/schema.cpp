// SPDX-License-Identifier: MIT
#include "store/schema.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <system_error>

namespace orienta::store {
namespace {

// Truth: replica, log, change, payload, person. Derived from it: cell (what each cell holds now) and sheet.
//
// payload.body is NULL once erased. change.old and change.new are NULL where there was nothing, or is nothing
// now; an entry's changes are hashed in the order of their keys. sheet.body is NULL while it waits to be
// tallied again.
constexpr std::array<std::string_view, 11> kTables = {
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE replica (id TEXT PRIMARY KEY, machine TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE log (id INTEGER PRIMARY KEY, replica TEXT NOT NULL REFERENCES replica, sequence INTEGER "
    "NOT NULL, "
    "at TEXT NOT NULL, action TEXT NOT NULL, kind INTEGER NOT NULL, of INTEGER NOT NULL, previous BLOB NOT "
    "NULL, "
    "hash BLOB NOT NULL) STRICT",
    "CREATE UNIQUE INDEX log_chain ON log (replica, sequence)",
    "CREATE TABLE payload (id INTEGER PRIMARY KEY, hash BLOB NOT NULL, body BLOB) STRICT",
    "CREATE UNIQUE INDEX payload_hash ON payload (hash)",
    "CREATE TABLE change (entry INTEGER NOT NULL REFERENCES log DEFERRABLE INITIALLY DEFERRED, key TEXT NOT "
    "NULL, "
    "old INTEGER REFERENCES payload, new INTEGER REFERENCES payload, PRIMARY KEY (entry, key)) STRICT, "
    "WITHOUT ROWID",
    "CREATE TABLE cell (key TEXT PRIMARY KEY, payload INTEGER NOT NULL REFERENCES payload) STRICT, WITHOUT "
    "ROWID",
    "CREATE TABLE sheet (assessment TEXT NOT NULL, set_id TEXT NOT NULL, unit TEXT NOT NULL, layout BLOB, "
    "body BLOB, "
    "PRIMARY KEY (assessment, set_id, unit)) STRICT",
    "CREATE TABLE person (key TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX person_name ON person (name)",
};
std::string backup_name(const std::filesystem::path& file, std::int64_t version) {
  const std::string first = file.string() + ".backup-v" + std::to_string(version);
  std::string name = first;
  std::error_code ignored;
  for (int copy = 2; std::filesystem::exists(name, ignored); ++copy)
    name = first + "-" + std::to_string(copy);
  return name;
}

}  // namespace

Schema current_schema() {
  return {1, kTables, {}};
}

void make_tables(Database& database, const Schema& schema) {
  for (const std::string_view table : schema.tables)
    database.execute(std::string(table));
  database.execute("PRAGMA application_id=" + std::to_string(kApplicationId));
  database.execute("PRAGMA user_version=" + std::to_string(schema.version));
}

Status check_tables(Database& database, const Schema& schema) {
  std::set<std::string, std::less<>> expected(schema.tables.begin(), schema.tables.end());
  Query found = database.query("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL");
  while (found.step()) {
    if (expected.erase(found.text(1)) == 0) return failure(damaged(found.text(0), database.file()));
  }
  if (!expected.empty()) return failure(damaged(*expected.begin(), database.file()));
  return {};
}

Status migrate(Database& database, const Schema& schema, std::int64_t version) {
  // The backup is a copy as SQLite sees the file, so it is whole even while others write.
  database.query("VACUUM INTO ?").bind(backup_name(database.file(), version)).run();
  Transaction transaction(database);
  // Another program may have done it since we looked.
  for (std::int64_t at = database.number("PRAGMA user_version"); at != schema.version; ++at) {
    const auto step = std::find_if(schema.steps.begin(), schema.steps.end(),
                                   [at](const Step& candidate) { return candidate.from == at; });
    if (step == schema.steps.end())
      return failure(damaged("user_version " + std::to_string(version), database.file()));
    database.execute(std::string(step->sql));
    database.execute("PRAGMA user_version=" + std::to_string(at + 1));
  }
  transaction.commit();
  return {};
}

}  // namespace orienta::store
