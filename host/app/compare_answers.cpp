// SPDX-License-Identifier: MIT
#include "app/compare_answers.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "answers/tallying.hpp"
#include "criteria/diff.hpp"

namespace orienta {
namespace {

std::set<UnitId> at_and_below(const Organisation& organisation, const UnitId& top) {
  std::set<UnitId> ids{top};
  const auto start = organisation.find(top);
  if (!start) return ids;
  for (std::uint32_t i = *start + 1; i < organisation.units().size(); ++i) {
    const auto parent = organisation.parent(i);
    if (parent && ids.contains(organisation.units()[*parent].id)) ids.insert(organisation.units()[i].id);
  }
  return ids;
}

/// Where the answers of the first one's version of the set are kept in the second's, where that is elsewhere.
std::map<Home, Home> homes_now(const OpenAssessment& first, const OpenAssessment& second, std::size_t set) {
  const CriteriaSet& now = second.sets[set];
  const auto was = std::ranges::find(first.sets, now.id, &CriteriaSet::id);
  if (was == first.sets.end() || was->hash == now.hash) return {};
  const SetDiff between = diff(*was, now);
  std::map<Home, Home> homes;
  for (std::uint32_t i = 0; i < was->indicators.size(); ++i)
    if (between.fates[i].after)
      homes.emplace(home_of(*was, i, std::span<const CriteriaSet>(first.sets)),
                    home_of(now, *between.fates[i].after, std::span<const CriteriaSet>(second.sets)));
  return homes;
}

}  // namespace

Result<std::vector<AnswerOrigins>> answer_origins(const Project& project, const OpenAssessment& first,
                                                  const OpenAssessment& second, std::size_t set,
                                                  const UnitId& unit) {
  const CriteriaSet& wanted = second.sets[set];
  std::map<Home, std::uint32_t> criteria;  // by where the answers are kept
  const std::vector<Home> homes = homes_of(wanted, std::span<const CriteriaSet>(second.sets));
  for (std::size_t i = 0; i < homes.size(); ++i)
    criteria.emplace(homes[i], wanted.indicators[i].criterion);

  const auto before = project.answers(first.record.id);
  if (!before) return failure(before.error());
  const std::map<Home, Home> now_at = homes_now(first, second, set);
  std::set<std::tuple<UnitId, SetId, NodeId>> known;
  for (const Answer& answer : *before) {
    const auto moved = now_at.find({answer.key.set, answer.key.indicator});
    const Home home = moved != now_at.end() ? moved->second : Home{answer.key.set, answer.key.indicator};
    known.emplace(answer.key.unit, home.first, home.second);
  }

  const auto now = project.answers(second.record.id);
  if (!now) return failure(now.error());
  const std::set<UnitId> units = at_and_below(second.organisation, unit);
  std::vector<AnswerOrigins> origins(wanted.node_count());
  for (const Answer& answer : *now) {
    const auto criterion = criteria.find({answer.key.set, answer.key.indicator});
    // How many answered an anonymous question is not told either.
    const bool is_anonymous = wanted.anonymous.has(answer.key.source);
    if (criterion == criteria.end() || is_anonymous || !units.contains(answer.key.unit)) continue;
    const std::uint32_t dimension = wanted.criteria[criterion->second].dimension;
    for (const std::uint32_t node :
         {0u, wanted.node_of_dimension(dimension), wanted.node_of_criterion(criterion->second)}) {
      AnswerOrigins& origin = origins[node];
      if (answer.carried_over)
        ++origin.carried;
      else if (known.contains({answer.key.unit, answer.key.set, answer.key.indicator}))
        ++origin.reassessed;
      else
        ++origin.fresh;
    }
  }
  return origins;
}

}  // namespace orienta
