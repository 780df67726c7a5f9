// SPDX-License-Identifier: MIT
#include "criteria/regroup.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace orienta {
namespace {

using Index = std::uint32_t;
using NewPlaces = std::vector<std::optional<Index>>;

std::vector<Index> kept_in(const std::vector<bool>& kept) {
  std::vector<Index> order;
  for (Index i = 0; i < kept.size(); ++i)
    if (kept[i]) order.push_back(i);
  return order;
}

NewPlaces places_of(const std::vector<Index>& order, std::size_t count) {
  NewPlaces places(count);
  for (Index i = 0; i < order.size(); ++i)
    places[order[i]] = i;
  return places;
}

template <class Part>
void reorder(std::vector<Part>& parts, const std::vector<Index>& order) {
  std::vector<Part> out;
  out.reserve(order.size());
  for (const Index index : order)
    if (index < parts.size()) out.push_back(std::move(parts[index]));
  parts = std::move(out);
}

void regroup_roles(CriteriaSet& set, const std::vector<std::string>& gone) {
  for (Role& role : set.roles)
    for (const std::string& id : gone)
      role.requires_index.erase(id);
}

void regroup_improvements(CriteriaSet& set, Origin& origin, const NewPlaces& criteria) {
  std::vector<bool> kept(set.improvements.size(), true);
  for (std::size_t i = 0; i < set.improvements.size(); ++i) {
    std::vector<Improvement::Raise> raises;
    for (Improvement::Raise raise : set.improvements[i].raises) {
      if (!criteria[raise.criterion]) continue;
      raise.criterion = *criteria[raise.criterion];
      raises.push_back(raise);
    }
    kept[i] = !raises.empty() || set.improvements[i].raises.empty();
    set.improvements[i].raises = std::move(raises);
  }
  const std::vector<Index> order = kept_in(kept);
  const NewPlaces places = places_of(order, kept.size());
  for (Improvement& improvement : set.improvements) {
    std::vector<Index> needs;
    for (const Index need : improvement.needs)
      if (places[need]) needs.push_back(*places[need]);
    improvement.needs = std::move(needs);
  }
  reorder(set.improvements, order);
  reorder(origin.improvements, order);
}

void regroup_joints(CriteriaSet& set, const NewPlaces& indicators) {
  std::erase_if(set.joints,
                [&](const Joint& joint) { return !indicators[joint.first] || !indicators[joint.second]; });
  for (Joint& joint : set.joints) {
    joint.first = *indicators[joint.first];
    joint.second = *indicators[joint.second];
  }
}

}  // namespace

void Kept::drop_below(const CriteriaSet& set) {
  for (std::size_t i = 0; i < criteria.size(); ++i)
    if (!dimensions[set.criteria[i].dimension]) criteria[i] = false;
  for (std::size_t i = 0; i < indicators.size(); ++i)
    if (!criteria[set.indicators[i].criterion]) indicators[i] = false;
}

void regroup(CriteriaSet& set, Origin& origin, const Kept& wanted) {
  Kept kept = wanted;
  kept.drop_below(set);
  std::vector<std::string> gone;
  for (std::size_t i = 0; i < set.criteria.size(); ++i)
    if (!kept.criteria[i]) gone.push_back(set.criteria[i].id);

  const std::vector<Index> dimensions = kept_in(kept.dimensions);
  std::vector<Index> criteria = kept_in(kept.criteria);
  std::ranges::stable_sort(criteria, {}, [&](Index i) { return set.criteria[i].dimension; });
  const NewPlaces of_dimensions = places_of(dimensions, set.dimensions.size());
  const NewPlaces of_criteria = places_of(criteria, set.criteria.size());
  std::vector<Index> indicators = kept_in(kept.indicators);
  std::ranges::stable_sort(indicators, {},
                           [&](Index i) { return *of_criteria[set.indicators[i].criterion]; });
  const NewPlaces of_indicators = places_of(indicators, set.indicators.size());

  regroup_roles(set, gone);
  regroup_improvements(set, origin, of_criteria);
  regroup_joints(set, of_indicators);
  reorder(set.dimensions, dimensions);
  reorder(origin.dimensions, dimensions);
  reorder(set.criteria, criteria);
  reorder(origin.criteria, criteria);
  reorder(set.indicators, indicators);
  reorder(origin.indicators, indicators);
  for (Criterion& criterion : set.criteria)
    criterion.dimension = *of_dimensions[criterion.dimension];
  for (Indicator& indicator : set.indicators)
    indicator.criterion = *of_criteria[indicator.criterion];
  set.build_index();
}

}  // namespace orienta
