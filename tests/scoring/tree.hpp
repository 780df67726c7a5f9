// SPDX-License-Identifier: MIT
// Unit trees for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "answers/organisation.hpp"

namespace orienta::test {

/// Branches below an organisation, from (id, parent). The numbers of units are in this order where parents
/// come first.
inline Organisation tree_of(const std::vector<std::pair<std::string, std::string>>& ids,
                            std::vector<double> weights = {}) {
  std::vector<Unit> units;
  for (const auto& [id, parent] : ids) {
    Unit unit;
    unit.id = UnitId(id);
    unit.parent = UnitId(parent);
    unit.kind = parent.empty() ? UnitKind::kOrganisation : UnitKind::kBranch;
    if (units.size() < weights.size()) unit.weight = weights[units.size()];
    units.push_back(std::move(unit));
  }
  return Organisation::build(std::move(units)).value();
}

}  // namespace orienta::test
