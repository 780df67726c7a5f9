// SPDX-License-Identifier: MIT
#include "analysis/what_if.hpp"

#include <algorithm>

namespace orienta {
namespace {

Scenario scenario_of(const WhatIf& change, std::uint32_t open) {
  Scenario scenario;
  scenario.open = open;
  for (const auto& [node, rating] : change.ratings)
    scenario.ratings.push_back({ORIENTA_NONE, node, rating});
  for (const auto& [indicator, value] : change.values)
    scenario.values.push_back({ORIENTA_NONE, indicator, value});
  for (const auto& [node, weight] : change.weights)
    scenario.weights.push_back({node, 0, weight});
  std::ranges::sort(scenario.ratings, {}, &orienta_rating_override_t::criterion);
  std::ranges::sort(scenario.values, {}, &orienta_value_override_t::indicator);
  std::ranges::sort(scenario.weights, {}, &orienta_weight_override_t::node);
  return scenario;
}

}  // namespace

Result<BeforeAfter> what_if(const AssessInput& input, Runner& runner, PreparedSet prepared,
                            std::uint32_t unit, const WhatIf& change, std::stop_token stop) {
  const auto standing = look_at(input, runner, prepared, unit, {}, stop);
  if (!standing) return failure(standing.error());
  std::vector<Scenario> scenarios;
  for (const WhatIf& one : {WhatIf{}, change})
    for (const std::uint32_t open : {ORIENTA_OPEN_LEFT_OUT, ORIENTA_OPEN_WORST, ORIENTA_OPEN_BEST})
      scenarios.push_back(scenario_of(one, open));
  const auto scores = standing->kept.score(runner, prepared, scenarios, ORIENTA_WANT_NODES, std::move(stop));
  if (!scores) return failure(scores.error());
  BeforeAfter result;
  result.basis = standing->basis;
  result.units = static_cast<std::uint32_t>(standing->kept.size());
  result.before = nodes_in(*standing, *scores, 0);
  result.after = nodes_in(*standing, *scores, 3);
  return result;
}

}  // namespace orienta
