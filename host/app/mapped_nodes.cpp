// SPDX-License-Identifier: MIT
#include "app/mapped_nodes.hpp"

#include <algorithm>

#include "analysis/standing.hpp"

namespace orienta {
namespace {

constexpr double kSlack = 1e-9;  ///< an index of 84.99999999999999 is 85

bool is_out_of_scope(const UnitResult& unit) {
  return std::ranges::any_of(unit.nodes, [](const NodeResult& node) {
    return node.node == 0 && node.state == ResultState::kOutOfScope;
  });
}

}  // namespace

MappedNodes::MappedNodes(const OpenAssessment& assessment, const SetScore& score, std::uint32_t unit)
    : assessment_(&assessment),
      score_(&score),
      set_(&assessment.sets[score.set]),
      unit_(unit),
      is_rolled_(result_of(score.result, unit, 0, Basis::kRolled) != nullptr) {}

Result<MappedNodes> MappedNodes::look(const Project& project, const OpenAssessment& assessment,
                                      const SetScore& score, std::uint32_t unit) {
  MappedNodes out(assessment, score, unit);
  const bool any =
      std::ranges::any_of(out.set_->indicators, [](const Indicator& each) { return !each.maps_to.empty(); });
  if (!any || score.failed) return out;
  AssessInput input = input_for(project, assessment, score.set);
  input.wanted.assign(assessment.organisation.units().size(), false);
  for (const UnitResult& each : score.result.units)
    input.wanted[each.unit] = true;
  const Status read =
      read_units_of(input, [&](std::uint32_t at, const TallySheet&, std::span<const CellKey>,
                               const Readings& readings) { out.readings_[at] = readings.combined; });
  if (!read) return failure(read.error());
  return out;
}

MappedNode MappedNodes::node(std::uint32_t criterion, std::optional<std::uint32_t> indicator) const {
  MappedNode out;
  out.set = score_->set;
  out.criterion = criterion;
  out.indicator = indicator;
  out.needed = needed(criterion, unit_);
  if (score_->failed) return out;
  if (is_rolled_)
    put_units(out);
  else
    put(out, of_unit(out, unit_));
  return out;
}

MappedNodes::Verdict MappedNodes::judged(Verdict verdict, double needed) {
  if (!verdict.index) return verdict;
  if (verdict.low.value_or(*verdict.index) >= needed - kSlack)
    verdict.conformity = Conformity::kMet;
  else if (verdict.high.value_or(*verdict.index) < needed - kSlack)
    verdict.conformity = Conformity::kNotMet;
  return verdict;
}

MappedNodes::Verdict MappedNodes::verdict_of(const NodeResult& result, double needed) {
  const bool is_left_out = result.state == ResultState::kNotApplicable ||
                           result.state == ResultState::kOutOfScope ||
                           result.state == ResultState::kNotScored;
  if (is_left_out) return {Conformity::kNotApplicable, {}, {}, {}};
  return judged({Conformity::kOpen, result.index, result.index_low, result.index_high}, needed);
}

MappedNodes::Verdict MappedNodes::verdict_of(const orienta_reading_t& reading, double needed) {
  switch (reading.state) {
    case ORIENTA_STATE_VALUE:
      return judged({Conformity::kOpen, 100 * reading.value, {}, {}}, needed);
    case ORIENTA_STATE_NOT_APPLICABLE:
    case ORIENTA_STATE_NOT_ASKED:
    case ORIENTA_STATE_OUT_OF_SCOPE:
      return {Conformity::kNotApplicable, {}, {}, {}};
    default:
      return {};
  }
}

/// On the ladder a competency counts with observed / required, so that share of what the role requires is
/// needed.
double MappedNodes::needed(std::uint32_t criterion, std::uint32_t unit) const {
  const double rung = 100 * set_->holds.rating;
  const std::string& role = assessment_->organisation.units()[unit].role;
  for (const Role& each : set_->roles) {
    const auto required = each.requires_index.find(set_->criteria[criterion].id);
    if (each.id == role && required != each.requires_index.end()) return rung * required->second / 100;
  }
  return rung;
}

MappedNodes::Verdict MappedNodes::of_unit(const MappedNode& node, std::uint32_t unit) const {
  const double least = needed(node.criterion, unit);
  if (node.indicator) {
    const auto readings = readings_.find(unit);
    return readings == readings_.end() ? Verdict{} : verdict_of(readings->second[*node.indicator], least);
  }
  const NodeResult* const result =
      result_of(score_->result, unit, set_->node_of_criterion(node.criterion), Basis::kOwn);
  return result == nullptr ? Verdict{} : verdict_of(*result, least);
}

void MappedNodes::put(MappedNode& out, const Verdict& verdict) {
  out.conformity = verdict.conformity;
  out.index = verdict.index;
  out.index_low = verdict.low;
  out.index_high = verdict.high;
}

/// Met when every unit below to which it applies meets it. The index of a criterion is the rolled one, that
/// of a question the mean of the units' own. What applies to none of them is the unit's own matter.
void MappedNodes::put_units(MappedNode& out) const {
  out.conformity = Conformity::kNotApplicable;
  std::uint32_t units = 0;
  double sum = 0;
  double weights = 0;
  for (const UnitResult& each : score_->result.units) {
    const Unit& unit = assessment_->organisation.units()[each.unit];
    const bool is_scored = set_->scored_at.empty() || set_->scored_at.has(unit.kind);
    if (each.unit == unit_ || !is_scored || is_out_of_scope(each)) continue;
    const Verdict verdict = of_unit(out, each.unit);
    if (verdict.conformity == Conformity::kNotApplicable) continue;
    ++units;
    if (verdict.conformity == Conformity::kMet) ++out.units_met;
    out.conformity = std::min(out.conformity, verdict.conformity);
    if (!verdict.index) continue;
    sum += unit.weight * *verdict.index;
    weights += unit.weight;
  }
  if (units == 0) return put(out, of_unit(out, unit_));
  out.of_units = units;
  if (out.indicator && weights > 0) out.index = sum / weights;
  if (out.indicator) return;
  const NodeResult* const rolled =
      result_of(score_->result, unit_, set_->node_of_criterion(out.criterion), Basis::kRolled);
  if (rolled == nullptr) return;
  out.index = rolled->index;
  out.index_low = rolled->index_low;
  out.index_high = rolled->index_high;
}

}  // namespace orienta
