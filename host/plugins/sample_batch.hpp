// SPDX-License-Identifier: MIT
// A set and units to try a plugin with. Inside the module only.
#pragma once

#include <cstdint>
#include <vector>

#include "base/ids.hpp"
#include "criteria/set.hpp"
#include "orienta/plugin.h"
#include "plugins/block.hpp"

namespace orienta {

/// A small set for the plugin: two dimensions, three rungs, points and a measure, two roles, no params.
CriteriaSet sample_set(const PluginId& plugin);

inline constexpr std::uint32_t kSampleUnits = 12;
/// As it is, open at worst, open at best, another value, another rating, another weight.
inline constexpr std::uint32_t kSampleScenarios = 6;

/// Units and scenarios by number, in the order they are to stand in the batch. What a number stands for is
/// the same in every batch: 0 all answered, 1 nothing answered, 2 nothing applies, 3 all at worst, 4 all at
/// best, from 5 on anything that can be. The first scenario must be 0.
struct SamplePlan {
  std::vector<std::uint32_t> units;
  std::vector<std::uint32_t> scenarios;
  std::uint32_t want = ORIENTA_WANT_TRACE;
};
Result<SharedBlock> sample_batch(const CriteriaSet& set, const SamplePlan& plan);

}  // namespace orienta
