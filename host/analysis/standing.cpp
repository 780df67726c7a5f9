// SPDX-License-Identifier: MIT
#include "analysis/standing.hpp"

#include <algorithm>

namespace orienta {
namespace {

std::vector<bool> at_and_below(const Organisation& organisation, std::uint32_t top) {
  std::vector<bool> wanted(organisation.units().size(), false);
  wanted[top] = true;
  for (std::uint32_t i = top + 1; i < wanted.size(); ++i) {
    const auto parent = organisation.parent(i);
    wanted[i] = parent && wanted[*parent];
  }
  return wanted;
}

bool is_scored_kind(const CriteriaSet& set, const Unit& unit) {
  return unit.in_scope && (set.scored_at.empty() || set.scored_at.has(unit.kind));
}

bool has_role(const Unit& unit, const std::string& role) {
  return role.empty() || unit.role == role;
}

}  // namespace

const NodeResult* result_of(const SetResult& results, std::uint32_t unit, std::uint32_t node, Basis basis) {
  const auto found = std::ranges::lower_bound(results.units, unit, {}, &UnitResult::unit);
  if (found == results.units.end() || found->unit != unit) return nullptr;
  for (const NodeResult& result : found->nodes)
    if (result.node == node && result.basis == basis) return &result;
  return nullptr;
}

Result<Standing> look_at(const AssessInput& input, Runner& runner, PreparedSet prepared, std::uint32_t unit,
                         const std::string& role, std::stop_token stop) {
  Standing standing{unit, Basis::kOwn, {}, Rescoring(input), !role.empty()};
  AssessInput selected = input;
  selected.wanted = at_and_below(*input.organisation, unit);
  std::vector<std::pair<std::uint32_t, Readings>> read;
  auto results = assess(
      selected, runner, prepared, ORIENTA_WANT_NODES,
      [&](std::uint32_t each, const TallySheet&, std::span<const CellKey>, const Readings& readings) {
        if (is_scored_kind(*input.set, input.organisation->units()[each])) read.emplace_back(each, readings);
      },
      std::move(stop));
  if (!results) return failure(std::move(results.error()));
  standing.results = std::move(*results);
  const NodeResult* const own = result_of(standing.results, unit, 0, Basis::kOwn);
  const NodeResult* const rolled = result_of(standing.results, unit, 0, Basis::kRolled);
  const bool has_below = rolled != nullptr && rolled->index;
  const bool stands_alone = role.empty() && !has_below && own != nullptr && own->index &&
                            is_scored_kind(*input.set, input.organisation->units()[unit]);
  if (!stands_alone) standing.basis = Basis::kRolled;
  std::ranges::sort(read, {}, [](const auto& each) { return each.first; });
  for (const auto& [each, readings] : read)
    if (stands_alone ? each == unit : each != unit && has_role(input.organisation->units()[each], role))
      standing.kept.keep(each, readings);
  return standing;
}

std::vector<NodeResult> nodes_in(const Standing& standing, const Rescored& scores, std::size_t first) {
  const AssessInput& input = standing.kept.input();
  const std::uint32_t nodes = input.set->node_count();
  SetResult results;
  for (std::size_t place = 0; place < standing.kept.size(); ++place) {
    UnitResult unit{standing.kept.unit(place), {}};
    for (std::uint32_t node = 0; node < nodes; ++node)
      unit.nodes.push_back(put_together(*input.set, scores.at(place, first, node),
                                        &scores.at(place, first + 1, node),
                                        &scores.at(place, first + 2, node)));
    results.units.push_back(std::move(unit));
  }
  if (standing.basis == Basis::kRolled)
    roll_up(*input.set, *input.organisation, results.units, node_targets(input));
  std::vector<NodeResult> found;
  for (std::uint32_t node = 0; node < nodes; ++node)
    if (const NodeResult* result = result_of(results, standing.unit, node, standing.basis))
      found.push_back(*result);
  return found;
}

Result<std::vector<NodeResult>> nodes_of(const Standing& standing, Runner& runner, PreparedSet prepared) {
  std::vector<Scenario> views(3);
  views[1].open = ORIENTA_OPEN_WORST;
  views[2].open = ORIENTA_OPEN_BEST;
  const auto scores = standing.kept.score(runner, prepared, views, ORIENTA_WANT_NODES);
  if (!scores) return failure(scores.error());
  return nodes_in(standing, *scores, 0);
}

Result<std::vector<NodeResult>> results_under(
    const Standing& standing, Runner& runner, PreparedSet prepared,
    const std::vector<std::vector<orienta_rating_override_t>>& changes, std::stop_token stop) {
  const AssessInput& input = standing.kept.input();
  std::vector<Scenario> scenarios(2);
  scenarios[1].open = ORIENTA_OPEN_WORST;
  for (const auto& change : changes) {
    scenarios.push_back({ORIENTA_OPEN_LEFT_OUT, {}, change, {}});
    scenarios.push_back({ORIENTA_OPEN_WORST, {}, change, {}});
  }
  const auto scores = standing.kept.score(runner, prepared, scenarios, ORIENTA_WANT_SUMMARY, std::move(stop));
  if (!scores) return failure(scores.error());

  const TargetOf targets = node_targets(input);
  std::vector<NodeResult> results;
  for (std::size_t change = 0; change <= changes.size(); ++change) {
    SetResult under;
    for (std::size_t place = 0; place < standing.kept.size(); ++place)
      under.units.push_back({standing.kept.unit(place),
                             {put_together(*input.set, scores->at(place, 2 * change),
                                           &scores->at(place, 2 * change + 1), nullptr)}});
    if (standing.basis == Basis::kRolled) roll_up(*input.set, *input.organisation, under.units, targets);
    const NodeResult* const result = result_of(under, standing.unit, 0, standing.basis);
    results.push_back(result != nullptr ? *result : NodeResult());
  }
  return results;
}

}  // namespace orienta
