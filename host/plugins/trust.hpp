// SPDX-License-Identifier: MIT
// Whose code may run. A hash is integrity; trust is the user's decision, once for an id and a hash. Plugins
// that were built with the program are on a list that was built in. A folder under development can be trusted
// whole.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "plugins/manifest.hpp"

namespace orienta {

enum class Trust : std::uint8_t {
  kBuiltIn,      ///< built with this program
  kByUser,       ///< the user trusted this id with this hash
  kDevelopment,  ///< its folder is trusted whole: said on every run
  kChanged,      ///< the user trusted this id, but the package has changed since
  kNone,
};

/// The user's decisions, in `<user config folder>/trust.json`. A file that cannot be read is an error, never
/// "trust nothing" or "trust all" in silence.
class TrustStore {
 public:
  static Result<TrustStore> open(std::filesystem::path file);

  Trust trust_of(const Package& package) const;
  /// Whether a plugin of that id was ever trusted: built in, or by the user.
  bool knows(const PluginId& id) const;
  /// Each writes the file at once, all or nothing.
  Status trust(const Package& package);
  Status trust_folder(const std::filesystem::path& folder);
  /// Takes back what was trusted for the id (and folders holding it). kNotFound when there was nothing.
  Status untrust(const PluginId& id);

 private:
  struct Entry {
    PluginId id;
    Hash hash;
  };
  Status replace_with(TrustStore changed);

  std::filesystem::path file_;
  std::vector<Entry> entries_;
  std::vector<std::string> folders_;
};

/// Which protections this machine gives the worker, found by starting one: "no-new-privileges",
/// "parent-death", "no-tracing", "limits", "memory-limit", "seccomp", "seccomp-strict". None is available
/// when no worker can be started.
struct SandboxLayer {
  std::string name;
  bool available = false;
};
std::vector<SandboxLayer> sandbox_layers();

}  // namespace orienta
