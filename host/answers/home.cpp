// SPDX-License-Identifier: MIT
#include <algorithm>

#include "answers/homes.hpp"
#include "answers/tallying.hpp"

namespace orienta {
namespace {

std::optional<Home> parse_home(std::string_view same_as) {
  const std::size_t slash = same_as.find('/');
  if (slash == 0 || slash == std::string_view::npos || slash + 1 == same_as.size()) return std::nullopt;
  return Home{SetId(same_as.substr(0, slash)), NodeId(same_as.substr(slash + 1))};
}

std::vector<const CriteriaSet*> pointers_to(std::span<const CriteriaSet> sets) {
  std::vector<const CriteriaSet*> pointers;
  pointers.reserve(sets.size());
  for (const CriteriaSet& set : sets)
    pointers.push_back(&set);
  return pointers;
}

/// The one indicator that was called so in an earlier version.
std::optional<Home> renamed(const CriteriaSet& set, const std::string& id) {
  const Indicator* found = nullptr;
  for (const Indicator& indicator : set.indicators) {
    if (std::ranges::find(indicator.replaces, id) == indicator.replaces.end()) continue;
    if (found != nullptr) return std::nullopt;
    found = &indicator;
  }
  if (found == nullptr) return std::nullopt;
  return Home{set.id, NodeId(found->id)};
}

/// The id that `place` says it is the same as, or that replaces it; nothing when there is neither, or when
/// its set is not there to ask.
std::optional<Home> before(const Home& place, std::span<const CriteriaSet* const> sets) {
  const auto set = std::find_if(sets.begin(), sets.end(),
                                [&](const CriteriaSet* candidate) { return candidate->id == place.first; });
  if (set == sets.end()) return std::nullopt;
  const auto indicator = (*set)->indicator(place.second.value);
  if (!indicator) return renamed(**set, place.second.value);
  return parse_home((*set)->indicators[*indicator].same_as);
}

}  // namespace

Home home_of(const CriteriaSet& set, std::uint32_t indicator, std::span<const CriteriaSet* const> sets) {
  const Home itself{set.id, NodeId(set.indicators[indicator].id)};
  std::vector<Home> chain{itself};
  std::optional<Home> next = parse_home(set.indicators[indicator].same_as);
  while (next) {
    if (std::find(chain.begin(), chain.end(), *next) != chain.end()) return itself;
    chain.push_back(*next);
    next = before(chain.back(), sets);
  }
  return chain.back();
}

Home home_of(const CriteriaSet& set, std::uint32_t indicator, std::span<const CriteriaSet> sets) {
  return home_of(set, indicator, pointers_to(sets));
}

std::vector<Home> homes_of(const CriteriaSet& set, std::span<const CriteriaSet* const> sets) {
  std::vector<Home> homes;
  homes.reserve(set.indicators.size());
  for (std::uint32_t i = 0; i < set.indicators.size(); ++i)
    homes.push_back(home_of(set, i, sets));
  return homes;
}

std::vector<Home> homes_of(const CriteriaSet& set, std::span<const CriteriaSet> sets) {
  return homes_of(set, pointers_to(sets));
}

HomeIndex::HomeIndex(const CriteriaSet& set, std::span<const Home> homes) : set_(&set) {
  for (std::uint32_t i = 0; i < set.indicators.size(); ++i) {
    const Home home = i < homes.size() ? homes[i] : Home{set.id, NodeId(set.indicators[i].id)};
    at_home_[home].push_back(i);
  }
}

std::span<const std::uint32_t> HomeIndex::find(const SetId& set, const NodeId& indicator) const {
  const auto found = at_home_.find({set, indicator});
  if (found == at_home_.end()) return {};
  return found->second;
}

bool HomeIndex::is_unknown(const SetId& set, const NodeId& indicator) const {
  return set == set_->id && find(set, indicator).empty();
}

}  // namespace orienta
