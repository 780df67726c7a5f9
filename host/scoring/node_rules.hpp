// SPDX-License-Identifier: MIT
// What a set says of a node as it goes up the tree. Internal to scoring.
#pragma once

#include "scoring/result.hpp"

namespace orienta {

/// The target of a node for a unit: by `targets`, or where these are empty the set's own.
inline Target target_of(const CriteriaSet& set, const TargetOf& targets, std::uint32_t unit,
                        std::uint32_t node) {
  if (targets) return targets(unit, node);
  if (node == 0) return set.target;
  if (node <= set.dimensions.size()) return set.dimensions[node - 1].target;
  return set.criteria[node - 1 - set.dimensions.size()].target;
}

/// Nothing without a target. The result has an index.
inline std::optional<bool> reaches(const NodeResult& result, const Target& target) {
  if (target.level) return result.level && *result.level >= *target.level;
  if (target.index) return *result.index >= *target.index;
  return std::nullopt;
}

}  // namespace orienta
