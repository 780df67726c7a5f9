// SPDX-License-Identifier: MIT
#include "viewmodel/profile_figure.hpp"

#include <algorithm>

#include "analysis/assess.hpp"
#include "app/wording.hpp"
#include "charts/bullet_bars.hpp"
#include "charts/radar.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

struct Row {
  std::string title;
  std::optional<double> actual;
  std::optional<double> low;
  std::optional<double> high;
  std::optional<double> target;
  std::optional<double> previous;
  std::string value;
};

const SetChange* change_of(const Comparison* comparison, const SetId& set) {
  if (comparison == nullptr) return nullptr;
  const auto found = std::ranges::find(comparison->sets, set, &SetChange::set);
  return found == comparison->sets.end() ? nullptr : &*found;
}

std::vector<Row> rows_of(const Study& study, std::size_t index, std::uint32_t unit,
                         const Comparison* comparison, const Catalogue& words) {
  const CriteriaSet& set = study.assessment->sets[index];
  const auto targets = targets_of(set, study.units()[unit], study.assessment->record.targets);
  const SetChange* change = change_of(comparison, set.id);
  std::vector<Row> rows;
  for (std::size_t i = 0; i < set.dimensions.size(); ++i) {
    const std::uint32_t node = set.node_of_dimension(i);
    Row row;
    row.title = title_of(set, node, words.lang());
    if (const NodeResult* result = study.result(index, unit, node)) {
      row.actual = result->index;
      row.low = result->ci_low;
      row.high = result->ci_high;
      row.value = index_text(*result, words);
    }
    for (const orienta_target_t& target : targets)
      if (target.node == node && target.indicator == ORIENTA_NONE && target.kind == ORIENTA_TARGET_INDEX)
        row.target = target.target;
    if (change != nullptr && node < change->nodes.size()) row.previous = change->nodes[node].first.index;
    rows.push_back(std::move(row));
  }
  return rows;
}

Grid table_of(const std::vector<Row>& rows, const Catalogue& words) {
  Grid grid;
  grid.columns = {{words.text(msg("viewmodel.dimension")), false, 3, {}},
                  {words.text(msg("viewmodel.actual")), true, 1, {}},
                  {words.text(msg("viewmodel.target")), true, 1, {}},
                  {words.text(msg("viewmodel.previous")), true, 1, {}}};
  const auto text = [&](const std::optional<double>& value) {
    return value ? display_number(*value, 1, words.lang()) : std::string();
  };
  for (const Row& row : rows)
    grid.rows.push_back(
        {row.title,
         {{row.title}, {row.actual ? text(row.actual) : row.value}, {text(row.target)}, {text(row.previous)}},
         0});
  return grid;
}

charts::RadarSpec radar_of(const std::vector<Row>& rows, const charts::KeyNames& key,
                           const std::string& empty) {
  charts::RadarSpec spec;
  spec.key = key;
  spec.words.empty = empty;
  spec.rings = {{25, ""}, {50, "50"}, {75, ""}, {100, "100"}};
  for (const Row& row : rows)
    spec.axes.push_back(
        {row.title, row.actual, row.target, row.previous, row.value, row.title + ": " + row.value});
  return spec;
}

charts::Standing standing_of(const Row& row) {
  if (!row.actual || !row.target) return charts::Standing::kNoTarget;
  return *row.actual < *row.target ? charts::Standing::kBelow : charts::Standing::kAtOrAbove;
}

charts::BulletSpec bars_of(const std::vector<Row>& rows, const charts::KeyNames& key,
                           const std::string& empty) {
  charts::BulletSpec spec;
  spec.key = key;
  spec.words.empty = empty;
  spec.ticks = {{0, "0"}, {50, "50"}, {100, "100"}};
  for (const Row& row : rows)
    spec.rows.push_back({row.title, row.actual, row.low, row.high, row.target, row.previous, standing_of(row),
                         row.value, row.title + ": " + row.value});
  return spec;
}

/// What a profile without values says.
Message why_empty(const Study& study, std::size_t set, std::uint32_t unit) {
  if ((*study.scores)[set].failed) return msg("viewmodel.not-computed");
  const NodeResult* result = study.result(set, unit, 0);
  if (result == nullptr) return words_of(ResultState::kNotScored);
  return result->state == ResultState::kOpen ? msg("viewmodel.nothing-answered") : words_of(result->state);
}

}  // namespace

Figure profile_figure(const Study& study, std::size_t set, std::uint32_t unit, const Comparison* change,
                      const Catalogue& words) {
  const std::vector<Row> rows = rows_of(study, set, unit, change, words);
  const charts::KeyNames key{words.text(msg("viewmodel.actual")), words.text(msg("viewmodel.target")),
                             words.text(msg("viewmodel.previous")), words.text(msg("viewmodel.interval-key")),
                             words.text(msg("viewmodel.open-key"))};
  const std::string empty = words.text(why_empty(study, set, unit));
  Figure figure{"profile", words.text(msg("viewmodel.profile")), {}, 0, table_of(rows, words)};
  if (charts::is_radar_readable(rows.size())) {
    figure.make = [spec = radar_of(rows, key, empty)](charts::Size size, const charts::TextWidth& width) {
      return charts::radar(spec, size, width);
    };
  } else {
    auto spec = bars_of(rows, key, empty);
    figure.height = charts::bullet_bars_height(spec);
    figure.make = [spec = std::move(spec)](charts::Size size, const charts::TextWidth& width) {
      return charts::bullet_bars(spec, size, width);
    };
  }
  return figure;
}

}  // namespace orienta::gui
