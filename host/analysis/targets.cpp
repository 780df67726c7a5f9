// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "analysis/assess.hpp"

namespace orienta {
namespace {

struct Place {
  std::uint32_t node;
  std::uint32_t indicator;
  auto operator<=>(const Place&) const = default;
};

struct Ranked {
  TargetFrom from = TargetFrom::kSet;
  Target target;
};

using Found = std::map<Place, Ranked>;

void offer(Found& found, Place place, TargetFrom from, const Target& target) {
  if (target.empty()) return;
  const auto [entry, fresh] = found.try_emplace(place, Ranked{from, target});
  if (!fresh && from >= entry->second.from) entry->second = {from, target};
}

/// Why the target holds for the unit; nothing when it does not concern it.
std::optional<TargetFrom> holds_for(const AssessmentTarget& target, const Unit& unit) {
  const auto when = [](bool concerns, TargetFrom from) {
    return concerns ? std::optional(from) : std::nullopt;
  };
  if (!target.unit.empty()) return when(target.unit == unit.id, TargetFrom::kUnit);
  if (!target.role.empty()) return when(target.role == unit.role, TargetFrom::kRole);
  if (target.kind) return when(*target.kind == unit.kind, TargetFrom::kKind);
  return TargetFrom::kAssessment;
}

std::optional<Place> place_of(const CriteriaSet& set, const std::string& id) {
  if (const auto node = set.node(id)) return Place{*node, ORIENTA_NONE};
  if (const auto indicator = set.indicator(id)) return Place{ORIENTA_NONE, *indicator};
  return std::nullopt;
}

void offer_own(const CriteriaSet& set, Found& found) {
  offer(found, {0, ORIENTA_NONE}, TargetFrom::kSet, set.target);
  for (std::size_t i = 0; i < set.dimensions.size(); ++i)
    offer(found, {set.node_of_dimension(i), ORIENTA_NONE}, TargetFrom::kSet, set.dimensions[i].target);
  for (std::size_t i = 0; i < set.criteria.size(); ++i)
    offer(found, {set.node_of_criterion(i), ORIENTA_NONE}, TargetFrom::kSet, set.criteria[i].target);
  for (std::size_t i = 0; i < set.indicators.size(); ++i)
    offer(found, {ORIENTA_NONE, static_cast<std::uint32_t>(i)}, TargetFrom::kSet, set.indicators[i].target);
}

/// What the unit's role requires is its target, over the set's own for everybody.
void offer_required(const CriteriaSet& set, const Unit& unit, Found& found) {
  const auto role = std::ranges::find(set.roles, unit.role, &Role::id);
  if (role == set.roles.end()) return;
  for (std::size_t i = 0; i < set.criteria.size(); ++i) {
    const auto required = role->requires_index.find(set.criteria[i].id);
    if (required == role->requires_index.end()) continue;
    Target target;
    target.index = required->second;
    offer(found, {set.node_of_criterion(i), ORIENTA_NONE}, TargetFrom::kRequirement, target);
  }
}

orienta_target_t written(Place place, const Target& target) {
  orienta_target_t out{};
  out.node = place.node;
  out.indicator = place.indicator;
  out.kind = target.level ? ORIENTA_TARGET_LEVEL : target.index ? ORIENTA_TARGET_INDEX : ORIENTA_TARGET_VALUE;
  out.target = target.level ? *target.level : target.index ? *target.index : *target.value;
  return out;
}

}  // namespace

std::vector<HeldTarget> held_targets(const CriteriaSet& set, const Unit& unit,
                                     std::span<const AssessmentTarget> targets) {
  Found found;
  offer_own(set, found);
  offer_required(set, unit, found);
  for (const AssessmentTarget& target : targets) {
    if (target.set != set.id) continue;
    const auto from = holds_for(target, unit);
    const auto place = place_of(set, target.node.value);
    if (from && place) offer(found, *place, *from, target.target);
  }
  std::vector<HeldTarget> out;
  out.reserve(found.size());
  for (const auto& [place, ranked] : found)
    out.push_back({written(place, ranked.target), ranked.from});
  return out;
}

std::vector<orienta_target_t> targets_of(const CriteriaSet& set, const Unit& unit,
                                         std::span<const AssessmentTarget> targets) {
  std::vector<orienta_target_t> out;
  for (const HeldTarget& held : held_targets(set, unit, targets))
    out.push_back(held.target);
  return out;
}

}  // namespace orienta
