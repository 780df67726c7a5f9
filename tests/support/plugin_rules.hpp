// SPDX-License-Identifier: MIT
// The rules of scoring that every plugin keeps, through its entry as the host calls it. A plugin's tests link
// its sources and call this with a set of its own.
#pragma once

#include <functional>

#include "support/block_builder.hpp"

namespace orienta::test {

struct PluginUnderTest {
  const orienta_entry_t& entry;
  SetSpec set;
  std::int32_t top = 0;  ///< the set's level when everything is at its maximum
  /// Fills a unit's kind, role and what a reading has besides its value (evidence, findings); the values are
  /// random. By default nothing.
  std::function<void(UnitSpec&)> furnish = [](UnitSpec&) {};
};

/// Random units and scenarios; RapidCheck says what failed. True when all rules hold:
/// every unit once in every scenario and within range; splitting, reordering and repeating a batch, and what
/// is wanted, change nothing; scores_alone_as_together; a scenario's value equals an edited reading;
/// worst <= as is <= best; a better answer lowers nothing; all at maximum give exactly the maximum for any
/// weights; what does not apply everywhere leaves no score and no NaN.
bool keeps_the_rules(const PluginUnderTest& plugin);

/// One of these rules: scores and reasons of a unit in a scenario are those of a fresh plugin that is asked
/// for nothing else, to the bit.
bool scores_alone_as_together(const PluginUnderTest& plugin);

/// Sets that hardly are any: one criterion, nothing but N/A, nothing answered, weights of 0. No numbers that
/// are none, and a state that says why.
bool survives_degenerate_sets(const orienta_entry_t& entry);

/// The scores of one unit, by node.
std::vector<orienta_score_t> scores_of(const PluginUnderTest& plugin, const UnitSpec& unit,
                                       const ScenarioSpec& scenario = {});
/// With reasons and remarks.
Said told(const PluginUnderTest& plugin, const UnitSpec& unit, const ScenarioSpec& scenario = {});

}  // namespace orienta::test
