// SPDX-License-Identifier: MIT
// One connection with its prepared statements, over SQLiteCpp. Inside the module only. What SQLite refuses is
// thrown as SQLite::Exception and becomes an Error in guarded(), at the module's edge.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "base/result.hpp"
#include "store/errors.hpp"

namespace orienta::store {

/// Thrown by decoders: bytes that are not the record they should be. `what` names the record.
struct BadRecord {
  std::string what;
};

/// Thrown to leave nested calls with an error that is known already; caught in guarded() only.
struct Failed {
  Error error;
};

class Database;

/// A prepared statement in use. Values are bound one after another; the statement goes back to the connection
/// at the end of the scope, and with it its hold on the file.
class Query {
 public:
  Query(Database& database, std::string_view sql);
  ~Query();
  Query(Query&&) noexcept = default;
  Query& operator=(Query&&) = delete;

  Query& bind(std::int64_t value);
  Query& bind(std::uint64_t value) { return bind(static_cast<std::int64_t>(value)); }
  Query& bind(int value) { return bind(static_cast<std::int64_t>(value)); }
  Query& bind(const std::string& text);
  Query& bind(const Hash& hash);
  Query& bind_null();
  Query& bind(std::optional<std::int64_t> value);
  /// Not copied: the bytes must live until the statement has run.
  Query& bind_bytes(std::string_view bytes);

  /// True when there is a row.
  bool step();
  /// Runs a statement that gives no rows.
  void run();

  std::int64_t number(int column) const;
  std::string text(int column) const { return std::string(view(column)); }
  /// Valid until the next step.
  std::string_view view(int column) const;
  bool is_null(int column) const;
  std::optional<std::int64_t> optional_number(int column) const;
  /// BadRecord when it has not 32 bytes.
  Hash hash(int column) const;

 private:
  Database* database_;
  std::string sql_;
  std::unique_ptr<SQLite::Statement> statement_;
  int bound_ = 0;
};

class Database {
 public:
  Database(std::filesystem::path file, const std::string& name, int flags);

  const std::filesystem::path& file() const { return file_; }
  sqlite3* handle() const { return connection_.getHandle(); }

  Query query(std::string_view sql) { return Query(*this, sql); }
  /// Statements that are run once; not kept.
  void execute(const std::string& sql) { connection_.exec(sql); }
  std::int64_t number(const std::string& sql) { return connection_.execAndGet(sql).getInt64(); }
  std::string text(const std::string& sql) { return connection_.execAndGet(sql).getString(); }
  std::int64_t last_row() const { return connection_.getLastInsertRowid(); }
  bool in_transaction() const;
  /// Never throws.
  void roll_back() noexcept;
  /// Gives up every kept statement: what has to be alone (VACUUM, journal_mode) can run.
  void release() { kept_.clear(); }

  Error error_from(const SQLite::Exception& thrown) const;

  /// What `call` returns (a Result), or the error for what it throws.
  template <class Call>
  auto guarded(Call&& call) const -> decltype(call()) {
    try {
      return call();
    } catch (const SQLite::Exception& thrown) {
      return failure(error_from(thrown));
    } catch (Failed& thrown) {
      return failure(std::move(thrown.error));
    } catch (const BadRecord& bad) {
      return failure(ErrorKind::kCorrupt, msg("store.bad-record", {{"what", bad.what}}), in_file(file_));
    } catch (const std::bad_alloc&) {
      return failure(ErrorKind::kLimit, msg("store.too-large"), in_file(file_));
    }
  }

 private:
  friend class Query;
  std::unique_ptr<SQLite::Statement> take(const std::string& sql);
  void give_back(const std::string& sql, std::unique_ptr<SQLite::Statement> statement) noexcept;

  std::filesystem::path file_;
  SQLite::Database connection_;
  std::unordered_map<std::string, std::vector<std::unique_ptr<SQLite::Statement>>> kept_;
};

/// Begins at once with the writer's lock; rolls back unless committed.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool done_ = false;
};

}  // namespace orienta::store
