// SPDX-License-Identifier: MIT
// Runs an author's plugin through the contract, rule by rule. Each rule has a worker process of its own, so
// that one that fails leaves the next as it was.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/message.hpp"
#include "criteria/set.hpp"
#include "plugins/manifest.hpp"
#include "plugins/runner.hpp"

namespace orienta {

enum class RuleVerdict : std::uint8_t {
  kPassed,
  kFailed,
  kNotTried,  ///< a rule it rests on failed
};

struct CheckedRule {
  std::string rule;  ///< "manifest", "abi", "symbols", …: stable, for programs
  Message asks;      ///< what the rule asks for
  RuleVerdict verdict = RuleVerdict::kNotTried;
  std::optional<Message> why;  ///< when it failed: perhaps a note of the plugin's own, in its own catalogue
};

struct CheckedPackage {
  std::optional<Package> package;  ///< when its manifest is sound
  std::vector<CheckedRule> rules;  ///< all of them, always in the same order
  bool passed() const;
};

/// Tries the plugin in `folder` with `set`, or with a small set made for it. Whoever calls this has decided
/// to run the plugin: trust is not asked for, and nothing is recorded.
CheckedPackage check_package(const std::filesystem::path& folder, const CriteriaSet* set,
                             const RunLimits& limits = {});

}  // namespace orienta
