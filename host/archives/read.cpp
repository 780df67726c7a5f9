// SPDX-License-Identifier: MIT
#include <algorithm>

#include "archives/archive.hpp"
#include "archives/handles.hpp"

namespace orienta {
namespace {

using namespace zip_handles;

constexpr zip_uint32_t kTypeMask = 0170000;
constexpr zip_uint32_t kRegular = 0100000;
constexpr zip_uint64_t kNeeded = ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;

tl::unexpected<ArchiveFault> fault(ArchiveFault what) {
  return tl::unexpected<ArchiveFault>(what);
}

}  // namespace

struct ArchiveReader::Parts {
  Archive archive;
  std::size_t count = 0;
  std::size_t left = 0;  ///< bytes that may still be unpacked
};

ArchiveReader::ArchiveReader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
ArchiveReader::~ArchiveReader() = default;
ArchiveReader::ArchiveReader(ArchiveReader&&) noexcept = default;
ArchiveReader& ArchiveReader::operator=(ArchiveReader&&) noexcept = default;

ArchiveResult<ArchiveReader> ArchiveReader::open(std::string_view bytes, const ArchiveLimits& limits) {
  if (bytes.size() > limits.archive_bytes) return fault(ArchiveFault::kTooLarge);
  if (bytes.empty()) return fault(ArchiveFault::kDamaged);
  Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr));
  if (!source) return fault(ArchiveFault::kDamaged);
  const int flags = ZIP_RDONLY | (limits.strict ? ZIP_CHECKCONS : 0);
  Archive archive(zip_open_from_source(source.get(), flags, nullptr));
  if (!archive) return fault(ArchiveFault::kDamaged);
  (void)source.release();  // the archive's now
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  if (count < 0) return fault(ArchiveFault::kDamaged);
  if (static_cast<std::size_t>(count) > limits.files) return fault(ArchiveFault::kTooManyFiles);
  return ArchiveReader(
      std::make_unique<Parts>(Parts{std::move(archive), static_cast<std::size_t>(count), limits.bytes}));
}

std::size_t ArchiveReader::size() const {
  return parts_->count;
}

std::string_view ArchiveReader::path(std::size_t index) const {
  const char* const name = zip_get_name(parts_->archive.get(), index, ZIP_FL_ENC_RAW);
  return name == nullptr ? std::string_view{} : std::string_view(name);
}

bool ArchiveReader::is_plain(std::size_t index) const {
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip_file_get_external_attributes(parts_->archive.get(), index, 0, &system, &attributes) != 0)
    return false;
  const zip_uint32_t type = (attributes >> 16) & kTypeMask;
  return type == 0 || type == kRegular;
}

std::optional<std::size_t> ArchiveReader::find(std::string_view path) const {
  for (std::size_t i = 0; i < size(); ++i)
    if (this->path(i) == path) return i;
  return std::nullopt;
}

ArchiveResult<std::string> ArchiveReader::read(std::size_t index) {
  zip_t* const archive = parts_->archive.get();
  zip_stat_t stat;
  if (zip_stat_index(archive, index, ZIP_FL_ENC_RAW, &stat) != 0 || (stat.valid & kNeeded) != kNeeded)
    return fault(ArchiveFault::kDamaged);
  if (stat.encryption_method != ZIP_EM_NONE) return fault(ArchiveFault::kDamaged);
  if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
    return fault(ArchiveFault::kDamaged);
  if (stat.size > parts_->left) return fault(ArchiveFault::kTooLarge);
  File file(zip_fopen_index(archive, index, 0));
  if (!file) return fault(ArchiveFault::kDamaged);
  std::string bytes(stat.size, '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const zip_int64_t got = zip_fread(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (got <= 0) return fault(ArchiveFault::kDamaged);
    filled += static_cast<std::size_t>(got);
  }
  // The end is read too: the checksum is looked at there, and more than was stated is a lie.
  char more = 0;
  if (zip_fread(file.get(), &more, 1) != 0) return fault(ArchiveFault::kDamaged);
  parts_->left -= bytes.size();
  return bytes;
}

}  // namespace orienta
