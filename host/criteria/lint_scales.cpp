// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "criteria/lint.hpp"

namespace orienta {
namespace {

void lint_points(const Lint& lint, std::size_t index) {
  const Scale& scale = lint.set.scales[index];
  if (scale.points.empty() || scale.most_point() <= scale.least_point())
    lint.report.error(mark_in(lint.origin.scales, index, "points"),
                      msg("criteria.points-flat", {{"scale", scale.id}}));
  for (const Statistic& statistic : scale.statistics) {
    const bool net = statistic.kind == Statistic::Kind::kNet;
    if (!statistic.plus.empty() && !(net && statistic.minus.empty())) continue;
    lint.report.error(mark_in(lint.origin.scales, index, "statistics"),
                      msg("criteria.statistic-empty", {{"scale", scale.id}, {"id", statistic.id}}));
  }
}

void lint_range(const Lint& lint, std::size_t index) {
  const Scale& scale = lint.set.scales[index];
  const Measure& measure = *scale.measure;
  if (measure.least && measure.most && *measure.most <= *measure.least)
    lint.report.error(mark_in(lint.origin.scales, index, "most"),
                      msg("criteria.range-empty", {{"scale", scale.id},
                                                   {"least", measure.least->to_string()},
                                                   {"most", measure.most->to_string()}}));
  if (!measure.from || !measure.to) return;
  const Mark at = mark_in(lint.origin.scales, index, "to");
  if (*measure.from == *measure.to)
    return lint.report.error(at, msg("criteria.from-is-to", {{"scale", scale.id}}));
  const bool rises = *measure.from < *measure.to;
  if (rises != (measure.better == Measure::Better::kHigher))
    lint.report.error(
        mark_in(lint.origin.scales, index, "better"),
        msg("criteria.better-against-range", {{"scale", scale.id}, {"right", rises ? "higher" : "lower"}}));
}

void lint_use(const Lint& lint) {
  std::vector<bool> used(lint.set.scales.size());
  for (const Indicator& indicator : lint.set.indicators)
    if (indicator.scale < used.size()) used[indicator.scale] = true;
  for (std::size_t i = 0; i < used.size(); ++i)
    if (!used[i])
      lint.report.warning(mark_in(lint.origin.scales, i),
                          msg("criteria.scale-unused", {{"scale", lint.set.scales[i].id}}));
}

double best_linear(const Measure& measure) {
  const bool rises = *measure.from < *measure.to;
  const std::optional<Decimal>& limit = rises ? measure.most : measure.least;
  return limit ? value_of(measure, *limit).value_or(1) : 1;
}

}  // namespace

double best_value(const Scale& scale) {
  if (!scale.is_measure()) return scale.most_point() > scale.least_point() ? 1 : 0;
  const Measure& measure = *scale.measure;
  if (measure.bands.empty()) return measure.from && measure.to ? best_linear(measure) : 0;
  double best = 0;
  for (const Band& band : measure.bands)
    best = std::max(best, band.value);
  return best;
}

void lint_scales(const Lint& lint) {
  for (std::size_t i = 0; i < lint.set.scales.size(); ++i) {
    const Scale& scale = lint.set.scales[i];
    if (!scale.is_measure()) {
      lint_points(lint, i);
      continue;
    }
    lint_range(lint, i);
    if (!scale.measure->bands.empty()) lint_bands(lint, i);
  }
  lint_use(lint);
}

}  // namespace orienta
