// SPDX-License-Identifier: MIT
#include "app/figures.hpp"

#include <algorithm>

#include "scoring/indices.hpp"

namespace orienta {
namespace {

SourceFigures figures_from(const CriteriaSet& set, const TallySheet& sheet, const orienta_reading_t& reading,
                           const std::optional<std::uint64_t>& population) {
  SourceFigures out;
  out.indicator = reading.indicator;
  out.source = static_cast<Source>(reading.source);
  out.state = reading.state;
  if (reading.state != ORIENTA_STATE_VALUE) return out;
  out.value = reading.value;
  out.figure = reading.statistic;
  out.n = reading.count;
  // What a parent hands down has no cell here: its value is known, its counts are the parent's.
  const Cell* cell = sheet.find({reading.indicator, 0, out.source});
  if (cell == nullptr) return out;
  out.counts.assign(cell->points.begin(), cell->points.end());
  out.statistics = statistics_of(set.scales[set.indicators[reading.indicator].scale], *cell, population);
  return out;
}

UnitFigures figures_from(const CriteriaSet& set, const Unit& unit, const TallySheet& sheet,
                         const Readings& readings) {
  UnitFigures out;
  for (const orienta_reading_t& reading : readings.sources)
    out.sources.push_back(figures_from(set, sheet, reading, unit.population));
  for (const orienta_reading_t& reading : readings.combined)
    out.values.push_back(reading.state == ORIENTA_STATE_VALUE ? std::optional(reading.value) : std::nullopt);
  for (std::uint32_t criterion = 0; criterion < set.criteria.size(); ++criterion)
    out.csi.push_back(csi_of(set, criterion, readings.combined));
  return out;
}

TrendStep step_of(const Project& project, const OpenAssessment& opened, PluginHost& plugins,
                  const TrendOrder& order) {
  TrendStep step{opened.record.id, opened.record.period, {}, {}};
  const auto unit = opened.unit_index(order.unit);
  const auto set = opened.set_index(order.set);
  if (!unit || !set) return step;
  // An assessment that cannot be scored is a gap in the trend, not its end.
  const auto scores = score_sets(project, opened, plugins, {order.unit, order.set}, ORIENTA_WANT_SUMMARY);
  if (scores && !scores->empty())
    for (const UnitResult& result : scores->front().result.units)
      if (result.unit == *unit)
        for (const NodeResult& node : result.nodes)
          if (node.node == 0) step.result = node;  // rolled comes last and stands for the unit
  const auto indicator = opened.sets[*set].indicator(order.indicator);
  if (!indicator) return step;
  const auto figures = figures_of(project, opened, *set, {*unit});
  if (!figures) return step;
  for (const SourceFigures& each : figures->front().sources)
    if (each.indicator == *indicator) step.sources.push_back(each);
  return step;
}

}  // namespace

Result<std::vector<UnitFigures>> figures_of(const Project& project, const OpenAssessment& assessment,
                                            std::size_t set, const std::vector<std::uint32_t>& units) {
  AssessInput input = input_for(project, assessment, set);
  const std::vector<Unit>& all = assessment.organisation.units();
  input.wanted.assign(all.size(), false);
  for (const std::uint32_t unit : units)
    input.wanted[unit] = true;
  std::vector<UnitFigures> figures(units.size());
  for (std::size_t i = 0; i < units.size(); ++i)
    figures[i].unit = units[i];
  const Status read = read_units_of(input, [&](std::uint32_t unit, const TallySheet& sheet,
                                               std::span<const CellKey>, const Readings& readings) {
    const auto place = std::ranges::find(units, unit);
    if (place == units.end()) return;
    UnitFigures& out = figures[static_cast<std::size_t>(place - units.begin())];
    out = figures_from(assessment.sets[set], all[unit], sheet, readings);
    out.unit = unit;
  });
  if (!read) return failure(read.error());
  return figures;
}

Result<std::vector<TrendStep>> trend_of(const Project& project, PluginHost& plugins,
                                        const TrendOrder& order) {
  const auto all = project.assessments();
  if (!all) return failure(all.error());
  std::vector<TrendStep> steps;
  for (const Assessment& each : *all) {
    const auto opened = open_assessment(project, each.id.value);
    if (!opened) return failure(opened.error());
    steps.push_back(step_of(project, *opened, plugins, order));
  }
  return steps;
}

}  // namespace orienta
