// SPDX-License-Identifier: MIT
#include "analysis/improving.hpp"

#include <algorithm>
#include <map>

namespace orienta {
namespace {

bool can_be_raised(const NodeResult* result, double to) {
  if (result == nullptr) return false;
  if (result->index) return *result->index < 100 * to;
  return result->state == ResultState::kOpen;
}

}  // namespace

std::vector<orienta_rating_override_t> overrides_of(const Standing& standing, std::span<const Raise> raises) {
  std::map<std::uint32_t, double> highest;
  for (const Raise& raise : raises)
    highest[raise.node] = std::max(highest[raise.node], raise.to);
  std::vector<orienta_rating_override_t> overrides;
  for (std::size_t place = 0; place < standing.kept.size(); ++place)
    for (const auto& [node, to] : highest)
      if (can_be_raised(result_of(standing.results, standing.kept.unit(place), node, Basis::kOwn), to))
        overrides.push_back({static_cast<std::uint32_t>(place), node, to});
  return overrides;
}

Result<BeforeAfter> improve(const AssessInput& input, Runner& runner, PreparedSet prepared,
                            std::uint32_t unit, std::span<const Raise> raises, std::stop_token stop) {
  const auto standing = look_at(input, runner, prepared, unit, {}, stop);
  if (!standing) return failure(standing.error());
  const auto overrides = overrides_of(*standing, raises);
  std::vector<Scenario> scenarios;
  for (const bool is_after : {false, true})
    for (const std::uint32_t open : {ORIENTA_OPEN_LEFT_OUT, ORIENTA_OPEN_WORST, ORIENTA_OPEN_BEST}) {
      Scenario scenario;
      scenario.open = open;
      if (is_after) scenario.ratings = overrides;
      scenarios.push_back(std::move(scenario));
    }
  const auto scores = standing->kept.score(runner, prepared, scenarios, ORIENTA_WANT_NODES, std::move(stop));
  if (!scores) return failure(scores.error());
  return BeforeAfter{standing->basis, static_cast<std::uint32_t>(standing->kept.size()),
                     nodes_in(*standing, *scores, 0), nodes_in(*standing, *scores, 3)};
}

Result<std::vector<NodeResult>> improve_each(const AssessInput& input, Runner& runner, PreparedSet prepared,
                                             std::uint32_t unit,
                                             const std::vector<std::vector<Raise>>& changes,
                                             std::stop_token stop) {
  const auto standing = look_at(input, runner, prepared, unit, {}, stop);
  if (!standing) return failure(standing.error());
  std::vector<std::vector<orienta_rating_override_t>> overrides;
  for (const auto& change : changes)
    overrides.push_back(overrides_of(*standing, change));
  return results_under(*standing, runner, prepared, overrides, std::move(stop));
}

}  // namespace orienta
