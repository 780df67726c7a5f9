// SPDX-License-Identifier: MIT
// Leaves parts of a set out and puts the rest in order again. Internal to criteria.
#pragma once

#include <vector>

#include "criteria/reading.hpp"
#include "criteria/set.hpp"

namespace orienta {

/// Which parts stay. What stands below a part that does not stay goes with it.
struct Kept {
  explicit Kept(const CriteriaSet& set)
      : dimensions(set.dimensions.size(), true),
        criteria(set.criteria.size(), true),
        indicators(set.indicators.size(), true) {}

  void drop_below(const CriteriaSet& set);

  std::vector<bool> dimensions;
  std::vector<bool> criteria;
  std::vector<bool> indicators;
};

/// Criteria stand by dimension and indicators by criterion afterwards. Pairs, improvements and requirements
/// that name what was left out lose it, or go with it. `origin` stays in step; the index is built anew.
void regroup(CriteriaSet& set, Origin& origin, const Kept& kept);

}  // namespace orienta
