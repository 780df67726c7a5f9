// SPDX-License-Identifier: MIT
#include "plugins/trust.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/os.hpp"
#include "plugins/package_bytes.hpp"

namespace orienta {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kFileBytes = 1u << 20;
constexpr int kFormat = 1;

struct BuiltIn {
  std::string_view id;
  std::string_view hash;
};
// Ends in an entry that fits nothing, so that the list is never empty.
constexpr BuiltIn kBuiltIn[] = {
#include "trusted_plugins.inc"
    {},
};

bool is_built_in(const Package& package) {
  return std::ranges::any_of(kBuiltIn, [&, hash = package.hash.hex()](const BuiltIn& known) {
    return known.id == package.manifest.id.value && known.hash == hash;
  });
}

std::string whole_path(const std::filesystem::path& folder) {
  std::error_code unknown;
  auto path = std::filesystem::weakly_canonical(folder, unknown);
  if (unknown) path = folder.lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  return path.string();
}

/// `folder` itself or something below it.
bool holds(const std::string& folder, const std::string& path) {
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

/// Whether the plugin lies in `folder` or in a folder directly in it.
bool has_plugin(const std::filesystem::path& folder, const PluginId& id) {
  const auto is_it = [&](const std::filesystem::path& candidate) {
    const auto manifest = read_manifest(candidate / "plugin.yaml");
    return candidate.filename() == id.value || (manifest && manifest->id == id);
  };
  if (is_it(folder)) return true;
  std::error_code problem;
  for (std::filesystem::directory_iterator entry(folder, problem), end; !problem && entry != end;
       entry.increment(problem))
    if (entry->is_directory(problem) && is_it(entry->path())) return true;
  return false;
}

tl::unexpected<Error> damaged(const std::filesystem::path& file) {
  return failure(ErrorKind::kCorrupt, msg("plugins.trust-file-damaged"), {file.string(), 0, 0});
}

}  // namespace

Result<TrustStore> TrustStore::open(std::filesystem::path file) {
  TrustStore store;
  store.file_ = std::move(file);
  auto bytes = os::read_file(store.file_, kFileBytes);
  if (!bytes && bytes.error().kind == ErrorKind::kNotFound) return store;
  if (!bytes) return failure(std::move(bytes.error()));
  const Json json = Json::parse(*bytes, nullptr, false);
  try {
    if (json.at("orienta").get<int>() > kFormat)
      return failure(ErrorKind::kNewer, msg("plugins.trust-file-newer"), {store.file_.string(), 0, 0});
    for (const Json& plugin : json.at("plugins")) {
      const auto hash = parse_hash(plugin.at("hash").get<std::string>());
      const PluginId id(plugin.at("id").get<std::string>());
      if (!hash || !is_plain_id(id.value)) return damaged(store.file_);
      store.entries_.push_back({id, *hash});
    }
    for (const Json& folder : json.at("folders"))
      store.folders_.push_back(folder.get<std::string>());
  } catch (const Json::exception&) {
    return damaged(store.file_);
  }
  return store;
}

Trust TrustStore::trust_of(const Package& package) const {
  if (is_built_in(package)) return Trust::kBuiltIn;
  const auto entry = std::ranges::find(entries_, package.manifest.id, &Entry::id);
  if (entry != entries_.end() && entry->hash == package.hash) return Trust::kByUser;
  const std::string path = whole_path(package.folder);
  if (std::ranges::any_of(folders_, [&](const std::string& folder) { return holds(folder, path); }))
    return Trust::kDevelopment;
  return entry != entries_.end() ? Trust::kChanged : Trust::kNone;
}

bool TrustStore::knows(const PluginId& id) const {
  return std::ranges::find(entries_, id, &Entry::id) != entries_.end() ||
         std::ranges::any_of(kBuiltIn, [&](const BuiltIn& known) { return known.id == id.value; });
}

Status TrustStore::trust(const Package& package) {
  TrustStore changed = *this;
  std::erase_if(changed.entries_, [&](const Entry& entry) { return entry.id == package.manifest.id; });
  changed.entries_.push_back({package.manifest.id, package.hash});
  return replace_with(std::move(changed));
}

Status TrustStore::trust_folder(const std::filesystem::path& folder) {
  TrustStore changed = *this;
  const std::string path = whole_path(folder);
  std::erase(changed.folders_, path);
  changed.folders_.push_back(path);
  return replace_with(std::move(changed));
}

Status TrustStore::untrust(const PluginId& id) {
  TrustStore changed = *this;
  std::size_t gone = std::erase_if(changed.entries_, [&](const Entry& entry) { return entry.id == id; });
  gone += std::erase_if(changed.folders_, [&](const std::string& folder) { return has_plugin(folder, id); });
  if (gone == 0) return failure(ErrorKind::kNotFound, msg("plugins.not-trusted", {{"plugin", id.value}}));
  return replace_with(std::move(changed));
}

Status TrustStore::replace_with(TrustStore changed) {
  Json plugins = Json::array();
  for (const Entry& entry : changed.entries_)
    plugins.push_back({{"id", entry.id.value}, {"hash", entry.hash.hex()}});
  const Json json{{"orienta", kFormat}, {"plugins", plugins}, {"folders", changed.folders_}};
  constexpr int kIndent = 2;
  std::error_code problem;
  std::filesystem::create_directories(file_.parent_path(), problem);
  if (problem) return failure(os::error_from_errno(problem.value(), file_.parent_path()));
  if (auto written = os::write_file(file_, json.dump(kIndent) + "\n"); !written) return written;
  *this = std::move(changed);
  return {};
}

}  // namespace orienta
