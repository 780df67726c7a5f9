// SPDX-License-Identifier: MIT
#include "viewmodel/units_figure.hpp"

#include "charts/heat_map.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

/// More rows than this are a table's business.
constexpr std::size_t kMostRows = 40;

bool is_below(const Organisation& organisation, std::uint32_t unit, std::uint32_t top) {
  for (std::optional<std::uint32_t> at = unit; at; at = organisation.parent(*at))
    if (*at == top) return true;
  return false;
}

std::vector<std::uint32_t> scored_below(const Study& study, const CriteriaSet& set, std::uint32_t top) {
  std::vector<std::uint32_t> units;
  for (std::uint32_t unit = 0; unit < study.units().size() && units.size() < kMostRows; ++unit)
    if (set.scored_at.has(study.units()[unit].kind) && is_below(study.assessment->organisation, unit, top))
      units.push_back(unit);
  return units;
}

charts::HeatCell cell_of_result(const NodeResult* result, const std::string& place, const Catalogue& words) {
  charts::HeatCell cell;
  if (result == nullptr) {
    cell.state = charts::CellState::kNotApplicable;
    return cell;
  }
  if (result->index) {
    cell.state = charts::CellState::kValue;
    cell.value = *result->index;
    cell.text = index_text(*result, words);
  } else if (result->state == ResultState::kWithheld) {
    cell.state = charts::CellState::kWithheld;
  } else if (result->state != ResultState::kOpen && result->state != ResultState::kIncomplete) {
    cell.state = charts::CellState::kNotApplicable;
  }
  cell.tip = place + "\n" + index_text(*result, words, 1);
  return cell;
}

}  // namespace

UnitsFigure units_figure(const Study& study, std::size_t index, std::uint32_t unit, const Catalogue& words) {
  const CriteriaSet& set = study.assessment->sets[index];
  const SetScore& score = (*study.scores)[index];
  const bool has_results = !score.failed || !score.result.units.empty();
  std::vector<std::uint32_t> units;
  if (has_results) units = scored_below(study, set, unit);
  if (has_results && units.size() < 2)
    if (const auto parent = study.assessment->organisation.parent(unit))
      units = scored_below(study, set, *parent);

  UnitsFigure made;
  charts::HeatMapSpec spec;
  Grid& table = made.figure.table;
  table.columns.push_back({words.text(msg("viewmodel.unit")), false, 2, {}});
  for (std::size_t i = 0; i < set.dimensions.size(); ++i) {
    spec.columns.push_back(title_of(set, set.node_of_dimension(i), words.lang()));
    table.columns.push_back({spec.columns.back(), true, 1, {}});
  }
  for (const std::uint32_t each : units) {
    const std::string name = name_of(study.units()[each]);
    charts::HeatRow row{name, {}};
    GridRow line{name, {{name}}, 0};
    for (std::size_t i = 0; i < set.dimensions.size(); ++i) {
      const std::uint32_t node = set.node_of_dimension(i);
      const NodeResult* result = study.has_every_node ? study.result(index, each, node) : nullptr;
      row.cells.push_back(cell_of_result(result, name + " · " + spec.columns[i], words));
      line.cells.push_back({result != nullptr ? index_text(*result, words, 1) : ""});
      made.cells.push_back({index, node, study.units()[each].id});
    }
    spec.rows.push_back(std::move(row));
    table.rows.push_back(std::move(line));
  }
  spec.least_text = "0";
  spec.most_text = "100";
  spec.open_text = words.text(msg("viewmodel.open-key"));
  spec.not_applicable_text = words.text(msg("viewmodel.not-applicable-key"));
  spec.withheld_text = words.text(msg("viewmodel.withheld-key"));
  spec.words.empty = words.text(msg("viewmodel.no-units"));
  made.figure.name = "units";
  made.figure.title = words.text(msg("viewmodel.units-by-dimensions"));
  made.figure.height = charts::kHeatRowHeight * static_cast<float>(spec.rows.size()) + 90;
  made.figure.make = [spec = std::move(spec)](charts::Size size, const charts::TextWidth& width) {
    return charts::heat_map(spec, size, width);
  };
  return made;
}

}  // namespace orienta::gui
