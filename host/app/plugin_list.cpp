// SPDX-License-Identifier: MIT
#include "app/plugin_list.hpp"

#include <system_error>

#include "app/wording.hpp"
#include "plugins/failures.hpp"

namespace orienta {
namespace {

ListedPlugin listed_plugin(const Package& package, const TrustStore& trusted, const FailureStore& failures) {
  ListedPlugin out;
  out.id = package.manifest.id;
  out.version = package.manifest.version;
  out.title = package.manifest.title;
  out.licence = package.manifest.licence;
  out.author = package.manifest.author;
  out.hash = package.hash;
  out.origin = package.origin;
  out.folder = package.folder;
  out.trust = trusted.trust_of(package);
  if (failures.is_quarantined(package)) out.state = PluginState::kQuarantined;
  if (const auto* record = failures.of(package)) {
    out.failures = record->in_a_row;
    out.last_failure = record->last;
  }
  return out;
}

/// What the user trusted once is not what lies there now; the rest was never sound here.
ListedPlugin listed_plugin(const BrokenPackage& broken, const TrustStore& trusted) {
  const bool has_changed = broken.error.kind == ErrorKind::kCorrupt;
  ListedPlugin out;
  out.id = broken.id;
  out.version = broken.version;
  out.origin = broken.origin;
  out.folder = broken.folder;
  out.trust = has_changed && trusted.knows(broken.id) ? Trust::kChanged : Trust::kNone;
  out.state = has_changed ? PluginState::kTampered : PluginState::kBroken;
  return out;
}

}  // namespace

Result<PluginList> list_plugins(const Places& places) {
  const auto trusted = TrustStore::open(trust_file());
  if (!trusted) return failure(trusted.error());
  const FailureStore failures = FailureStore::open(FailureStore::user_file());
  FoundPlugins found = find_plugins(places.plugins);
  PluginList list{{}, sandbox_layers(), std::move(found.problems)};
  for (const Package& package : found.packages)
    list.plugins.push_back(listed_plugin(package, *trusted, failures));
  for (const BrokenPackage& broken : found.broken)
    list.plugins.push_back(listed_plugin(broken, *trusted));
  return list;
}

Result<NewlyTrusted> trust_plugin(const Places& places, const PluginId& id) {
  auto store = TrustStore::open(trust_file());
  if (!store) return failure(std::move(store.error()));
  PluginHost plugins(places);
  const auto package = plugins.package(id);
  if (!package) return failure(package.error());
  if (Status done = store->trust(**package); !done) return failure(std::move(done.error()));
  FailureStore failures = FailureStore::open(FailureStore::user_file());
  const bool was_quarantined = failures.is_quarantined(**package);
  failures.forgive((*package)->manifest.id);
  return NewlyTrusted{(*package)->hash, was_quarantined};
}

Status untrust_plugin(const PluginId& id) {
  auto store = TrustStore::open(trust_file());
  if (!store) return failure(std::move(store.error()));
  return store->untrust(id);
}

Result<std::filesystem::path> plugin_folder(const Places& places, const std::string& folder_or_id) {
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::path(folder_or_id) / "plugin.yaml", ignored))
    return folder_or_id;
  const FoundPlugins found = find_plugins(places.plugins);
  std::vector<std::string> known;
  for (const Package& package : found.packages) {
    if (package.manifest.id.value == folder_or_id) return package.folder;
    known.push_back(package.manifest.id.value);
  }
  for (const BrokenPackage& broken : found.broken)
    if (broken.id.value == folder_or_id) return broken.folder;
  if (std::filesystem::is_directory(folder_or_id, ignored))
    return failure(ErrorKind::kNotFound, msg("app.no-manifest"), {folder_or_id});
  return failure(ErrorKind::kNotFound, unknown_id(msg("app.word-plugin"), folder_or_id, known));
}

Message words_of(Trust trust) {
  switch (trust) {
    case Trust::kBuiltIn:
      return msg("app.trust-built-in");
    case Trust::kByUser:
      return msg("app.trust-by-user");
    case Trust::kDevelopment:
      return msg("app.trust-development");
    case Trust::kChanged:
      return msg("app.trust-changed");
    case Trust::kNone:
      break;
  }
  return msg("app.trust-none");
}

Message words_of(PluginState state) {
  if (state == PluginState::kQuarantined) return msg("app.plugin-quarantined");
  return state == PluginState::kTampered ? msg("app.plugin-tampered") : msg("app.plugin-broken");
}

Message words_of(RuleVerdict verdict) {
  if (verdict == RuleVerdict::kPassed) return msg("app.rule-passed");
  return verdict == RuleVerdict::kFailed ? msg("app.rule-failed") : msg("app.rule-not-tried");
}

}  // namespace orienta
