// SPDX-License-Identifier: MIT
#include "viewmodel/study.hpp"

#include <algorithm>

namespace orienta::gui {

const NodeResult* Study::result(std::size_t set, std::uint32_t unit, std::uint32_t node, Basis basis) const {
  const std::vector<UnitResult>& units = (*scores)[set].result.units;
  const auto of_unit = std::ranges::lower_bound(units, unit, {}, &UnitResult::unit);
  if (of_unit == units.end() || of_unit->unit != unit) return nullptr;
  const auto found = std::ranges::find_if(
      of_unit->nodes, [&](const NodeResult& each) { return each.node == node && each.basis == basis; });
  return found == of_unit->nodes.end() ? nullptr : &*found;
}

const NodeResult* Study::result(std::size_t set, std::uint32_t unit, std::uint32_t node) const {
  const NodeResult* rolled = result(set, unit, node, Basis::kRolled);
  return rolled != nullptr && rolled->index ? rolled : result(set, unit, node, Basis::kOwn);
}

}  // namespace orienta::gui
