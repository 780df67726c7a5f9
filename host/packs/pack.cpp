// SPDX-License-Identifier: MIT
#include "packs/pack.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/limits.hpp"
#include "base/os.hpp"

namespace orienta {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr int kFormat = 1;
constexpr std::string_view kList = "pack.json";
/// Many times what the largest pack needs: reading it costs time and memory by its nesting.
constexpr std::size_t kMostListBytes = 256 * 1024;
constexpr std::string_view kSet = "set.yaml";

std::string list_of(const Pack& pack) {
  Json files = Json::array();
  for (const PackFile& file : pack.files)
    files.push_back({{"path", file.path}, {"bytes", file.bytes.size()}, {"hash", hash_of(file.bytes).hex()}});
  return Json{{"orienta-pack", kFormat},
              {"set", pack.set.id.value},
              {"version", pack.set.version},
              {"files", std::move(files)}}
             .dump(1) +
         "\n";
}

const PackFile* find(const std::vector<PackFile>& files, std::string_view path) {
  const auto found = std::ranges::find(files, path, &PackFile::path);
  return found != files.end() ? &*found : nullptr;
}

tl::unexpected<Error> damaged(std::string_view name) {
  return failure(ErrorKind::kCorrupt, msg("packs.damaged"), {std::string(name)});
}

/// Every file is as the list says, and the list names every file.
Status check_list(const Json& list, const std::vector<PackFile>& files, std::string_view name) {
  const Json& entries = list.at("files");
  for (const Json& entry : entries) {
    const PackFile* const file = find(files, entry.at("path").get<std::string>());
    if (file == nullptr || file->path == kList) return damaged(name);
    if (entry.at("bytes").get<std::uint64_t>() != file->bytes.size() ||
        entry.at("hash").get<std::string>() != hash_of(file->bytes).hex())
      return failure(ErrorKind::kCorrupt, msg("packs.hash-differs", {{"path", file->path}}),
                     {std::string(name)});
  }
  // Paths of files differ from each other, so the same number of different entries names them all.
  std::vector<std::string> paths;
  for (const Json& entry : entries)
    paths.push_back(entry.at("path").get<std::string>());
  std::ranges::sort(paths);
  const bool repeats = std::ranges::adjacent_find(paths) != paths.end();
  if (repeats || paths.size() + 1 != files.size()) return damaged(name);
  return {};
}

Result<Json> read_list(const std::vector<PackFile>& files, std::string_view name) {
  const PackFile* const list = find(files, kList);
  if (list == nullptr || list->bytes.size() > kMostListBytes) return damaged(name);
  Json json = Json::parse(list->bytes, nullptr, false);
  if (!json.is_object() || !json.contains("orienta-pack")) return damaged(name);
  const Json& format = json["orienta-pack"];
  if (!format.is_number_integer()) return damaged(name);
  if (format.get<std::int64_t>() > kFormat)
    return failure(ErrorKind::kNewer,
                   msg("packs.newer", {{"format", format.get<std::int64_t>()}, {"known", kFormat}}),
                   {std::string(name)});
  return json;
}

/// A file below a folder: what it is called in a pack, and its bytes.
Result<PackFile> read_entry(const fs::directory_entry& entry, const fs::path& folder) {
  const std::string path = entry.path().lexically_relative(folder).generic_string();
  if (!is_pack_path(path) || entry.is_symlink() || !entry.is_regular_file())
    return failure(ErrorKind::kInput, msg("packs.cannot-pack", {{"path", path}}), {folder.string()});
  auto bytes = os::read_file(entry.path(), kPackBytes);
  if (!bytes) return failure(std::move(bytes.error()));
  return PackFile{path, std::move(*bytes)};
}

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

Result<std::vector<PackFile>> read_files(const fs::path& folder) {
  std::vector<PackFile> files;
  std::size_t bytes = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (is_hidden(entry->path())) {
      entry.disable_recursion_pending();
      continue;
    }
    if (entry->is_directory() && !entry->is_symlink()) continue;
    auto file = read_entry(*entry, folder);
    if (!file) return failure(std::move(file.error()));
    bytes += file->bytes.size();
    files.push_back(std::move(*file));
    if (files.size() >= kPackFiles)
      return failure(ErrorKind::kLimit,
                     msg("packs.too-many-files", {{"n", files.size() + 1}, {"most", kPackFiles}}),
                     {folder.string()});
    if (bytes > kPackBytes)
      return failure(ErrorKind::kLimit, msg("packs.too-large", {{"most", kPackBytes >> 20}}),
                     {folder.string()});
  }
  if (error) return failure(os::error_from_errno(error.value(), folder));
  std::ranges::sort(files, {}, &PackFile::path);
  return files;
}

}  // namespace

Result<Pack> read_pack_folder(const fs::path& folder) {
  auto files = read_files(folder);
  if (!files) return failure(std::move(files.error()));
  const PackFile* const text = find(*files, kSet);
  if (text == nullptr)
    return failure(ErrorKind::kNotFound, msg("packs.no-set", {{"path", kSet}}), {folder.string()});
  if (find(*files, kList) != nullptr)
    return failure(ErrorKind::kInput, msg("packs.cannot-pack", {{"path", kList}}), {folder.string()});
  auto read = read_set(text->bytes, (folder / kSet).string());
  if (!read) return failure(std::move(read.error()));
  return Pack{std::move(read->set), std::move(*files), std::move(read->remarks)};
}

Result<std::string> pack_bytes(const Pack& pack) {
  std::vector<PackFile> files{{std::string(kList), list_of(pack)}};
  files.insert(files.end(), pack.files.begin(), pack.files.end());
  return zip(files);
}

Result<Pack> open_pack(std::string_view bytes, std::string_view name) {
  auto files = unzip(bytes, name);
  if (!files) return failure(std::move(files.error()));
  const auto list = read_list(*files, name);
  if (!list) return failure(list.error());
  try {
    if (Status good = check_list(*list, *files, name); !good) return failure(std::move(good.error()));
    const PackFile* const text = find(*files, kSet);
    if (text == nullptr || text->bytes.size() > limits::kCriteriaFileBytes) return damaged(name);
    auto read = read_set(text->bytes, std::string(name) + "/" + std::string(kSet));
    if (!read) return failure(std::move(read.error()));
    if (list->at("set").get<std::string>() != read->set.id.value ||
        list->at("version").get<std::string>() != read->set.version)
      return damaged(name);
    std::erase_if(*files, [](const PackFile& file) { return file.path == kList; });
    std::ranges::sort(*files, {}, &PackFile::path);
    return Pack{std::move(read->set), std::move(*files), std::move(read->remarks)};
  } catch (const Json::exception&) {
    return damaged(name);
  }
}

}  // namespace orienta
