// SPDX-License-Identifier: MIT
#include "scoring/pooling.hpp"

namespace orienta {
namespace {

bool is_handed_down(const CriteriaSet& set, const CellKey& key, const Cell& cell) {
  if (key.segment != 0 || key.slot >= set.indicators.size() || set.anonymous.has(key.source)) return false;
  return set.criteria[set.indicators[key.slot].criterion].inherit && !cell.is_zero();
}

}  // namespace

TallySheet inheritable(const CriteriaSet& set, const TallySheet& own, const TallySheet* from_above) {
  TallySheet down(own.shared_layout());
  std::vector<bool> answered(set.indicators.size());
  for (const auto& [key, cell] : own.cells()) {
    if (!is_handed_down(set, key, cell)) continue;
    down.cell(key) = cell;
    answered[key.slot] = true;
  }
  if (from_above == nullptr) return down;
  for (const auto& [key, cell] : from_above->cells())
    if (is_handed_down(set, key, cell) && !answered[key.slot]) down.cell(key) = cell;
  return down;
}

}  // namespace orienta
