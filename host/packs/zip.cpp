// SPDX-License-Identifier: MIT
#include "packs/zip.hpp"

#include <algorithm>
#include <unordered_set>

#include "packs/pack.hpp"

namespace orienta {
namespace {

constexpr std::size_t kMostParts = 4;
constexpr std::size_t kMostPathBytes = 200;
constexpr auto kAnyNumber = static_cast<std::size_t>(-1);

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

tl::unexpected<Error> fault(ArchiveFault what, std::string_view name) {
  const Where where{std::string(name)};
  switch (what) {
    case ArchiveFault::kDamaged:
      return failure(ErrorKind::kCorrupt, msg("packs.damaged"), where);
    case ArchiveFault::kTooLarge:
      return failure(ErrorKind::kLimit, msg("packs.too-large", {{"most", kPackBytes >> 20}}), where);
    case ArchiveFault::kTooManyFiles:
      break;  // counted by unzip itself
  }
  return failure(ErrorKind::kCorrupt, msg("packs.damaged"), where);
}

}  // namespace

Result<std::string> zip(const std::vector<PackFile>& files) {
  auto bytes = write_archive(files, Packing::kStored);
  if (!bytes) return failure(ErrorKind::kIo, msg("packs.cannot-write"));
  return std::move(*bytes);
}

Result<std::vector<PackFile>> unzip(std::string_view bytes, std::string_view name) {
  auto archive = ArchiveReader::open(bytes, {kPackBytes, kAnyNumber, kPackBytes, true});
  if (!archive) return fault(archive.error(), name);
  if (archive->size() > kPackFiles)
    return failure(ErrorKind::kLimit,
                   msg("packs.too-many-files", {{"n", archive->size()}, {"most", kPackFiles}}),
                   {std::string(name)});
  std::unordered_set<std::string> seen;
  std::vector<PackFile> files;
  for (std::size_t i = 0; i < archive->size(); ++i) {
    const std::string_view path = archive->path(i);
    if (!is_pack_path(path) || !seen.insert(folded(path)).second || !archive->is_plain(i))
      return failure(ErrorKind::kCorrupt, msg("packs.bad-path", {{"path", path.substr(0, 80)}}),
                     {std::string(name)});
    auto file = archive->read(i);
    if (!file) return fault(file.error(), name);
    files.push_back({std::string(path), std::move(*file)});
  }
  return files;
}

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

}  // namespace orienta
