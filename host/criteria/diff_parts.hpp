// SPDX-License-Identifier: MIT
// Compares two parts of a set that stand for the same, field by field. Internal to criteria; see diff.hpp.
#pragma once

#include <string>
#include <vector>

#include "criteria/diff.hpp"
#include "criteria/set_match.hpp"

namespace orienta {

/// The two versions, how their parts match, and where differences go.
struct Diffing {
  const CriteriaSet& before;
  const CriteriaSet& after;
  Matching dimensions;
  Matching criteria;
  Matching indicators;
  std::vector<SetDifference>& out;
};

void compare_heads(const Diffing& diffing);
void compare_levels(const Diffing& diffing);
void compare_dimension(const Diffing& diffing, const Dimension& before, const Dimension& after);
void compare_criterion(const Diffing& diffing, const Criterion& before, const Criterion& after);
void compare_indicator(const Diffing& diffing, const Indicator& before, const Indicator& after);
void compare_scales(const Diffing& diffing);
void compare_the_rest(const Diffing& diffing);  ///< segments, roles, improvements, params

/// Whether an answer is worth the same on both, whatever it is called.
bool worth_the_same(const Scale& before, const Scale& after);

}  // namespace orienta
