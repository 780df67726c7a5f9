// SPDX-License-Identifier: MIT
#include <zip.h>

#include <algorithm>
#include <memory>
#include <unordered_set>

#include "packs/pack.hpp"

namespace orienta {
namespace {

constexpr std::size_t kMostParts = 4;
constexpr std::size_t kMostPathBytes = 200;
constexpr zip_uint32_t kTypeMask = 0170000;
constexpr zip_uint32_t kRegular = 0100000;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_source_t* source) const { zip_source_free(source); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, Discard>;
using File = std::unique_ptr<zip_file_t, Discard>;

bool is_part(std::string_view part) {
  const auto is_allowed = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
           c == '-' || c == '_';
  };
  return !part.empty() && part.front() != '.' && part.back() != '.' && std::ranges::all_of(part, is_allowed);
}

/// Names that differ only in case are one file on some systems.
std::string folded(std::string_view path) {
  std::string text(path);
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

class Unzipping {
 public:
  Unzipping(std::string_view name) : name_(name) {}

  Result<std::vector<PackFile>> read(std::string_view bytes) {
    if (bytes.size() > kPackBytes) return too_large();
    Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr));
    if (!source) return damaged();
    Archive archive(zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
    if (!archive) return damaged();
    (void)source.release();  // the archive's now
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count < 0) return damaged();
    if (static_cast<std::size_t>(count) > kPackFiles)
      return failure(ErrorKind::kLimit, msg("packs.too-many-files", {{"n", count}, {"most", kPackFiles}}),
                     {name_});
    std::vector<PackFile> files;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
      auto file = read_file(archive.get(), i);
      if (!file) return failure(std::move(file.error()));
      files.push_back(std::move(*file));
    }
    return files;
  }

 private:
  tl::unexpected<Error> damaged() const {
    return failure(ErrorKind::kCorrupt, msg("packs.damaged"), {name_});
  }
  tl::unexpected<Error> too_large() const {
    return failure(ErrorKind::kLimit, msg("packs.too-large", {{"most", kPackBytes >> 20}}), {name_});
  }
  tl::unexpected<Error> bad_path(std::string_view path) const {
    return failure(ErrorKind::kCorrupt, msg("packs.bad-path", {{"path", path.substr(0, 80)}}), {name_});
  }

  Result<PackFile> read_file(zip_t* archive, zip_uint64_t index) {
    zip_stat_t stat;
    if (zip_stat_index(archive, index, ZIP_FL_ENC_RAW, &stat) != 0) return damaged();
    constexpr zip_uint64_t kNeeded =
        ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if ((stat.valid & kNeeded) != kNeeded) return damaged();
    const std::string_view path = stat.name;
    if (!is_pack_path(path) || !seen_.insert(folded(path)).second || !is_plain(archive, index))
      return bad_path(path);
    if (stat.encryption_method != ZIP_EM_NONE) return damaged();
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) return damaged();
    auto bytes = read_bytes(archive, index, stat.size);
    if (!bytes) return failure(std::move(bytes.error()));
    return PackFile{std::string(path), std::move(*bytes)};
  }

  /// A regular file, as far as the archive says.
  static bool is_plain(zip_t* archive, zip_uint64_t index) {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0) return false;
    const zip_uint32_t type = (attributes >> 16) & kTypeMask;
    return type == 0 || type == kRegular;
  }

  /// What is stated is not believed: reading stops at the limit.
  Result<std::string> read_bytes(zip_t* archive, zip_uint64_t index, zip_uint64_t stated) {
    if (stated > kPackBytes - taken_) return too_large();
    File file(zip_fopen_index(archive, index, 0));
    if (!file) return damaged();
    std::string bytes(stated, '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
      const zip_int64_t got = zip_fread(file.get(), bytes.data() + filled, bytes.size() - filled);
      if (got <= 0) return damaged();
      filled += static_cast<std::size_t>(got);
    }
    // The end is read too: the checksum is looked at there, and more than was stated is a lie.
    char more = 0;
    if (zip_fread(file.get(), &more, 1) != 0) return damaged();
    taken_ += bytes.size();
    return bytes;
  }

  std::string name_;
  std::unordered_set<std::string> seen_;
  std::size_t taken_ = 0;
};

}  // namespace

bool is_pack_path(std::string_view path) {
  if (path.size() > kMostPathBytes) return false;
  std::size_t parts = 0;
  for (std::size_t start = 0; start <= path.size(); ++parts) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    if (!is_part(path.substr(start, end - start))) return false;
    start = end + 1;
  }
  return parts >= 1 && parts <= kMostParts;
}

Result<std::vector<PackFile>> unzip(std::string_view bytes, std::string_view name) {
  return Unzipping(name).read(bytes);
}

}  // namespace orienta
