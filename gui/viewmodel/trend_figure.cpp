// SPDX-License-Identifier: MIT
#include <algorithm>

#include "charts/trend.hpp"
#include "viewmodel/feedback.hpp"
#include "viewmodel/feedback_figures.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

constexpr float kTrendHeight = 240;

Known<std::vector<TrendStep>> trend_known(Desk& desk, const std::string& indicator) {
  const Study& study = *desk.study();
  const TrendOrder order{study.units()[desk.unit()].id.value, study.assessment->sets[desk.set()].id.value,
                         indicator};
  return desk.known<std::vector<TrendStep>>(
      "trend " + order.unit + " " + order.set + " " + indicator,
      [order](Office& office) { return trend_of(office.project(), office.plugins(), order); });
}

charts::TrendSpec spec_for(const Desk& desk) {
  charts::TrendSpec spec;
  spec.key = {desk.text(msg("viewmodel.actual")), desk.text(msg("viewmodel.target")), "",
              desk.text(msg("viewmodel.interval-key")), ""};
  spec.words.empty = desk.text(msg("viewmodel.feedback-no-trend"));
  return spec;
}

Figure figure_from(const Desk& desk, const std::string& name, const std::string& title,
                   charts::TrendSpec spec) {
  Grid table;
  table.columns = {{desk.text(msg("viewmodel.org-period")), false, 1.4F, {}},
                   {desk.text(msg("app.column-value")), true, 1, {}},
                   {desk.text(msg("viewmodel.interval-key")), true, 1.2F, {}},
                   {desk.text(msg("app.column-n")), true, 0.8F, {}}};
  for (charts::TrendPoint& point : spec.points) {
    point.tip = point.label + ": " + point.text + (point.n.empty() ? "" : ", " + point.n);
    table.rows.push_back(
        {"trend." + point.label,
         {{point.label}, {point.text}, {range_text(point.low, point.high, desk.words(), 1)}, {point.n}},
         0});
  }
  Figure figure{name, title, {}, kTrendHeight, std::move(table)};
  figure.make = [spec = std::move(spec)](charts::Size size, const charts::TextWidth& width) {
    return charts::trend(spec, size, width);
  };
  return figure;
}

charts::TrendPoint point_at(const TrendStep& step) {
  charts::TrendPoint point;
  point.when = static_cast<double>(step.period.from.days);
  point.label = period_text(step.period);
  return point;
}

/// A round number at or above it, so that the axis ends there.
double rounded_up(double value) {
  double step = 1;
  while (step * 10 < value)
    step *= 10;
  for (const double factor : {1.0, 2.0, 5.0, 10.0})
    if (step * factor >= value) return step * factor;
  return value;
}

/// The axis that the statistic has: its own ends where it has some.
void set_axis(const Scale& scale, charts::TrendSpec& spec, Lang lang) {
  const auto named = std::ranges::find(scale.statistics, scale.headline, &Statistic::id);
  if (scale.is_measure()) {
    double most = 0;
    for (const charts::TrendPoint& point : spec.points)
      most = std::max({most, point.value.value_or(0), point.high.value_or(0)});
    spec.most = rounded_up(most);
  } else if (named != scale.statistics.end()) {
    spec.least = named->kind == Statistic::Kind::kNet ? -100 : 0;
  } else if (scale.headline == "mean") {
    spec.least = std::min(0.0, scale.least_point());
    spec.most = scale.most_point();
  }
  const double middle = (spec.least + spec.most) / 2;
  for (const double at : {spec.least, middle, spec.most})
    spec.ticks.push_back(
        {at, display_number(at, at == static_cast<double>(static_cast<int>(at)) ? 0 : 1, lang)});
}

bool has_points(const charts::TrendSpec& spec) {
  return std::ranges::any_of(spec.points,
                             [](const charts::TrendPoint& point) { return point.value.has_value(); });
}

}  // namespace

std::optional<Figure> question_trend_figure(Desk& desk, const UnitFigures& figures, std::uint32_t indicator) {
  const CriteriaSet& set = desk.study()->assessment->sets[desk.set()];
  const auto known = trend_known(desk, set.indicators[indicator].id);
  const SourceFigures* const main = main_source(figures.sources, indicator);
  if (!known.value || main == nullptr) return std::nullopt;
  const Scale& scale = set.scales[set.indicators[indicator].scale];
  charts::TrendSpec spec = spec_for(desk);
  for (const TrendStep& step : *known.value) {
    charts::TrendPoint point = point_at(step);
    const auto source = std::ranges::find(step.sources, main->source, &SourceFigures::source);
    if (source != step.sources.end() && !source->statistics.empty()) {
      const NamedStatistic& statistic = source->statistics.front();
      point.value = statistic.value;
      point.low = statistic.low;
      point.high = statistic.high;
      point.text = statistic_text(scale, statistic, desk.words());
      point.n = desk.text(msg("viewmodel.feedback-n", {{"n", source->n}}));
    }
    spec.points.push_back(std::move(point));
  }
  if (!has_points(spec)) return std::nullopt;
  set_axis(scale, spec, desk.lang());
  return figure_from(desk, "trend", desk.text(msg("viewmodel.feedback-trend")), std::move(spec));
}

std::optional<Figure> index_trend_figure(Desk& desk) {
  const auto known = trend_known(desk, "");
  if (!known.value) return std::nullopt;
  charts::TrendSpec spec = spec_for(desk);
  spec.ticks = {{0, "0"}, {50, "50"}, {100, "100"}};
  for (const TrendStep& step : *known.value) {
    charts::TrendPoint point = point_at(step);
    if (step.result && step.result->index) {
      point.value = step.result->index;
      point.low = step.result->ci_low;
      point.high = step.result->ci_high;
      point.text = index_text(*step.result, desk.words(), 1);
      if (step.result->n > 0) point.n = desk.text(msg("viewmodel.feedback-n", {{"n", step.result->n}}));
    }
    spec.points.push_back(std::move(point));
  }
  if (!has_points(spec)) return std::nullopt;
  return figure_from(desk, "index-trend", desk.text(msg("viewmodel.feedback-index-trend")), std::move(spec));
}

}  // namespace orienta::gui
