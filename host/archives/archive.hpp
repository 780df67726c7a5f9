// SPDX-License-Identifier: MIT
// Zip archives in memory, read inside limits and written the same on any day and machine. The only part that
// knows libzip. Faults have no words here: whoever opens an archive says what it was to be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace orienta {

/// A file by its path within an archive, parts joined by '/'.
struct ArchiveFile {
  std::string path;
  std::string bytes;
  bool operator==(const ArchiveFile&) const = default;
};

enum class ArchiveFault : std::uint8_t {
  kDamaged,   ///< no sound archive, or a file that is encrypted or packed in a rare way
  kTooLarge,  ///< packed or unpacked
  kTooManyFiles,
};

template <class Value>
using ArchiveResult = tl::expected<Value, ArchiveFault>;

struct ArchiveLimits {
  std::size_t archive_bytes = 0;
  std::size_t files = 0;
  std::size_t bytes = 0;  ///< of all files that are read, unpacked
  bool strict = false;    ///< refuse what contradicts itself, as some programs' archives do
};

/// What an archive states is not believed: sizes are counted while reading. Paths are given as they are; they
/// lead nowhere, because nothing is written.
class ArchiveReader {
 public:
  /// `bytes` must outlive the reader.
  static ArchiveResult<ArchiveReader> open(std::string_view bytes, const ArchiveLimits& limits);
  ~ArchiveReader();
  ArchiveReader(ArchiveReader&&) noexcept;
  ArchiveReader& operator=(ArchiveReader&&) noexcept;

  std::size_t size() const;
  /// Empty when the archive does not say; valid as long as the reader.
  std::string_view path(std::size_t index) const;
  /// A regular file, as far as the archive says.
  bool is_plain(std::size_t index) const;
  /// The first file of exactly that path.
  std::optional<std::size_t> find(std::string_view path) const;
  ArchiveResult<std::string> read(std::size_t index);

 private:
  struct Parts;
  explicit ArchiveReader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

enum class Packing : std::uint8_t { kStored, kDeflated };

/// The same files give the same bytes: in the order given, without times. kDamaged only when memory is short.
ArchiveResult<std::string> write_archive(const std::vector<ArchiveFile>& files, Packing packing);

}  // namespace orienta
