// SPDX-License-Identifier: MIT
#include "viewmodel/feedback_figures.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/assess.hpp"
#include "app/profile.hpp"
#include "app/wording.hpp"
#include "charts/bullet_bars.hpp"
#include "charts/distribution.hpp"
#include "viewmodel/feedback.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

const CriteriaSet& chosen_set(const Desk& desk) {
  return desk.study()->assessment->sets[desk.set()];
}

std::string n_text(std::uint64_t n, const Catalogue& words) {
  return words.text(msg("viewmodel.feedback-n", {{"n", n}}));
}

/// From the worst answer to the best.
std::vector<std::size_t> by_value(const Scale& scale) {
  std::vector<std::size_t> order(scale.points.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::size_t point) { return scale.points[point].value; });
  return order;
}

/// Where answers turn from bad to good: by the net statistic where there is one, else the middle.
double centre_of(const Scale& scale) {
  const auto count = static_cast<double>(scale.points.size());
  for (const Statistic& statistic : scale.statistics)
    if (statistic.kind == Statistic::Kind::kNet) {
      const auto minus = static_cast<double>(statistic.minus.size());
      return minus + (count - minus - static_cast<double>(statistic.plus.size())) / 2;
    }
  return count / 2;
}

class Distribution {
 public:
  Distribution(const Scale& scale, const Catalogue& words)
      : scale_(scale), words_(words), order_(by_value(scale)) {
    table_.columns.push_back({words.text(msg("viewmodel.unit")), false, 2, {}});
    for (const std::size_t point : order_) {
      const Point& each = scale.points[point];
      spec_.answers.push_back(each.label.empty() ? each.id : each.label.in(words.lang()));
      table_.columns.push_back({spec_.answers.back(), true, 1, {}});
    }
    table_.columns.push_back({words.text(msg("app.column-n")), true, 1, {}});
    spec_.centre = centre_of(scale);
    spec_.words.empty = words.text(msg("viewmodel.feedback-nothing"));
  }

  void add(const std::string& label, const SourceFigures& figures) {
    charts::DistributionRow row{label, {}, ""};
    GridRow line{"row." + std::to_string(spec_.rows.size()), {{label}}, 0};
    if (figures.state == ORIENTA_STATE_WITHHELD || figures.counts.empty()) {
      row.n = words_.text(words_of_state(figures.state));
      line.cells.resize(1 + order_.size());
      line.cells.push_back({row.n});
    } else {
      for (std::size_t i = 0; i < order_.size(); ++i) {
        const std::uint64_t count = figures.counts[order_[i]];
        const double share =
            static_cast<double>(count) / static_cast<double>(std::max<std::uint64_t>(figures.n, 1));
        const std::string text = per_cent(share, words_);
        row.parts.push_back(
            {static_cast<double>(count), text,
             label + "\n" + spec_.answers[i] + ": " + std::to_string(count) + " (" + text + ")"});
        line.cells.push_back({std::to_string(count)});
      }
      row.n = n_text(figures.n, words_);
      line.cells.push_back({std::to_string(figures.n)});
    }
    spec_.rows.push_back(std::move(row));
    table_.rows.push_back(std::move(line));
  }

  std::optional<Figure> figure() && {
    if (spec_.rows.empty()) return std::nullopt;
    Figure figure{"distribution",
                  words_.text(msg("viewmodel.feedback-distribution")),
                  {},
                  charts::distribution_height(spec_),
                  std::move(table_)};
    figure.make = [spec = std::move(spec_)](charts::Size size, const charts::TextWidth& width) {
      return charts::distribution(spec, size, width);
    };
    return figure;
  }

 private:
  const Scale& scale_;
  const Catalogue& words_;
  std::vector<std::size_t> order_;
  charts::DistributionSpec spec_;
  Grid table_;
};

struct BandRow {
  charts::BulletRow bar;
  std::string figure;
  std::string band;
  std::string target;
  std::uint64_t n = 0;
};

/// What a unit takes over from the one above has no answers of its own to show.
bool is_drawn(const SourceFigures& figures) {
  return figures.state == ORIENTA_STATE_WITHHELD ||
         (figures.state == ORIENTA_STATE_VALUE && !figures.counts.empty());
}

std::optional<double> target_of(const Desk& desk, std::uint32_t indicator) {
  const Study& study = *desk.study();
  for (const orienta_target_t& target :
       targets_of(chosen_set(desk), study.units()[desk.unit()], study.assessment->record.targets))
    if (target.indicator == indicator && target.kind == ORIENTA_TARGET_VALUE) return target.target;
  return std::nullopt;
}

BandRow band_row(const Desk& desk, const SourceFigures& figures) {
  const CriteriaSet& set = chosen_set(desk);
  const Indicator& indicator = set.indicators[figures.indicator];
  const Measure& measure = *set.scales[indicator.scale].measure;
  const Lang lang = desk.lang();
  BandRow row;
  row.n = figures.n;
  row.bar.label = indicator.ask.in(lang);
  row.figure = with_unit(display_number(*figures.figure, measure.digits == 0 ? 1 : measure.digits, lang),
                         measure.unit);
  if (const auto band = band_of(measure, *figures.figure)) row.band = measure.bands[*band].label.in(lang);
  if (figures.value) row.bar.actual = 100 * *figures.value;
  if (const auto target = target_of(desk, figures.indicator)) {
    row.target = with_unit(display_number(*target, measure.digits, lang), measure.unit);
    if (const auto worth = value_of(measure, *target)) row.bar.target = 100 * *worth;
    const bool reached =
        measure.better == Measure::Better::kHigher ? *figures.figure >= *target : *figures.figure <= *target;
    row.bar.standing = reached ? charts::Standing::kAtOrAbove : charts::Standing::kBelow;
  }
  row.bar.value = row.figure + (row.band.empty() ? "" : ", " + row.band);
  row.bar.tip = row.bar.label + "\n" + row.bar.value +
                (row.target.empty() ? "" : "\n" + desk.text(msg("viewmodel.target")) + ": " + row.target);
  return row;
}

charts::KeyNames key_of(const Desk& desk) {
  return {desk.text(msg("viewmodel.actual")), desk.text(msg("viewmodel.target")), "", "",
          desk.text(msg("viewmodel.open-key"))};
}

Figure bars(const std::string& name, const std::string& title, charts::BulletSpec spec, Grid table) {
  Figure figure{name, title, {}, charts::bullet_bars_height(spec), std::move(table)};
  figure.make = [spec = std::move(spec)](charts::Size size, const charts::TextWidth& width) {
    return charts::bullet_bars(spec, size, width);
  };
  return figure;
}

/// One row of profile_table().
charts::BulletRow segment_bar(const std::vector<TableCell>& row, const Desk& desk) {
  enum : std::size_t { kValue = 4, kFigure = 6, kShare = 7, kLow = 8, kHigh = 9 };
  const auto number = [&](std::size_t column) {
    const auto* const found = std::get_if<double>(&row[column]);
    return found != nullptr ? std::optional(*found) : std::nullopt;
  };
  charts::BulletRow bar;
  if (const auto* const value = std::get_if<std::string>(&row[kValue])) bar.label = *value;
  bar.actual = number(kFigure);
  bar.low = number(kLow);
  bar.high = number(kHigh);
  bar.value =
      bar.actual ? display_number(*bar.actual, 1, desk.lang()) : desk.text(msg("viewmodel.withheld-key"));
  if (const auto share = number(kShare)) bar.value += ", " + per_cent(*share, desk.words());
  bar.tip = bar.label + ": " + bar.value;
  return bar;
}

}  // namespace

const SourceFigures* main_source(const std::vector<SourceFigures>& sources, std::uint32_t indicator) {
  const SourceFigures* most = nullptr;
  for (const SourceFigures& each : sources)
    if (each.indicator == indicator && each.state == ORIENTA_STATE_VALUE &&
        (most == nullptr || each.n > most->n))
      most = &each;
  return most;
}

std::optional<Figure> distribution_figure(const Desk& desk, const std::vector<UnitFigures>& units,
                                          std::uint32_t indicator) {
  const CriteriaSet& set = chosen_set(desk);
  const Scale& scale = set.scales[set.indicators[indicator].scale];
  if (scale.is_measure()) return std::nullopt;
  Distribution distribution(scale, desk.words());
  const Study& study = *desk.study();
  for (const SourceFigures& each : units.front().sources)
    if (each.indicator == indicator && is_drawn(each))
      distribution.add(name_of(study.units()[units.front().unit]) + " · " + desk.text(words_of(each.source)),
                       each);
  const SourceFigures* const most = main_source(units.front().sources, indicator);
  for (std::size_t i = 1; i < units.size() && most != nullptr; ++i)
    for (const SourceFigures& each : units[i].sources)
      if (each.indicator == indicator && each.source == most->source && is_drawn(each))
        distribution.add(name_of(study.units()[units[i].unit]), each);
  return std::move(distribution).figure();
}

std::optional<Figure> bands_figure(const Desk& desk, const UnitFigures& figures) {
  const CriteriaSet& set = chosen_set(desk);
  charts::BulletSpec spec;
  spec.key = key_of(desk);
  spec.ticks = {{0, "0"}, {50, "50"}, {100, "100"}};
  spec.words.note = desk.text(msg("viewmodel.feedback-worth"));
  Grid table;
  table.columns = {{desk.text(msg("viewmodel.feedback-question")), false, 3, {}},
                   {desk.text(msg("viewmodel.actual")), true, 1, {}},
                   {desk.text(msg("viewmodel.feedback-band")), false, 1, {}},
                   {desk.text(msg("viewmodel.target")), true, 1, {}},
                   {desk.text(msg("app.column-n")), true, 0.6F, {}}};
  for (std::uint32_t i = 0; i < set.indicators.size(); ++i) {
    if (!set.scales[set.indicators[i].scale].is_measure()) continue;
    const SourceFigures* const source = main_source(figures.sources, i);
    if (source == nullptr || !source->figure) continue;
    BandRow row = band_row(desk, *source);
    table.rows.push_back({"band." + set.indicators[i].id,
                          {{row.bar.label}, {row.figure}, {row.band}, {row.target}, {std::to_string(row.n)}},
                          0});
    spec.rows.push_back(std::move(row.bar));
  }
  if (spec.rows.empty()) return std::nullopt;
  return bars("figures", desk.text(msg("viewmodel.feedback-figures")), std::move(spec), std::move(table));
}

std::optional<Figure> segment_figure(Desk& desk, std::uint32_t indicator) {
  const CriteriaSet& set = chosen_set(desk);
  if (set.segments.empty()) return std::nullopt;
  const ProfileOrder order{
      {desk.study()->units()[desk.unit()].id.value, set.id.value}, set.indicators[indicator].id, ""};
  const auto known = desk.known<Table>(
      "profile " + order.selection.unit + " " + order.selection.set + " " + order.indicator,
      [order](Office& office) { return profile_table(office.project(), office.assessment(), order); });
  if (!known.value || known.value->rows.empty()) return std::nullopt;
  charts::BulletSpec spec;
  for (const auto& row : known.value->rows)
    spec.rows.push_back(segment_bar(row, desk));
  spec.most = 0;
  for (const charts::BulletRow& bar : spec.rows) {
    spec.least = std::min(spec.least, bar.low.value_or(bar.actual.value_or(0)));
    spec.most = std::max({spec.most, bar.actual.value_or(0), bar.high.value_or(0)});
  }
  if (spec.most <= 0) return std::nullopt;
  return bars("by-segment", desk.text(msg("viewmodel.feedback-profile")), std::move(spec),
              grid_of(*known.value, desk.words()));
}

}  // namespace orienta::gui
