// SPDX-License-Identifier: MIT
#include "app/answer_scoring.hpp"

#include <algorithm>

#include "analysis/rescoring.hpp"
#include "answers/tallying.hpp"

namespace orienta {
namespace {

/// The unit's results from its scores as it is, at worst and at best.
std::vector<NodeResult> own_results(const CriteriaSet& set, const Rescored& scores, std::uint32_t nodes,
                                    bool with_bounds) {
  std::vector<NodeResult> own;
  own.reserve(nodes);
  for (std::uint32_t node = 0; node < nodes; ++node)
    own.push_back(put_together(set, scores.at(0, 0, node), with_bounds ? &scores.at(0, 1, node) : nullptr,
                               with_bounds ? &scores.at(0, 2, node) : nullptr));
  return own;
}

bool is_scored(const AssessInput& input, std::uint32_t unit) {
  return input.organisation->units()[unit].in_scope && scored_units(*input.set, *input.organisation)[unit];
}

}  // namespace

AnswerScoring::Kept& AnswerScoring::kept(std::size_t set) {
  if (!sets_[set]) {
    sets_[set] = std::make_unique<Kept>();
    sets_[set]->input = input_for(*project_, *assessment_, set);
  }
  return *sets_[set];
}

Result<UnitReader*> AnswerScoring::reader(std::size_t set) {
  Kept& look = kept(set);
  if (!look.reader) {
    auto reader = UnitReader::prepare(look.input);
    if (!reader) return failure(std::move(reader.error()));
    look.reader.emplace(std::move(*reader));
  }
  return &*look.reader;
}

Result<Readings> AnswerScoring::readings(std::size_t set, std::uint32_t unit) {
  const auto look = reader(set);
  if (!look) return failure(look.error());
  TallySheet own(assessment_->layouts[set]);
  const Status found = stored_sheets(*project_, *assessment_, set, unit)(
      [&](std::uint32_t, TallySheet& sheet) -> Status { return own = std::move(sheet), Status(); });
  if (!found) return failure(found.error());
  Readings readings;
  const Status read = (*look)->read_again(
      unit, std::move(own), [&](const UnitReader::Read& each) { return readings = each.readings, Status(); });
  if (!read) return failure(read.error());
  return readings;
}

Status AnswerScoring::score_unit(SetScore& score, std::uint32_t unit, std::uint32_t want) {
  const AssessInput& input = kept(score.set).input;
  if (!is_scored(input, unit)) return {};
  const auto read = readings(score.set, unit);
  if (!read) return failure(read.error());
  const auto ready = plugins_->ready(*input.set);
  if (!ready) return failure(ready.error());
  Rescoring one(input);
  one.keep(unit, *read);
  const bool with_bounds = has_open(*read);
  std::vector<Scenario> scenarios(with_bounds ? 3 : 1);
  if (with_bounds) {
    scenarios[1].open = ORIENTA_OPEN_WORST;
    scenarios[2].open = ORIENTA_OPEN_BEST;
  }
  const auto scores = one.score(*ready->runner, ready->set, scenarios, want);
  if (!scores) return failure(scores.error());
  auto& units = score.result.units;
  const auto place = std::ranges::lower_bound(units, unit, {}, &UnitResult::unit);
  const std::uint32_t nodes = want == ORIENTA_WANT_SUMMARY ? 1 : input.set->node_count();
  if (place != units.end() && place->unit == unit)
    place->nodes = own_results(*input.set, *scores, nodes, with_bounds);
  for (UnitResult& each : units)
    std::erase_if(each.nodes, [](const NodeResult& node) { return node.basis == Basis::kRolled; });
  const TargetOf targets = node_targets(input);
  roll_up(*input.set, *input.organisation, units, targets);
  if (input.sample != nullptr) add_estimates(*input.set, *input.organisation, *input.sample, units, targets);
  return {};
}

Result<std::optional<std::vector<SetScore>>> AnswerScoring::after(std::span<const AnswerKey> changed,
                                                                  const std::vector<SetScore>& before,
                                                                  std::uint32_t want) {
  std::vector<SetScore> scores = before;
  for (SetScore& score : scores) {
    const CriteriaSet& set = assessment_->sets[score.set];
    const std::vector<Home> homes = homes_of(set, std::span<const CriteriaSet>(assessment_->sets));
    std::vector<std::uint32_t> units;
    for (const AnswerKey& key : changed) {
      const auto home = std::ranges::find(homes, Home(key.set, key.indicator));
      const auto unit = assessment_->organisation.find(key.unit);
      if (home == homes.end() || !unit) continue;
      const auto indicator = static_cast<std::uint32_t>(home - homes.begin());
      if (score.failed || concerns_others(kept(score.set).input, *unit, indicator, key.source))
        return std::optional<std::vector<SetScore>>();
      if (std::ranges::find(units, *unit) == units.end()) units.push_back(*unit);
    }
    for (const std::uint32_t unit : units)
      if (Status done = score_unit(score, unit, want); !done) {
        if (done.error().kind == ErrorKind::kPlugin) return std::optional<std::vector<SetScore>>();
        return failure(std::move(done.error()));
      }
  }
  return std::optional(std::move(scores));
}

}  // namespace orienta
