// SPDX-License-Identifier: MIT
#include <algorithm>

#include "analysis/gaps.hpp"
#include "app/scoring.hpp"
#include "viewmodel/phrases.hpp"
#include "viewmodel/results.hpp"

namespace orienta::gui {
namespace {

std::vector<GridColumn> columns(const Catalogue& words) {
  const auto say = [&](const Message& message) { return words.text(message); };
  return {{say(msg("app.column-node")), false, 5, {}},
          {say(msg("viewmodel.results-share")), true, 1.2F, say(msg("viewmodel.results-weight-tip"))},
          {say(msg("app.column-level")), true, 1.8F, say(msg("viewmodel.results-level-tip"))},
          {say(msg("app.column-index")), true, 1.2F, {}},
          {say(msg("viewmodel.results-bounds")), true, 1.4F, say(msg("viewmodel.results-bounds-tip"))},
          {say(msg("viewmodel.interval-key")), true, 1.4F, say(msg("viewmodel.results-interval-tip"))},
          {say(msg("app.column-completeness")), true, 1.2F, {}}};
}

GridRow row_of(const CriteriaSet& set, std::uint32_t node, double share, const NodeResult* result,
               const Catalogue& words) {
  const int depth = node == 0 ? 0 : node <= set.dimensions.size() ? 1 : 2;
  GridRow row{"node." + set.node_id(node), {{title_of(set, node, words.lang())}}, depth};
  row.cells.push_back({per_cent(share, words), charts::Ink::kMuted});
  if (result == nullptr) return row;
  row.cells.push_back({result->level ? words.text(level_words(*result)) : ""});
  row.cells.push_back(
      {index_text(*result, words, 1), result->index ? charts::Ink::kText : charts::Ink::kMuted});
  row.cells.push_back({range_text(result->index_low, result->index_high, words, 1)});
  row.cells.push_back({range_text(result->ci_low, result->ci_high, words, 1)});
  row.cells.push_back({per_cent(result->completeness, words)});
  return row;
}

}  // namespace

Grid nodes_grid(const Study& study, std::size_t index, std::uint32_t unit, const Catalogue& words,
                std::vector<Why>& rows) {
  const CriteriaSet& set = study.assessment->sets[index];
  const std::vector<double> shares = shares_in_set(set);
  Grid grid;
  grid.columns = columns(words);
  grid.empty = words.text(msg("viewmodel.no-units"));
  const auto add = [&](std::uint32_t node) {
    grid.rows.push_back(row_of(set, node, shares[node], study.result(index, unit, node), words));
    rows.push_back({index, node, study.units()[unit].id});
  };
  add(0);
  if (!study.has_every_node) return grid;
  for (std::size_t dimension = 0; dimension < set.dimensions.size(); ++dimension) {
    add(set.node_of_dimension(dimension));
    for (std::size_t i = 0; i < set.criteria.size(); ++i)
      if (set.criteria[i].dimension == dimension) add(set.node_of_criterion(i));
  }
  return grid;
}

}  // namespace orienta::gui
