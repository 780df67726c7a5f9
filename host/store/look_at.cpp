// SPDX-License-Identifier: MIT
// What is at a path, and what a file is that is no project.
//
// The file itself is only ever read through SQLite's own descriptor: POSIX drops all of a process's locks on
// a file when any descriptor of it is closed, also those of another connection
// (https://sqlite.org/howtocorrupt.html, 2.2).
#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <system_error>

#include "base/os.hpp"
#include "store/open_file.hpp"

namespace orienta::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSqlite("SQLite format 3\0", 16);
// https://sqlite.org/fileformat.html, "The Database Header"
constexpr std::size_t kHeaderBytes = 100;
constexpr std::size_t kPageSizeAt = 16;
constexpr std::size_t kPagesAt = 28;
constexpr std::size_t kApplicationIdAt = 68;

Error not_there(const fs::path& file) {
  std::error_code ignored;
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  if (!fs::is_directory(folder, ignored))
    return fail(ErrorKind::kNotFound, msg("store.folder-missing", {{"folder", folder.string()}}),
                in_file(file));
  return fail(ErrorKind::kNotFound, msg("store.missing"), in_file(file));
}

bool is_text(std::string_view bytes) {
  const auto is_control = [](char c) {
    return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\r' && c != '\t';
  };
  return std::none_of(bytes.begin(), bytes.end(), is_control);
}

Error another_kind(std::string_view begin, const fs::path& file) {
  const auto is = [&](Message message) {
    return fail(ErrorKind::kCorrupt, std::move(message), in_file(file));
  };
  if (begin.starts_with("PK\x03\x04")) return is(msg("store.is-zip"));
  if (begin.starts_with("%PDF")) return is(msg("store.is-pdf"));
  if (is_text(begin)) return is(msg("store.is-text"));
  return is(msg("store.is-other"));
}

/// A number as SQLite writes it, most significant byte first.
std::uint64_t number_at(std::string_view header, std::size_t place, std::size_t bytes) {
  std::uint64_t number = 0;
  for (const char c : header.substr(place, bytes))
    number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

struct Header {
  std::string bytes;  ///< the first 100, or fewer
  std::uint64_t file_bytes = 0;
};

/// Nothing when they cannot be read.
std::optional<Header> read_header(const Database& database) {
  sqlite3_file* file = nullptr;
  if (sqlite3_file_control(database.handle(), nullptr, SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
      file == nullptr || file->pMethods == nullptr)
    return std::nullopt;
  sqlite3_int64 size = 0;
  if (file->pMethods->xFileSize(file, &size) != SQLITE_OK || size < 0) return std::nullopt;
  Header header{std::string(kHeaderBytes, '\0'), static_cast<std::uint64_t>(size)};
  const int code = file->pMethods->xRead(file, header.bytes.data(), static_cast<int>(kHeaderBytes), 0);
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) return std::nullopt;
  header.bytes.resize(std::min<std::size_t>(kHeaderBytes, header.file_bytes));
  return header;
}

}  // namespace

Status look_at(const fs::path& file) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(file, error);
  switch (status.type()) {
    case fs::file_type::regular:
      if (fs::file_size(file, error) == 0)
        return failure(ErrorKind::kCorrupt, msg("store.empty-file"), in_file(file));
      return {};
    case fs::file_type::not_found:
      return failure(not_there(file));
    case fs::file_type::symlink:
      return failure(ErrorKind::kRefused, msg("store.is-a-link"), in_file(file));
    case fs::file_type::directory:
      return failure(ErrorKind::kInput, msg("store.is-a-folder"), in_file(file));
    case fs::file_type::none:
      return failure(os::error_from_errno(error.value(), file));
    default:
      return failure(ErrorKind::kInput, msg("store.not-a-file"), in_file(file));
  }
}

Status look_into(const Database& database) {
  const std::optional<Header> header = read_header(database);
  const fs::path& file = database.file();
  if (!header) return failure(ErrorKind::kRefused, msg("store.not-readable"), in_file(file));
  const std::string_view begin = header->bytes;
  const std::size_t common = std::min(begin.size(), kSqlite.size());
  if (begin.substr(0, common) != kSqlite.substr(0, common)) return failure(another_kind(begin, file));
  if (begin.size() < kHeaderBytes) return failure(ErrorKind::kCorrupt, msg("store.truncated"), in_file(file));
  if (number_at(begin, kApplicationIdAt, 4) != static_cast<std::uint64_t>(kApplicationId))
    return failure(ErrorKind::kCorrupt, msg("store.other-program"), in_file(file));
  return {};
}

bool is_truncated(const Database& database) {
  const std::optional<Header> header = read_header(database);
  if (!header) return false;
  if (header->bytes.size() < kHeaderBytes) return true;
  const std::uint64_t page = number_at(header->bytes, kPageSizeAt, 2);
  return header->file_bytes < (page == 1 ? 65536 : page) * number_at(header->bytes, kPagesAt, 4);
}

}  // namespace orienta::store
