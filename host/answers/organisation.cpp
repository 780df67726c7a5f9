// SPDX-License-Identifier: MIT
#include "answers/organisation.hpp"

#include <cmath>
#include <functional>
#include <queue>
#include <utility>

#include "base/limits.hpp"

namespace orienta {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// The units as they were given, with their parents found by id.
struct Draft {
  std::vector<Unit> units;
  std::unordered_map<UnitId, std::uint32_t> index;
  std::vector<std::uint32_t> parents;
  std::vector<std::vector<std::uint32_t>> children;
};

void check_units(Draft& draft, Problems& problems) {
  for (std::uint32_t i = 0; i < draft.units.size(); ++i) {
    const Unit& unit = draft.units[i];
    if (unit.id.empty())
      problems.add(msg("answers.unit-without-id", {{"number", i + 1}}));
    else if (!draft.index.emplace(unit.id, i).second)
      problems.add(msg("answers.unit-twice", {{"unit", unit.id.value}}));
    if (!std::isfinite(unit.weight) || unit.weight < 0)
      problems.add(msg("answers.unit-weight", {{"unit", unit.id.value}}));
  }
}

void find_parents(Draft& draft, Problems& problems) {
  draft.parents.assign(draft.units.size(), kNone);
  draft.children.resize(draft.units.size());
  for (std::uint32_t i = 0; i < draft.units.size(); ++i) {
    const Unit& unit = draft.units[i];
    if (unit.parent.empty()) continue;
    const auto found = draft.index.find(unit.parent);
    if (found == draft.index.end()) {
      problems.add(msg("answers.unknown-parent", {{"unit", unit.id.value}, {"parent", unit.parent.value}}));
      continue;
    }
    draft.parents[i] = found->second;
    draft.children[found->second].push_back(i);
  }
}

/// Parents first, otherwise as they were given. Units of a circle, and those below one, are missing.
std::vector<std::uint32_t> order_of(const Draft& draft) {
  std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> ready;
  for (std::uint32_t i = 0; i < draft.units.size(); ++i)
    if (draft.parents[i] == kNone) ready.push(i);
  std::vector<std::uint32_t> order;
  order.reserve(draft.units.size());
  while (!ready.empty()) {
    const std::uint32_t unit = ready.top();
    ready.pop();
    order.push_back(unit);
    for (const std::uint32_t child : draft.children[unit])
      ready.push(child);
  }
  return order;
}

void check_depth(const Draft& draft, const std::vector<std::uint32_t>& order, Problems& problems) {
  std::vector<std::size_t> depth(draft.units.size(), 0);
  for (const std::uint32_t unit : order) {
    depth[unit] = draft.parents[unit] == kNone ? 1 : depth[draft.parents[unit]] + 1;
    // Said once per branch that is too deep, not for everything below.
    if (depth[unit] == limits::kUnitDepth + 1)
      problems.add(msg("answers.unit-too-deep",
                       {{"unit", draft.units[unit].id.value}, {"limit", limits::kUnitDepth}}));
  }
}

void check_circles(const Draft& draft, const std::vector<std::uint32_t>& order, Problems& problems) {
  std::vector<bool> placed(draft.units.size(), false);
  for (const std::uint32_t unit : order)
    placed[unit] = true;
  for (std::uint32_t i = 0; i < draft.units.size(); ++i)
    if (!placed[i]) problems.add(msg("answers.unit-circle", {{"unit", draft.units[i].id.value}}));
}

}  // namespace

Result<Organisation> Organisation::build(std::vector<Unit> units) {
  if (units.size() > limits::kUnits)
    return failure(ErrorKind::kLimit,
                   msg("answers.too-many-units", {{"count", units.size()}, {"limit", limits::kUnits}}));
  Problems problems;
  Draft draft;
  draft.units = std::move(units);
  check_units(draft, problems);
  find_parents(draft, problems);
  const std::vector<std::uint32_t> order = order_of(draft);
  check_circles(draft, order, problems);
  check_depth(draft, order, problems);
  if (problems.has_errors()) return failure(ErrorKind::kInput, std::move(problems));

  Organisation organisation;
  std::vector<std::uint32_t> place(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i)
    place[order[i]] = i;
  organisation.children_.resize(order.size());
  for (const std::uint32_t unit : order) {
    const std::uint32_t parent = draft.parents[unit];
    organisation.parents_.push_back(parent == kNone ? kNone : place[parent]);
    for (const std::uint32_t child : draft.children[unit])
      organisation.children_[place[unit]].push_back(place[child]);
    organisation.index_.emplace(draft.units[unit].id, place[unit]);
    organisation.units_.push_back(std::move(draft.units[unit]));
  }
  return organisation;
}

std::optional<std::uint32_t> Organisation::find(const UnitId& id) const {
  const auto found = index_.find(id);
  if (found == index_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::uint32_t> Organisation::parent(std::uint32_t unit) const {
  if (parents_[unit] == kNone) return std::nullopt;
  return parents_[unit];
}

}  // namespace orienta
