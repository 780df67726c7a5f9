// SPDX-License-Identifier: MIT
#include "app/unit_changes.hpp"

#include <unordered_map>

namespace orienta {
namespace {

Message changed(const Unit& before, const Unit& after) {
  const std::string& unit = after.id.value;
  Unit only = before;
  only.name = after.name;
  if (only == after) return msg("store.action-unit-renamed", {{"unit", unit}});
  only = before;
  only.parent = after.parent;
  if (only == after) return msg("store.action-unit-moved", {{"unit", unit}});
  return msg("store.action-unit-changed", {{"unit", unit}});
}

}  // namespace

Message action_on_units(const std::vector<Unit>& before, const std::vector<Unit>& after) {
  std::unordered_map<UnitId, const Unit*> left;
  for (const Unit& unit : before)
    left.emplace(unit.id, &unit);
  std::size_t added = 0;
  std::size_t altered = 0;
  Message one;
  for (const Unit& unit : after) {
    const auto old = left.find(unit.id);
    if (old == left.end()) {
      ++added;
      one = msg("store.action-unit-added", {{"unit", unit.id.value}});
      continue;
    }
    if (!(*old->second == unit)) {
      ++altered;
      one = changed(*old->second, unit);
    }
    left.erase(old);
  }
  if (left.size() == 1) one = msg("store.action-unit-removed", {{"unit", left.begin()->first.value}});
  const std::size_t all = added + altered + left.size();
  if (all == 0) return msg("store.action-units-order");
  if (all == 1) return one;
  return msg("store.action-units", {{"n", all}});
}

}  // namespace orienta
