// SPDX-License-Identifier: MIT
#include "analysis/gaps.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

#include "scoring/worth.hpp"

namespace orienta {
namespace {

constexpr std::array<std::string_view, 4> kQuadrants{"concentrate", "keep_up", "low_priority",
                                                     "possible_overkill"};

bool is_criterion(const CriteriaSet& set, std::uint32_t node) {
  return node > set.dimensions.size();
}

const Criterion& criterion_of(const CriteriaSet& set, std::uint32_t node) {
  return set.criteria[node - 1 - set.dimensions.size()];
}

/// What a target of a level asks of the criteria on the rungs up to it, where they have none of their own.
std::vector<orienta_target_t> with_implied(const CriteriaSet& set, std::span<const orienta_target_t> held,
                                           std::vector<bool>& is_implied) {
  std::vector<orienta_target_t> targets(held.begin(), held.end());
  is_implied.assign(targets.size(), false);
  for (std::size_t i = 0; i < set.criteria.size(); ++i) {
    const std::uint32_t node = set.node_of_criterion(i);
    double level = 0;
    bool has_own = false;
    for (const orienta_target_t& one : held) {
      has_own = has_own || one.node == node;
      const bool above = one.node == 0 || one.node == set.node_of_dimension(set.criteria[i].dimension);
      if (above && one.kind == ORIENTA_TARGET_LEVEL) level = std::max(level, one.target);
    }
    if (has_own || set.criteria[i].level == 0 || set.criteria[i].level > level) continue;
    const double gate = set.criteria[i].mandatory ? set.holds.mandatory : 0;
    targets.push_back({node, ORIENTA_NONE, ORIENTA_TARGET_INDEX, 0, 100 * std::max(set.holds.rating, gate)});
    is_implied.push_back(true);
  }
  return targets;
}

/// Adds up one gap over the units that stand for the result.
struct Sum {
  Gap gap;
  double weight = 0;
  double target = 0;
  double actual = 0;
  double points = 0;
};

class Gathering {
 public:
  explicit Gathering(const Standing& standing)
      : standing_(standing), set_(*standing.kept.input().set), shares_(shares_in_set(set_)) {}

  GapReport gather() {
    for (std::size_t place = 0; place < standing_.kept.size(); ++place)
      add_unit(place);
    GapReport report;
    report.has_targets = has_targets_;
    for (std::size_t place = 0; place < standing_.kept.size(); ++place)
      report.units.push_back(standing_.kept.unit(place));
    report.without_result = static_cast<std::uint32_t>(std::ranges::count_if(report.units, [&](auto unit) {
      const NodeResult* const own = result_of(standing_.results, unit, 0, Basis::kOwn);
      return own == nullptr || !own->index;
    }));
    if (const NodeResult* now = result_of(standing_.results, standing_.unit, 0, standing_.basis))
      report.now = *now;
    for (auto& [key, sum] : sums_)
      if (sum.weight > 0) report.gaps.push_back(finished(sum));
    put_quadrants(report.gaps);
    sort(report.gaps);
    std::ranges::copy_if(report.gaps, std::back_inserter(report.met), is_met);
    std::erase_if(report.gaps, is_met);
    return report;
  }

 private:
  void add_unit(std::size_t place) {
    const std::uint32_t unit = standing_.kept.unit(place);
    std::vector<bool> is_implied;
    const auto targets = with_implied(set_, standing_.kept.targets(place), is_implied);
    has_targets_ = has_targets_ || !targets.empty();
    for (std::size_t i = 0; i < targets.size(); ++i) {
      if (targets[i].indicator != ORIENTA_NONE)
        add_figure(place, targets[i]);
      else if (const NodeResult* result = result_of(standing_.results, unit, targets[i].node, Basis::kOwn))
        add_node(unit, *result, targets[i], is_implied[i]);
    }
  }

  Sum& sum_for(std::uint32_t node, const orienta_target_t& target, bool is_implied) {
    Sum& sum = sums_[{node, target.indicator, target.kind}];
    sum.gap.node = node;
    sum.gap.indicator = target.indicator;
    sum.gap.kind = target.kind;
    // Of several units only when it is for all of them.
    sum.gap.is_implied = is_implied && (sum.gap.of == 0 || sum.gap.is_implied);
    sum.gap.weight = shares_[node];
    return sum;
  }

  void add(Sum& sum, std::uint32_t unit, double target, double actual, double points) {
    const double weight = standing_.kept.input().organisation->units()[unit].weight;
    ++sum.gap.of;
    if (points > 0) ++sum.gap.below;
    if (!(weight > 0)) return;
    sum.weight += weight;
    sum.target += weight * target;
    sum.actual += weight * actual;
    sum.points += weight * std::max(0.0, points);
  }

  void add_node(std::uint32_t unit, const NodeResult& result, const orienta_target_t& target,
                bool is_implied) {
    if (target.kind == ORIENTA_TARGET_LEVEL) {
      if (result.level)
        add(sum_for(target.node, target, is_implied), unit, target.target, *result.level,
            target.target - *result.level);
      return;
    }
    if (!result.index) return;
    Sum& sum = sum_for(target.node, target, is_implied);
    add(sum, unit, target.target, *result.index, target.target - *result.index);
    if (is_criterion(set_, target.node) && criterion_of(set_, target.node).mandatory &&
        *result.index < 100 * set_.holds.mandatory)
      sum.gap.mandatory_failed = true;
  }

  /// A figure in its own unit; the points are what the figures are worth.
  void add_figure(std::size_t place, const orienta_target_t& target) {
    const orienta_reading_t& reading = standing_.kept.readings(place).combined[target.indicator];
    if (reading.state != ORIENTA_STATE_VALUE) return;
    const Indicator& indicator = set_.indicators[target.indicator];
    const Scale& scale = set_.scales[indicator.scale];
    const bool is_short = falls_short(scale, reading.statistic, target.target);
    const double points =
        is_short ? 100 * (worth(scale, target.target) - worth(scale, reading.statistic)) : 0;
    Sum& sum = sum_for(set_.node_of_criterion(indicator.criterion), target, false);
    add(sum, standing_.kept.unit(place), target.target, reading.statistic, points);
    if (is_short && !(points > 0)) ++sum.gap.below;
  }

  static Gap finished(const Sum& sum) {
    Gap gap = sum.gap;
    gap.target = sum.target / sum.weight;
    gap.actual = sum.actual / sum.weight;
    gap.points = sum.points / sum.weight;
    return gap;
  }

  void put_quadrants(std::vector<Gap>& gaps) const {
    double importance = 0;
    double performance = 0;
    std::size_t n = 0;
    const auto counts = [&](const Gap& gap) {
      return gap.kind == ORIENTA_TARGET_INDEX && is_criterion(set_, gap.node) && gap.actual.has_value();
    };
    for (const Gap& gap : gaps) {
      if (!counts(gap)) continue;
      importance += gap.weight;
      performance += *gap.actual;
      ++n;
    }
    for (Gap& gap : gaps) {
      if (!counts(gap)) continue;
      const bool important = gap.weight * static_cast<double>(n) >= importance;
      const bool good = *gap.actual * static_cast<double>(n) >= performance;
      gap.quadrant = important ? good ? Quadrant::kKeepUp : Quadrant::kConcentrate
                     : good    ? Quadrant::kPossibleOverkill
                               : Quadrant::kLowPriority;
    }
  }

  static bool is_met(const Gap& gap) { return gap.below == 0; }

  static void sort(std::vector<Gap>& gaps) {
    const auto key = [](const Gap& gap) {
      return std::tuple(gap.kind != ORIENTA_TARGET_LEVEL, !gap.mandatory_failed, -gap.weight * gap.points,
                        gap.node, gap.indicator);
    };
    std::ranges::sort(gaps, {}, key);
  }

  const Standing& standing_;
  const CriteriaSet& set_;
  std::vector<double> shares_;
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, Sum> sums_;
  bool has_targets_ = false;
};

/// Each unit below its target in this criterion is brought to it.
std::vector<orienta_rating_override_t> raised(const Standing& standing, std::uint32_t node) {
  const CriteriaSet& set = *standing.kept.input().set;
  std::vector<orienta_rating_override_t> overrides;
  for (std::size_t place = 0; place < standing.kept.size(); ++place) {
    std::vector<bool> is_implied;
    for (const orienta_target_t& target : with_implied(set, standing.kept.targets(place), is_implied)) {
      if (target.node != node || target.kind != ORIENTA_TARGET_INDEX) continue;
      const NodeResult* result = result_of(standing.results, standing.kept.unit(place), node, Basis::kOwn);
      if (result != nullptr && result->index && *result->index < target.target)
        overrides.push_back({static_cast<std::uint32_t>(place), node, target.target / 100});
    }
  }
  return overrides;
}

Status put_effects(const Standing& standing, Runner& runner, PreparedSet prepared, std::size_t most,
                   GapReport& report, std::stop_token stop) {
  const CriteriaSet& set = *standing.kept.input().set;
  std::vector<Gap*> asked;
  std::vector<std::vector<orienta_rating_override_t>> changes;
  for (Gap& gap : report.gaps) {
    if (asked.size() == most) break;
    if (gap.kind != ORIENTA_TARGET_INDEX || !is_criterion(set, gap.node)) continue;
    asked.push_back(&gap);
    changes.push_back(raised(standing, gap.node));
  }
  const auto results = results_under(standing, runner, prepared, changes, std::move(stop));
  if (!results) return failure(results.error());
  const NodeResult& now = results->front();
  if (standing.is_part) report.now = now;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const NodeResult& then = (*results)[i + 1];
    if (now.index && then.index) asked[i]->effect = Effect{*then.index - *now.index, then.level, then.share};
  }
  return {};
}

}  // namespace

std::string_view name_of(Quadrant quadrant) {
  return kQuadrants[static_cast<std::size_t>(quadrant)];
}

std::vector<double> shares_in_set(const CriteriaSet& set) {
  std::vector<double> shares(set.node_count(), 0);
  std::vector<double> of_dimension(set.dimensions.size(), 0);
  double all = 0;
  for (const Dimension& dimension : set.dimensions)
    all += dimension.weight;
  for (const Criterion& criterion : set.criteria)
    of_dimension[criterion.dimension] += criterion.weight;
  shares[0] = 1;
  for (std::size_t i = 0; i < set.dimensions.size(); ++i)
    if (all > 0) shares[set.node_of_dimension(i)] = set.dimensions[i].weight / all;
  for (std::size_t i = 0; i < set.criteria.size(); ++i) {
    const std::uint32_t dimension = set.criteria[i].dimension;
    if (of_dimension[dimension] > 0)
      shares[set.node_of_criterion(i)] =
          shares[set.node_of_dimension(dimension)] * set.criteria[i].weight / of_dimension[dimension];
  }
  return shares;
}

Result<GapReport> find_gaps(const Standing& standing, Runner& runner, PreparedSet prepared, std::size_t most,
                            std::stop_token stop) {
  GapReport report = Gathering(standing).gather();
  if (Status done = put_effects(standing, runner, prepared, most, report, std::move(stop)); !done)
    return failure(std::move(done.error()));
  return report;
}

}  // namespace orienta
