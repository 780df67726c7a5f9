// SPDX-License-Identifier: MIT
#include "viewmodel/study.hpp"

#include <algorithm>

namespace orienta::gui {

const UnitResult* Study::unit_result(std::size_t set, std::uint32_t unit) const {
  const std::vector<UnitResult>& units = (*scores)[set].result.units;
  const auto found = std::ranges::lower_bound(units, unit, {}, &UnitResult::unit);
  return found == units.end() || found->unit != unit ? nullptr : &*found;
}

const NodeResult* Study::result(std::size_t set, std::uint32_t unit, std::uint32_t node, Basis basis) const {
  const UnitResult* const of_unit = unit_result(set, unit);
  if (of_unit == nullptr) return nullptr;
  const auto found = std::ranges::find_if(
      of_unit->nodes, [&](const NodeResult& each) { return each.node == node && each.basis == basis; });
  return found == of_unit->nodes.end() ? nullptr : &*found;
}

const NodeResult* Study::result(std::size_t set, std::uint32_t unit, std::uint32_t node) const {
  const NodeResult* rolled = result(set, unit, node, Basis::kRolled);
  return rolled != nullptr && rolled->index ? rolled : result(set, unit, node, Basis::kOwn);
}

}  // namespace orienta::gui
