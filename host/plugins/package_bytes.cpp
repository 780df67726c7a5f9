// SPDX-License-Identifier: MIT
#include "plugins/package_bytes.hpp"

#include <algorithm>
#include <vector>

#include "base/limits.hpp"
#include "base/os.hpp"
#include "base/utf8.hpp"

namespace orienta {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFiles = 1000;
constexpr int kDepth = 8;
constexpr const char* kManifest = "plugin.yaml";

bool is_plain_name(std::string_view name) {
  return is_utf8(name) &&
         std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

Status check_file(const fs::directory_entry& entry, int depth) {
  std::error_code unknown;
  const auto status = entry.symlink_status(unknown);
  const bool is_plain = !unknown && (fs::is_regular_file(status) || fs::is_directory(status));
  if (!is_plain || !is_plain_name(entry.path().filename().native()))
    return failure(ErrorKind::kRefused, msg("plugins.package-not-plain"), {entry.path().string(), 0, 0});
  if (depth >= kDepth)
    return failure(ErrorKind::kLimit, msg("plugins.package-too-large"), {entry.path().string(), 0, 0});
  return {};
}

/// Relative paths of all files, in the order of their bytes.
Result<std::vector<std::string>> files_of(const fs::path& folder) {
  std::error_code problem;
  std::vector<std::string> files;
  fs::recursive_directory_iterator entry(folder, problem);
  while (!problem && entry != fs::recursive_directory_iterator()) {
    if (auto plain = check_file(*entry, entry.depth()); !plain) return failure(std::move(plain.error()));
    if (entry->is_regular_file(problem))
      files.push_back(entry->path().lexically_relative(folder).generic_string());
    if (files.size() > kFiles)
      return failure(ErrorKind::kLimit, msg("plugins.package-too-large"), {folder.string(), 0, 0});
    entry.increment(problem);
  }
  if (problem) return failure(os::error_from_errno(problem.value(), folder));
  std::ranges::sort(files);
  return files;
}

/// Without the lines that begin with "hash:", because the hash cannot be its own part.
std::string without_hash(std::string_view manifest) {
  std::string rest;
  while (!manifest.empty()) {
    const std::size_t end = std::min(manifest.find('\n'), manifest.size() - 1) + 1;
    if (!manifest.starts_with("hash:")) rest += manifest.substr(0, end);
    manifest.remove_prefix(end);
  }
  return rest;
}

}  // namespace

Result<PackageBytes> read_package_bytes(const fs::path& folder, const std::string& library) {
  auto files = files_of(folder);
  if (!files) return failure(std::move(files.error()));
  PackageBytes package;
  Hasher hasher;
  std::size_t left = limits::kPluginPackageBytes;
  for (const std::string& name : *files) {
    auto bytes = os::read_file(folder / name, left);
    if (!bytes) return failure(std::move(bytes.error()));
    left -= bytes->size();
    const Hash hash = name == kManifest ? hash_of(without_hash(*bytes)) : hash_of(*bytes);
    hasher.add(hash.hex() + "  " + name + "\n");
    if (name == kManifest)
      package.manifest = *std::move(bytes);
    else if (name == library)
      package.library = *std::move(bytes);
  }
  package.hash = hasher.finish();
  return package;
}

Result<std::string> verified_library(const Package& package) {
  auto bytes = read_package_bytes(package.folder, package.manifest.library);
  if (!bytes) return failure(std::move(bytes.error()));
  if (bytes->hash != package.hash || bytes->library.empty())
    return failure(ErrorKind::kRefused,
                   msg("plugins.package-changed", {{"plugin", package.manifest.id.value}}),
                   {package.folder.string(), 0, 0});
  return std::move(bytes->library);
}

}  // namespace orienta
