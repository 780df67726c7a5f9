// SPDX-License-Identifier: MIT
#include "store/errors.hpp"

#include <sqlite3.h>

#include <cerrno>

#include "base/os.hpp"

namespace orienta::store {

Where in_file(const std::filesystem::path& file) {
  return {file.string()};
}

Error damaged(std::string_view check, const std::filesystem::path& file) {
  return fail(ErrorKind::kCorrupt, msg("store.damaged", {{"check", check}}), in_file(file));
}

Error file_moved(const std::filesystem::path& file) {
  return fail(ErrorKind::kConflict, msg("store.file-moved"), in_file(file));
}

namespace {

bool says_no_space(int system_error) {
  return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

Error input_output(int code, int system_error, std::string_view words, const std::filesystem::path& file) {
  if (says_no_space(system_error)) return os::error_from_errno(system_error, file);
  return fail(ErrorKind::kIo, msg("store.io", {{"reason", words}, {"code", code}}), in_file(file));
}

Error read_only(int code, const std::filesystem::path& file) {
  if (code == SQLITE_READONLY_DBMOVED) return file_moved(file);
  // A writer was interrupted here, and finishing its work needs writing.
  const bool is_unfinished = code == SQLITE_READONLY_RECOVERY || code == SQLITE_READONLY_ROLLBACK ||
                             code == SQLITE_READONLY_CANTINIT || code == SQLITE_READONLY_CANTLOCK;
  if (is_unfinished) return fail(ErrorKind::kRefused, msg("store.needs-recovery"), in_file(file));
  return fail(ErrorKind::kRefused, msg("store.read-only"), in_file(file));
}

}  // namespace

Error error_from_sqlite(int code, int system_error, std::string_view words,
                        const std::filesystem::path& file) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return fail(ErrorKind::kBusy, msg("store.busy"), in_file(file));
    case SQLITE_FULL:
      return fail(ErrorKind::kNoSpace, msg("store.no-space"), in_file(file));
    case SQLITE_READONLY:
      return read_only(code, file);
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return fail(ErrorKind::kRefused, msg("store.read-only"), in_file(file));
    case SQLITE_CANTOPEN:
      if (code == SQLITE_CANTOPEN_SYMLINK)
        return fail(ErrorKind::kRefused, msg("store.is-a-link"), in_file(file));
      if (system_error != 0) return os::error_from_errno(system_error, file);
      return input_output(code, system_error, words, file);
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_SCHEMA:
      return damaged(words, file);
    case SQLITE_TOOBIG:
      return fail(ErrorKind::kLimit, msg("store.too-large"), in_file(file));
    default:
      return input_output(code, system_error, words, file);
  }
}

}  // namespace orienta::store
