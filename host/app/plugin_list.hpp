// SPDX-License-Identifier: MIT
// Use cases around plugins themselves: what was found and in what state, whom to trust, where to check.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/places.hpp"
#include "plugins/check_package.hpp"
#include "plugins/trust.hpp"

namespace orienta {

enum class PluginState : std::uint8_t {
  kSound,
  kQuarantined,  ///< failed three times in a row: not run until it is trusted again, or its files change
  kTampered,     ///< its files are not those that its manifest names
  kBroken,       ///< cannot be read
};

struct ListedPlugin {
  PluginId id;
  std::string version;  ///< empty where the manifest does not say
  LocalText title;      ///< this and the next three are empty for tampered and broken ones
  std::string licence;
  std::string author;
  std::optional<Hash> hash;
  std::string origin;  ///< "program", "user" or "given"
  std::filesystem::path folder;
  Trust trust = Trust::kNone;
  PluginState state = PluginState::kSound;
  /// Both only where this version has ever failed.
  std::optional<std::uint32_t> failures;  ///< in a row
  std::optional<Message> last_failure;
};

struct PluginList {
  std::vector<ListedPlugin> plugins;  ///< usable ones first
  std::vector<SandboxLayer> layers;   ///< what this machine protects the worker with
  Problems problems;                  ///< of those that cannot be used
};

/// Runs no code of any plugin. Fails when the file of trusted plugins cannot be read.
Result<PluginList> list_plugins(const Places& places);

struct NewlyTrusted {
  Hash hash;
  bool was_quarantined = false;
};
/// Lets the plugin of that id run as long as its files stay as they are, and forgets its failures.
/// kNotFound; kCorrupt when its files do not fit its manifest.
Result<NewlyTrusted> trust_plugin(const Places& places, const PluginId& id);
/// Takes back what the user trusted. kNotFound when there was nothing.
Status untrust_plugin(const PluginId& id);

/// The folder that is named, or the one where the plugin of that id was found, whatever its state: for
/// check_package(). kNotFound.
Result<std::filesystem::path> plugin_folder(const Places& places, const std::string& folder_or_id);

Message words_of(Trust trust);
/// Only of a state that is not sound.
Message words_of(PluginState state);
Message words_of(RuleVerdict verdict);

}  // namespace orienta
