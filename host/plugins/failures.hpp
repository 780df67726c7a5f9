// SPDX-License-Identifier: MIT
// What became of plugins: how they failed last, and how often in a row. A plugin that crashes, hangs or
// breaks the contract three times in a row is in quarantine: it is not run until its user says so, or its
// files change.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/message.hpp"
#include "base/result.hpp"
#include "plugins/manifest.hpp"
#include "plugins/runner.hpp"

namespace orienta {

/// The words "three times" stand in the messages.
inline constexpr std::uint32_t kFailuresToQuarantine = 3;

/// How a plugin failed, in short and without the unit, which may be a person.
struct PluginFailure {
  Message what;
  /// Whether it counts: not when the plugin is made for another version, or says itself that it could not.
  bool counts = false;
};
/// Nothing for errors that are not the plugin's: a process killed from outside, a user who stopped.
std::optional<PluginFailure> plugin_failure(const Error& error);

/// `plugin-failures.json` beside the file of trusted plugins, by id and hash: no names, times or data of
/// projects. It is a help and never in the way: a file that is missing, damaged or newer counts as empty, one
/// that cannot be written is left as it is.
class FailureStore {
 public:
  /// With an empty path nothing is read or written.
  static FailureStore open(std::filesystem::path file);
  /// In the user's configuration folder; empty when the account has no home.
  static std::filesystem::path user_file();

  struct Record {
    PluginId id;
    Hash hash;
    std::uint32_t in_a_row = 0;
    Message last;
  };
  /// The record of exactly these files, or null. Valid until the next change.
  const Record* of(const Package& package) const;
  bool is_quarantined(const Package& package) const;

  // Each reads the file again, so that what other programs wrote stays, and writes it at once, all or
  // nothing.
  void failed(const Package& package, const PluginFailure& failure);
  /// It did its work: the count begins anew, the last failure stays known.
  void succeeded(const Package& package);
  /// The user wants to try it again: forgets all about the id.
  void forgive(const PluginId& id);

 private:
  void read();
  void write() const;

  std::filesystem::path file_;
  std::vector<Record> records_;
};

/// Runs through `runner` and keeps the record in `file`. While the plugin is in quarantine each call is a
/// kPlugin error that names plugin and set and says what to do. A success is recorded when the runner is
/// destroyed, if it had scored and never failed.
std::unique_ptr<Runner> recorded_runner(std::unique_ptr<Runner> runner, const Package& package,
                                        std::filesystem::path file = FailureStore::user_file());

}  // namespace orienta
