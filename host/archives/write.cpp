// SPDX-License-Identifier: MIT
#include "archives/archive.hpp"
#include "archives/handles.hpp"

namespace orienta {
namespace {

using namespace zip_handles;

// The first day that a zip archive can name.
constexpr zip_uint16_t kNoTime = 0;
constexpr zip_uint16_t kNoDate = (1 << 5) | 1;
constexpr zip_uint32_t kPlainFile = 0100644u << 16;

tl::unexpected<ArchiveFault> cannot_write() {
  return tl::unexpected<ArchiveFault>(ArchiveFault::kDamaged);
}

bool add(zip_t* archive, const ArchiveFile& file, Packing packing) {
  Source source(zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0));
  if (!source) return false;
  const zip_int64_t index = zip_file_add(archive, file.path.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  if (index < 0) return false;
  (void)source.release();  // the archive's now
  const auto place = static_cast<zip_uint64_t>(index);
  const zip_int32_t method = packing == Packing::kStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
  return zip_set_file_compression(archive, place, method, 0) == 0 &&
         zip_file_set_dostime(archive, place, kNoTime, kNoDate, 0) == 0 &&
         zip_file_set_external_attributes(archive, place, 0, ZIP_OPSYS_UNIX, kPlainFile) == 0;
}

ArchiveResult<std::string> read_back(zip_source_t* source) {
  if (zip_source_open(source) != 0) return cannot_write();
  zip_stat_t stat;
  std::string bytes;
  bool good = zip_source_stat(source, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0;
  if (good) {
    bytes.resize(stat.size);
    good = zip_source_read(source, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size());
  }
  zip_source_close(source);
  if (!good) return cannot_write();
  return bytes;
}

}  // namespace

ArchiveResult<std::string> write_archive(const std::vector<ArchiveFile>& files, Packing packing) {
  Source buffer(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  if (!buffer) return cannot_write();
  Archive archive(zip_open_from_source(buffer.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr));
  if (!archive) return cannot_write();
  zip_source_keep(buffer.get());  // one for the archive, one for what is read back
  for (const ArchiveFile& file : files)
    if (!add(archive.get(), file, packing)) return cannot_write();
  if (zip_close(archive.get()) != 0) return cannot_write();
  (void)archive.release();
  return read_back(buffer.get());
}

}  // namespace orienta
