// SPDX-License-Identifier: MIT
// Rungs that no answers can earn.
#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "criteria/lint.hpp"

namespace orienta {
namespace {

// Sums of weights in a different order may differ in the last bits; a cut point must not be missed for that.
constexpr double kSlack = 1e-12;

/// The best rating a criterion can have; nothing when none of its indicators enters a score.
std::vector<std::optional<double>> best_ratings(const CriteriaSet& set) {
  struct Sum {
    double weight = 0;
    double value = 0;
    double logs = 0;
    double least = 1;
  };
  std::vector<Sum> sums(set.criteria.size());
  for (const Indicator& indicator : set.indicators) {
    if (indicator.combine == Combine::kShownOnly || indicator.weight <= 0) continue;
    const double best = best_value(set.scales[indicator.scale]);
    Sum& sum = sums[indicator.criterion];
    sum.weight += indicator.weight;
    sum.value += indicator.weight * best;
    sum.logs += best > 0 ? indicator.weight * std::log(best) : -HUGE_VAL;
    sum.least = std::min(sum.least, best);
  }
  std::vector<std::optional<double>> ratings(set.criteria.size());
  for (std::size_t i = 0; i < ratings.size(); ++i) {
    if (set.criteria[i].tags.contains("derive")) ratings[i] = 1;  // by its plugin
    if (sums[i].weight <= 0) continue;
    switch (set.criteria[i].aggregate) {
      case Aggregate::kMean:
        ratings[i] = sums[i].value / sums[i].weight;
        break;
      case Aggregate::kGeometric:
        ratings[i] = std::exp(sums[i].logs / sums[i].weight);
        break;
      case Aggregate::kWeakest:
        ratings[i] = sums[i].least;
        break;
    }
  }
  return ratings;
}

/// What the criteria of one rung can reach together.
struct Rung {
  std::size_t criteria = 0;
  double weight = 0;
  double value = 0;
};

void lint_ladder(const Lint& lint) {
  const std::vector<Level>& levels = lint.set.levels;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const int expected = static_cast<int>(i) + 1;
    if (levels[i].level == expected) continue;
    lint.report.error(mark_in(lint.origin.levels, i, "level"),
                      msg("criteria.levels-hole", {{"level", levels[i].level}, {"expected", expected}}));
    break;
  }
  for (std::size_t i = 1; i < levels.size(); ++i)
    if (levels[i].stage < levels[i - 1].stage)
      lint.report.warning(
          mark_in(lint.origin.levels, i, "stage"),
          msg("criteria.stage-falls", {{"level", levels[i].level}, {"before", levels[i - 1].stage}}));
}

std::optional<std::size_t> rung_of(const CriteriaSet& set, int level) {
  for (std::size_t i = 0; i < set.levels.size(); ++i)
    if (set.levels[i].level == level) return i;
  return std::nullopt;
}

void lint_mandatory(const Lint& lint, std::size_t index, double best) {
  const Criterion& criterion = lint.set.criteria[index];
  if (!criterion.mandatory || best >= lint.set.holds.mandatory - kSlack) return;
  lint.report.error(mark_in(lint.origin.criteria, index, "mandatory"),
                    msg("criteria.mandatory-unreachable", {{"id", criterion.id},
                                                           {"level", criterion.level},
                                                           {"best", best},
                                                           {"needed", lint.set.holds.mandatory}}));
}

void lint_rungs(const Lint& lint, const std::vector<Rung>& rungs) {
  const bool staged =
      std::any_of(rungs.begin(), rungs.end(), [](const Rung& rung) { return rung.criteria > 0; });
  if (!staged) return;
  for (std::size_t i = 0; i < rungs.size(); ++i) {
    const Rung& rung = rungs[i];
    const Mark at = mark_in(lint.origin.levels, i);
    const int level = lint.set.levels[i].level;
    if (rung.criteria == 0) {
      lint.report.warning(at, msg("criteria.level-empty", {{"level", level}}));
    } else if (rung.weight <= 0) {
      lint.report.error(at, msg("criteria.level-weightless", {{"level", level}}));
    } else if (const double best = rung.value / rung.weight; best < lint.set.holds.rating - kSlack) {
      lint.report.error(at, msg("criteria.level-unreachable",
                                {{"level", level}, {"best", best}, {"needed", lint.set.holds.rating}}));
    }
  }
}

}  // namespace

void lint_levels(const Lint& lint) {
  lint_ladder(lint);
  const CriteriaSet& set = lint.set;
  const std::vector<std::optional<double>> best = best_ratings(set);
  std::vector<Rung> rungs(set.levels.size());
  for (std::size_t i = 0; i < set.criteria.size(); ++i) {
    const Criterion& criterion = set.criteria[i];
    if (!best[i]) {
      lint.report.warning(mark_in(lint.origin.criteria, i),
                          msg("criteria.never-scored", {{"id", criterion.id}}));
    } else if (criterion.level > 0) {
      lint_mandatory(lint, i, *best[i]);
    }
    if (criterion.level == 0) continue;
    const auto rung = rung_of(set, criterion.level);
    if (!rung) {
      lint.report.error(mark_in(lint.origin.criteria, i, "level"),
                        msg("criteria.unknown-level", {{"level", criterion.level}}));
      continue;
    }
    ++rungs[*rung].criteria;
    if (!best[i]) continue;
    rungs[*rung].weight += criterion.weight;
    rungs[*rung].value += criterion.weight * *best[i];
  }
  lint_rungs(lint, rungs);
}

}  // namespace orienta
