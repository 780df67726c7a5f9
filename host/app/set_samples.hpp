// SPDX-License-Identifier: MIT
// Tries the samples of sets: each is imported into a project of its own that is thrown away, scored, and
// compared with what its author computed by other means.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "app/expected.hpp"
#include "app/places.hpp"

namespace orienta {

/// One sample against one file of expected results.
struct SampleOutcome {
  std::string sample;
  std::filesystem::path expected;
  Compared compared;
  Problems problems;  ///< why it could not be tried; then nothing was compared
};

struct SetOutcome {
  std::filesystem::path file;  ///< the set's
  std::string set;             ///< its id; the folder's name where it cannot be read
  PluginId plugin;             ///< empty where it cannot be read
  bool has_samples = false;
  std::vector<SampleOutcome> samples;
  Problems problems;  ///< the set or samples.yaml cannot be read

  /// Everything could be tried and nothing differs.
  bool is_good() const;
};

/// In the order of `sets`, which are set.yaml files; each has its samples in `samples/samples.yaml` beside
/// it. Two sets are tried at once.
std::vector<SetOutcome> try_samples(std::span<const std::filesystem::path> sets, const Places& places);

/// set,sample,file,line,unit,node,column,expected,found: one row per difference. Without a column there is no
/// such row of results.
Table differences_table(const std::vector<SetOutcome>& outcomes);

}  // namespace orienta
