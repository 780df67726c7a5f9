// SPDX-License-Identifier: MIT
// Where sets and plugins are looked for besides the program and the user's data folder, and which runner
// plugins get.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "criteria/reader.hpp"
#include "plugins/runner.hpp"
#include "plugins/trust.hpp"

namespace orienta {

struct Places {
  std::vector<std::filesystem::path> criteria;  ///< --criteria
  std::vector<std::filesystem::path> plugins;   ///< --plugins
  bool in_process = false;                      ///< without worker: for debugging only
  RunLimits limits;
};

/// The set of that id from the search path. kNotFound names the nearest id and where was looked.
Result<ReadSet> find_set(const Places& places, const std::string& id);

/// Plugins that were found, with runners that stay warm as long as this lives. One thread at a time.
class PluginHost {
 public:
  explicit PluginHost(const Places& places) : places_(places) {}

  struct Ready {
    Runner* runner = nullptr;
    PreparedSet set = 0;
    const Package* package = nullptr;
    Trust trust = Trust::kNone;
  };
  /// The plugin of the set, trusted, started, and with the set checked and prepared. kNotFound, kRefused,
  /// kPlugin, or kInput when the plugin finds errors in the set's params.
  Result<Ready> ready(const CriteriaSet& set);

  /// What the set's plugin says of its params; errors as ready(), but for what it finds wrong.
  Result<std::vector<Note>> check(const CriteriaSet& set);

  /// The package of that id, without starting it.
  Result<const Package*> package(const PluginId& id);

 private:
  struct Started {
    std::unique_ptr<Runner> runner;
    Trust trust = Trust::kNone;
    std::map<std::string, PreparedSet> sets;  ///< by hash of the set
  };
  Result<Started*> start(const Package& package);
  Status look();

  const Places& places_;
  bool looked_ = false;
  FoundPlugins found_;
  std::map<PluginId, Started> started_;
};

/// `<user config folder>/trust.json`.
std::filesystem::path trust_file();

/// A plugin's note as a message: nodes and indicators by their titles, aggregators by name.
Message message_of(const Note& note, const CriteriaSet& set);

}  // namespace orienta
