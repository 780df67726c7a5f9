// SPDX-License-Identifier: MIT
#include "viewmodel/study.hpp"

#include <algorithm>

namespace orienta::gui {

std::vector<PlacedUnit> tree_of(const Organisation& organisation, std::optional<std::uint32_t> top) {
  std::vector<PlacedUnit> waiting;
  if (top) waiting.push_back({*top, 0});
  for (auto i = static_cast<std::uint32_t>(organisation.units().size()); !top && i-- > 0;)
    if (!organisation.parent(i)) waiting.push_back({i, 0});
  std::vector<PlacedUnit> tree;
  while (!waiting.empty()) {
    const PlacedUnit next = waiting.back();
    waiting.pop_back();
    tree.push_back(next);
    const auto& children = organisation.children(next.unit);
    for (auto child = children.rbegin(); child != children.rend(); ++child)
      waiting.push_back({*child, next.depth + 1});
  }
  return tree;
}

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
