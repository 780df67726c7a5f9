// SPDX-License-Identifier: MIT
#include "plugins/manifest.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/limits.hpp"
#include "base/os.hpp"
#include "criteria/yaml.hpp"
#include "plugins/package_bytes.hpp"

namespace orienta {
namespace {

constexpr std::size_t kManifestBytes = 64u << 10;

/// Reads the entries of plugin.yaml; problems are gathered.
class ManifestReader {
 public:
  ManifestReader(const Yaml& yaml, std::string file) : yaml_(yaml), file_(std::move(file)) {}

  Result<Manifest> read() {
    if (yaml_.kind != Yaml::Kind::kMap) {
      add(yaml_, msg("plugins.manifest-not-a-map"));
      return failure(ErrorKind::kInput, problems_);
    }
    refuse_unknown_keys();
    Manifest manifest;
    manifest.id = PluginId(text("id"));
    if (!manifest.id.empty() && !is_plain_id(manifest.id.value))
      add(*yaml_.find("id"), msg("plugins.manifest-id"));
    manifest.version = text("version");
    manifest.abi = abi();
    manifest.licence = text("licence");
    manifest.author = text("author");
    manifest.title = title();
    manifest.library = file_name("library");
    if (yaml_.find("params") != nullptr) manifest.params_schema = file_name("params");
    manifest.hash = hash();
    if (problems_.has_errors()) return failure(ErrorKind::kInput, problems_);
    return manifest;
  }

 private:
  void add(const Yaml& at, Message message) {
    problems_.add(std::move(message), {file_, at.line, at.column});
  }

  void refuse_unknown_keys() {
    constexpr std::array<std::string_view, 9> kKeys{"id",    "version", "abi",    "licence", "author",
                                                    "title", "library", "params", "hash"};
    for (const auto& [key, value] : yaml_.entries)
      if (std::ranges::find(kKeys, key) == kKeys.end())
        problems_.add(msg("plugins.manifest-unknown-key", {{"key", key}}),
                      {file_, value.key_line, value.key_column});
  }

  const Yaml* required(std::string_view key) {
    const Yaml* found = yaml_.find(key);
    if (found == nullptr) add(yaml_, msg("plugins.manifest-missing-key", {{"key", key}}));
    return found;
  }

  std::string text(std::string_view key) {
    const Yaml* found = required(key);
    if (found == nullptr) return {};
    if (found->kind == Yaml::Kind::kText && !found->text.empty()) return found->text;
    add(*found, msg("plugins.manifest-not-text", {{"key", key}}));
    return {};
  }

  /// A file of the package's own top folder: a path could lead out of what is hashed.
  std::string file_name(std::string_view key) {
    std::string name = text(key);
    if (name.empty()) return name;
    if (name.find('/') != std::string::npos || name.starts_with('.') || name == "plugin.yaml") {
      add(*yaml_.find(key), msg("plugins.manifest-file-name", {{"key", key}, {"name", name}}));
      name.clear();
    }
    return name;
  }

  orienta_version_t abi() {
    const std::string written = text("abi");
    if (written.empty()) return {};
    orienta_version_t version{};
    const char* end = written.data() + written.size();
    const auto major = std::from_chars(written.data(), end, version.major);
    if (major.ec == std::errc() && major.ptr != end && *major.ptr == '.') {
      const auto minor = std::from_chars(major.ptr + 1, end, version.minor);
      if (minor.ec == std::errc() && minor.ptr == end) return version;
    }
    add(*yaml_.find("abi"), msg("plugins.manifest-abi", {{"value", written}}));
    return {};
  }

  /// One text, or a map of language to text.
  LocalText title() {
    LocalText title;
    const Yaml* found = required("title");
    if (found == nullptr) return title;
    if (found->kind == Yaml::Kind::kText) title[Lang::kEn] = found->text;
    for (const auto& [key, value] : found->entries) {
      const auto lang = key.size() == 2 ? lang_of(key) : std::nullopt;
      if (!lang)
        add(value, msg("plugins.manifest-language", {{"key", key}}));
      else if (value.kind != Yaml::Kind::kText)
        add(value, msg("plugins.manifest-not-text", {{"key", key}}));
      else
        title[*lang] = value.text;
    }
    if (title.empty() && !problems_.has_errors())
      add(*found, msg("plugins.manifest-not-text", {{"key", "title"}}));
    return title;
  }

  Hash hash() {
    const std::string written = text("hash");
    if (written.empty()) return {};
    if (const auto parsed = parse_hash(written)) return *parsed;
    add(*yaml_.find("hash"), msg("plugins.manifest-hash"));
    return {};
  }

  const Yaml& yaml_;
  std::string file_;
  Problems problems_;
};

}  // namespace

Result<Manifest> read_manifest(const std::filesystem::path& file) {
  auto bytes = os::read_file(file, kManifestBytes);
  if (!bytes) return failure(std::move(bytes.error()));
  auto yaml = parse_yaml(*bytes, file.string());
  if (!yaml) return failure(std::move(yaml.error()));
  return ManifestReader(*yaml, file.string()).read();
}

Result<Package> read_package(const std::filesystem::path& folder, std::string origin) {
  auto manifest = read_manifest(folder / "plugin.yaml");
  if (!manifest) return failure(std::move(manifest.error()));
  auto bytes = read_package_bytes(folder, manifest->library);
  if (!bytes) return failure(std::move(bytes.error()));
  const Where where{folder.string(), 0, 0};
  if (bytes->library.empty())
    return failure(ErrorKind::kNotFound, msg("plugins.library-missing", {{"library", manifest->library}}),
                   where);
  if (bytes->hash != manifest->hash)
    return failure(ErrorKind::kCorrupt, msg("plugins.wrong-hash", {{"plugin", manifest->id.value}}), where);
  return Package{folder, std::move(origin), *std::move(manifest), bytes->hash};
}

namespace {

BrokenPackage broken_package(const std::filesystem::path& folder, const std::string& origin, Error error) {
  const auto plain = (folder / "").parent_path();  // "mine/" has no file name
  BrokenPackage broken{folder, origin, PluginId(plain.filename().string()), {}, std::move(error)};
  if (const auto manifest = read_manifest(folder / "plugin.yaml")) {
    broken.id = manifest->id;
    broken.version = manifest->version;
  }
  return broken;
}

void find_in(const std::filesystem::path& parent, const std::string& origin, FoundPlugins& found) {
  std::error_code problem;
  std::vector<std::filesystem::path> folders;
  for (std::filesystem::directory_iterator entry(parent, problem), end; !problem && entry != end;
       entry.increment(problem)) {
    std::error_code ignored;
    if (std::filesystem::exists(entry->path() / "plugin.yaml", ignored)) folders.push_back(entry->path());
  }
  std::ranges::sort(folders);
  // A given folder may be a package itself.
  std::error_code ignored;
  if (origin == "given" && std::filesystem::exists(parent / "plugin.yaml", ignored))
    folders.insert(folders.begin(), parent);
  for (const auto& folder : folders) {
    auto package = read_package(folder, origin);
    if (!package) {
      found.problems.append(package.error().problems);
      found.broken.push_back(broken_package(folder, origin, std::move(package.error())));
      continue;
    }
    const bool is_shadowed = std::ranges::any_of(
        found.packages, [&](const Package& known) { return known.manifest.id == package->manifest.id; });
    if (!is_shadowed) found.packages.push_back(*std::move(package));
  }
}

}  // namespace

FoundPlugins find_plugins(const std::vector<std::filesystem::path>& extra) {
  FoundPlugins found;
  find_in(os::program_folder().parent_path() / "lib/orienta/plugins", "program", found);
  if (const auto user = os::user_data_folder(); !user.empty()) find_in(user / "plugins", "user", found);
  for (const auto& folder : extra)
    find_in(folder, "given", found);
  return found;
}

}  // namespace orienta
