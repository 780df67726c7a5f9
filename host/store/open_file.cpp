// SPDX-License-Identifier: MIT
#include "store/open_file.hpp"

#include <fmt/core.h>
#include <sqlite3.h>

#include <string>
#include <system_error>

#include "base/os.hpp"

namespace orienta::store {
namespace {

namespace fs = std::filesystem;

constexpr int kBusyMilliseconds = 5000;
constexpr int kMostBytes = 512 << 20;  ///< of one content

/// The folder may be reached through links, the file itself may not be one.
fs::path in_real_folder(const fs::path& file) {
  std::error_code error;
  const fs::path folder = fs::canonical(file.has_parent_path() ? file.parent_path() : fs::path("."), error);
  return error ? file : folder / file.filename();
}

bool has_companion(const fs::path& file, const char* ending) {
  std::error_code ignored;
  return fs::exists(file.string() + ending, ignored);
}

/// The path as an URI, which is where SQLite takes "immutable" from.
std::string immutable_uri(const fs::path& file) {
  std::string uri = "file:";
  for (const char c : file.string()) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                          c == '/' || c == '.' || c == '-' || c == '_';
    uri += is_plain ? std::string(1, c) : fmt::format("%{:02x}", static_cast<unsigned char>(c));
  }
  return uri + "?immutable=1";
}

/// Nobody can write in a folder that is read-only, but SQLite would want to make companions there for a file
/// that its last writer left in write-ahead mode.
bool is_immutable(const fs::path& file) {
  return !os::may_write(file.parent_path()) && !has_companion(file, "-wal") &&
         !has_companion(file, "-journal");
}

void harden(Database& database) {
  sqlite3* handle = database.handle();
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kMostBytes);
  sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 64 << 10);
  sqlite3_limit(handle, SQLITE_LIMIT_COLUMN, 64);
  sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 64);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1);  // VACUUM needs one
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  for (const char* pragma :
       {"PRAGMA foreign_keys=ON", "PRAGMA cell_size_check=ON", "PRAGMA secure_delete=ON",
        "PRAGMA temp_store=MEMORY", "PRAGMA synchronous=FULL", "PRAGMA cache_size=-16000"})
    database.execute(pragma);
}

/// Nothing but what the file says itself decides whether the rest is read.
Status check_form(Database& database, bool may_write, const Schema& schema) {
  if (database.number("PRAGMA application_id") != kApplicationId)
    return failure(ErrorKind::kCorrupt, msg("store.other-program"), in_file(database.file()));
  const std::int64_t version = database.number("PRAGMA user_version");
  if (version > schema.version) {
    const std::string program = database.text("SELECT value FROM meta WHERE key='program'");
    return failure(ErrorKind::kNewer, msg("store.newer", {{"format", version}, {"program", program}}),
                   in_file(database.file()));
  }
  if (version < schema.version) {
    if (!may_write) return failure(ErrorKind::kRefused, msg("store.older"), in_file(database.file()));
    if (Status done = migrate(database, schema, version); !done) return done;
  }
  return check_tables(database, schema);
}

Status check_pages(Database& database) {
  const std::string found = database.text("PRAGMA quick_check(1)");
  if (found == "ok") return {};
  return failure(damaged(found, database.file()));
}

/// A file that was cut off. SQLite itself would see only that whole pages are missing. A writer at work has
/// companions; one that was done between the looks has left a whole file.
bool is_cut_off(const Database& database, const fs::path& file) {
  return is_truncated(database) && !has_companion(file, "-wal") && !has_companion(file, "-journal") &&
         is_truncated(database);
}

Result<std::unique_ptr<Database>> connect(const fs::path& shown, const std::string& name, int flags) {
  try {
    return std::make_unique<Database>(shown, name, flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE);
  } catch (const SQLite::Exception& thrown) {
    // Looked at before, so it is there: it is the permission that is missing.
    if ((thrown.getErrorCode() & 0xff) == SQLITE_CANTOPEN && (flags & SQLITE_OPEN_CREATE) == 0)
      return failure(ErrorKind::kRefused, msg("store.not-readable"), in_file(shown));
    return failure(error_from_sqlite(thrown.getErrorCode(), 0, thrown.what(), shown));
  }
}

}  // namespace

Result<std::unique_ptr<Database>> open_file(const fs::path& file, bool may_write, const Schema& schema) {
  if (Status seen = look_at(file); !seen) return failure(std::move(seen.error()));
  const fs::path real = in_real_folder(file);
  if (may_write && !os::may_write(real))
    return failure(ErrorKind::kRefused, msg("store.read-only"), in_file(file));
  if (may_write && !os::may_write(real.parent_path()))
    return failure(ErrorKind::kRefused, msg("store.read-only-folder"), in_file(file));

  const bool immutable = !may_write && is_immutable(real);
  // An interrupted write is taken back first, and what an interrupted program left beside the file is brought
  // home on closing; both take a connection that may write.
  const bool unfinished = (has_companion(real, "-journal") || has_companion(real, "-wal")) &&
                          os::may_write(real) && os::may_write(real.parent_path());
  const int flags = may_write || unfinished ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  auto database = connect(file, immutable ? immutable_uri(real) : real.string(),
                          flags | (immutable ? SQLITE_OPEN_URI : 0));
  if (!database) return database;
  if (Status known = look_into(**database); !known) return failure(std::move(known.error()));
  if (is_cut_off(**database, real))
    return failure(ErrorKind::kCorrupt, msg("store.truncated"), in_file(file));
  const Status checked = (*database)->guarded([&]() -> Status {
    harden(**database);
    if (Status form = check_form(**database, may_write, schema); !form) return form;
    if (!may_write) (*database)->execute("PRAGMA query_only=ON");
    return is_from_elsewhere(**database) ? check_pages(**database) : Status{};
  });
  if (!checked) return failure(checked.error());
  return database;
}

Result<std::unique_ptr<Database>> make_file(const fs::path& file, const Schema& schema) {
  auto database = connect(file, in_real_folder(file).string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (!database) return database;
  const Status made = (*database)->guarded([&]() -> Status {
    harden(**database);
    Transaction transaction(**database);
    make_tables(**database, schema);
    (*database)->query("INSERT INTO meta VALUES ('program', ?)").bind(std::string(program_version())).run();
    transaction.commit();
    return {};
  });
  if (!made) return failure(made.error());
  return database;
}

void prepare_to_write(Database& database) {
  const bool is_alone = os::is_on_network(database.file());
  // Changing the mode wants the file for itself; when another program reads just now, the present mode does
  // as well.
  sqlite3_busy_timeout(database.handle(), kBusyMilliseconds / 20);
  database.release();
  std::string mode;
  try {
    mode = database.text(is_alone ? "PRAGMA journal_mode=DELETE" : "PRAGMA journal_mode=WAL");
  } catch (const SQLite::Exception&) {
    mode = database.text("PRAGMA journal_mode");
  }
  sqlite3_busy_timeout(database.handle(), kBusyMilliseconds);
  database.execute(mode == "wal" ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=EXTRA");
}

bool has_moved(const Database& database) {
  int moved = 0;
  return sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK &&
         moved != 0;
}

void settle(Database& database) {
  database.release();
  sqlite3_busy_timeout(database.handle(), 0);
  if (database.text("PRAGMA journal_mode") != "wal") return;
  sqlite3_wal_checkpoint_v2(database.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  if (has_moved(database)) return;
  sqlite3_exec(database.handle(), "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
}

std::string_view program_version() {
  return ORIENTA_VERSION;
}

}  // namespace orienta::store
