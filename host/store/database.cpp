// SPDX-License-Identifier: MIT
#include "store/database.hpp"

#include <sqlite3.h>

#include <cstring>

namespace orienta::store {

Query::Query(Database& database, std::string_view sql)
    : database_(&database), sql_(sql), statement_(database.take(sql_)) {}

Query::~Query() {
  if (statement_) database_->give_back(sql_, std::move(statement_));
}

Query& Query::bind(std::int64_t value) {
  statement_->bind(++bound_, value);
  return *this;
}

Query& Query::bind(const std::string& text) {
  statement_->bind(++bound_, text);
  return *this;
}

Query& Query::bind(const Hash& hash) {
  statement_->bind(++bound_, hash.bytes.data(), static_cast<int>(hash.bytes.size()));
  return *this;
}

Query& Query::bind_null() {
  statement_->bind(++bound_);
  return *this;
}

Query& Query::bind(std::optional<std::int64_t> value) {
  return value ? bind(*value) : bind_null();
}

Query& Query::bind_bytes(std::string_view bytes) {
  constexpr std::size_t kMost = 0x7fffffff;
  if (bytes.size() > kMost) throw SQLite::Exception("too large", SQLITE_TOOBIG);
  // An empty view may have no address, and SQLite would take that for NULL.
  const char* start = bytes.empty() ? "" : bytes.data();
  statement_->bindNoCopy(++bound_, static_cast<const void*>(start), static_cast<int>(bytes.size()));
  return *this;
}

bool Query::step() {
  return statement_->executeStep();
}

void Query::run() {
  while (step()) {
  }
}

std::int64_t Query::number(int column) const {
  return statement_->getColumn(column).getInt64();
}

std::string_view Query::view(int column) const {
  const SQLite::Column value = statement_->getColumn(column);
  const void* start = value.getBlob();
  const int size = value.getBytes();
  if (start == nullptr || size <= 0) return {};
  return {static_cast<const char*>(start), static_cast<std::size_t>(size)};
}

bool Query::is_null(int column) const {
  return statement_->getColumn(column).isNull();
}

std::optional<std::int64_t> Query::optional_number(int column) const {
  if (is_null(column)) return std::nullopt;
  return number(column);
}

Hash Query::hash(int column) const {
  const std::string_view bytes = view(column);
  Hash hash;
  if (bytes.size() != hash.bytes.size()) throw BadRecord{"hash"};
  std::memcpy(hash.bytes.data(), bytes.data(), bytes.size());
  return hash;
}

Database::Database(std::filesystem::path file, const std::string& name, int flags)
    : file_(std::move(file)), connection_(name, flags) {}

bool Database::in_transaction() const {
  return sqlite3_get_autocommit(handle()) == 0;
}

void Database::roll_back() noexcept {
  // Some errors have rolled back already; then there is nothing to do.
  if (in_transaction()) sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

std::unique_ptr<SQLite::Statement> Database::take(const std::string& sql) {
  const auto found = kept_.find(sql);
  if (found != kept_.end() && !found->second.empty()) {
    std::unique_ptr<SQLite::Statement> statement = std::move(found->second.back());
    found->second.pop_back();
    return statement;
  }
  return std::make_unique<SQLite::Statement>(connection_, sql);
}

void Database::give_back(const std::string& sql, std::unique_ptr<SQLite::Statement> statement) noexcept {
  statement->tryReset();
  try {
    statement->clearBindings();
    kept_[sql].push_back(std::move(statement));
  } catch (...) {
    // It is prepared again next time.
  }
}

namespace {

/// errno of the last call that failed on one of the connection's files. SQLite keeps it per file.
int last_errno(sqlite3* handle, int which_file) {
  sqlite3_file* file = nullptr;
  int number = 0;
  if (sqlite3_file_control(handle, nullptr, which_file, &file) != SQLITE_OK || file == nullptr ||
      file->pMethods == nullptr ||
      file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &number) != SQLITE_OK)
    return 0;
  return number;
}

int errno_of_write(sqlite3* handle) {
  const int number = last_errno(handle, SQLITE_FCNTL_JOURNAL_POINTER);
  return number != 0 ? number : last_errno(handle, SQLITE_FCNTL_FILE_POINTER);
}

}  // namespace

Error Database::error_from(const SQLite::Exception& thrown) const {
  const int code = thrown.getExtendedErrorCode() > 0 ? thrown.getExtendedErrorCode() : thrown.getErrorCode();
  const int number = code == SQLITE_IOERR_WRITE ? errno_of_write(handle()) : sqlite3_system_errno(handle());
  return error_from_sqlite(code, number, thrown.what(), file_);
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.query("BEGIN IMMEDIATE").run();
}

Transaction::~Transaction() {
  if (!done_) database_.roll_back();
}

void Transaction::commit() {
  database_.query("COMMIT").run();
  done_ = true;
}

}  // namespace orienta::store
