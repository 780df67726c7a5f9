// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "answers/homes.hpp"
#include "answers/tallying.hpp"

namespace orienta {
namespace {

using OverPeriods = Measure::Combine;

/// One figure in units of the scale's digits. A rate has a denominator above 0.
struct Figure {
  Period period;
  std::int64_t number = 0;
  std::optional<std::int64_t> of;
  std::vector<std::uint16_t> segments;
};

/// All figures of one period that go into one cell.
struct Group {
  Period period;
  Cell cell;
};

void warn(Problems* remarks, Message message) {
  if (remarks != nullptr) remarks->add(std::move(message), {}, Severity::kWarning);
}

/// The number of the first period is the earliest.
bool is_earlier(const Period& left, const Period& right) {
  return left.from != right.from ? left.from < right.from : left.to < right.to;
}

void add(const Figure& figure, Cell& cell) {
  if (figure.of) {
    cell.rates += 1;
    cell.numerators += figure.number;
    cell.denominators += *figure.of;
  } else {
    cell.figures += 1;
    cell.sum += figure.number;
    cell.squares += static_cast<WideInt>(figure.number) * figure.number;
  }
}

/// num/of < num/of of two cells of rates, or of single figures. Products stay below 2^127: sums of one period
/// are far below 2^63 each, as figures are below 10^15.
bool is_lower(const Cell& left, const Cell& right) {
  const bool rates = left.rates > 0 && right.rates > 0;
  if (!rates) return left.sum < right.sum;
  return left.numerators * right.denominators < right.numerators * left.denominators;
}

/// What there is to compare for `lowest` and `highest`: rates pooled by period, other figures one by one.
std::vector<Group> candidates(const std::vector<const Figure*>& figures) {
  std::vector<Group> groups;
  for (const Figure* figure : figures) {
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
      return figure->of && group.cell.rates > 0 && group.period == figure->period;
    });
    Group& group = same != groups.end() ? *same : groups.emplace_back(Group{figure->period, {}});
    add(*figure, group.cell);
  }
  return groups;
}

/// Rates and figures without denominator cannot be compared: where there are rates, they decide.
Cell extreme(const std::vector<const Figure*>& figures, bool highest) {
  std::vector<Group> groups = candidates(figures);
  if (std::any_of(groups.begin(), groups.end(), [](const Group& group) { return group.cell.rates > 0; }))
    std::erase_if(groups, [](const Group& group) { return group.cell.rates == 0; });
  const auto lower = [](const Group& left, const Group& right) {
    if (is_lower(left.cell, right.cell)) return true;
    return !is_lower(right.cell, left.cell) && left.cell.denominators < right.cell.denominators;
  };
  const auto chosen = highest ? std::max_element(groups.begin(), groups.end(), lower)
                              : std::min_element(groups.begin(), groups.end(), lower);
  return chosen->cell;
}

Cell combined(const std::vector<const Figure*>& figures, OverPeriods combine) {
  if (combine == OverPeriods::kLowest || combine == OverPeriods::kHighest)
    return extreme(figures, combine == OverPeriods::kHighest);
  Cell cell;
  for (const Figure* figure : figures)
    add(*figure, cell);
  return cell;
}

std::optional<Figure> read_figure(const Measure& measure, const TallyLayout& layout,
                                  const MeasureFigure& given, Problems* remarks) {
  const auto number = given.figure.with_digits(measure.digits);
  const auto of = given.of ? given.of->with_digits(measure.digits) : std::nullopt;
  if (!number || (given.of && !of)) {
    warn(remarks, msg("answers.tally-figure-not-held", {{"indicator", given.indicator.value},
                                                        {"digits", static_cast<int>(measure.digits)},
                                                        {"n", static_cast<int>(measure.digits)}}));
    return std::nullopt;
  }
  if (of && of->units <= 0) {
    if (of->units < 0 || number->units != 0)
      warn(remarks, msg("answers.tally-rate-without-base",
                        {{"indicator", given.indicator.value}, {"period", given.period.from.to_string()}}));
    return std::nullopt;
  }
  Figure figure{given.period, number->units, std::nullopt, {}};
  if (of) figure.of = of->units;
  for (const auto& [segment, value] : given.segments) {
    const auto index = layout.segment(segment, value);
    if (index)
      figure.segments.push_back(*index);
    else
      warn(remarks, msg("answers.tally-unknown-segment", {{"segment", segment}, {"value", value}}));
  }
  return figure;
}

using FiguresByIndicator = std::map<std::uint32_t, std::vector<Figure>>;

FiguresByIndicator figures_of_set(const CriteriaSet& set, const HomeIndex& homes, const TallyLayout& layout,
                                  std::span<const MeasureFigure> given, Period period, Problems* remarks) {
  FiguresByIndicator figures;
  for (const MeasureFigure& one : given) {
    if (!period.contains(one.period.from)) continue;
    if (homes.is_unknown(one.set, one.indicator))
      warn(remarks, msg("answers.tally-unknown-indicator",
                        {{"set", one.set.value}, {"indicator", one.indicator.value}}));
    for (const std::uint32_t indicator : homes.find(one.set, one.indicator)) {
      const Scale& scale = set.scales[set.indicators[indicator].scale];
      if (!scale.measure) {
        warn(remarks, msg("answers.tally-not-a-measure", {{"indicator", set.indicators[indicator].id}}));
        continue;
      }
      if (auto figure = read_figure(*scale.measure, layout, one, remarks))
        figures[indicator].push_back(std::move(*figure));
    }
  }
  return figures;
}

void keep_latest(std::vector<Figure>& figures) {
  const auto earlier = [](const Figure& left, const Figure& right) {
    return is_earlier(left.period, right.period);
  };
  const Period latest = std::max_element(figures.begin(), figures.end(), earlier)->period;
  std::erase_if(figures, [&](const Figure& figure) { return !(figure.period == latest); });
}

void put_cells(std::uint32_t indicator, const std::vector<Figure>& figures, OverPeriods combine,
               TallySheet& sheet) {
  std::map<std::uint16_t, std::vector<const Figure*>> by_segment;
  for (const Figure& figure : figures) {
    by_segment[0].push_back(&figure);
    for (const std::uint16_t segment : figure.segments)
      by_segment[segment].push_back(&figure);
  }
  for (const auto& [segment, of_segment] : by_segment)
    sheet.cell({indicator, segment, Source::kSystem}) = combined(of_segment, combine);
}

}  // namespace

Status tally_measures(const CriteriaSet& set, std::span<const MeasureFigure> figures, Period period,
                      TallySheet& sheet, Problems* remarks, std::span<const Home> homes) {
  const HomeIndex index(set, homes);
  TallySheet added(sheet.shared_layout());
  for (auto& [indicator, of_indicator] :
       figures_of_set(set, index, sheet.layout(), figures, period, remarks)) {
    const OverPeriods combine = set.scales[set.indicators[indicator].scale].measure->combine;
    if (combine == OverPeriods::kLatest) keep_latest(of_indicator);
    put_cells(indicator, of_indicator, combine, added);
  }
  if (auto merged = sheet.merge(added); !merged) return failure(std::move(merged.error()));
  return {};
}

}  // namespace orienta
