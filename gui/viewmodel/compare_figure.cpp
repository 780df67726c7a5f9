// SPDX-License-Identifier: MIT
#include "viewmodel/compare_figure.hpp"

#include <algorithm>
#include <numeric>

#include "charts/bullet_bars.hpp"
#include "charts/radar.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

std::string title_in(const SetChange& change, std::uint32_t node, Lang lang) {
  const TableCell& cell = change.titles[node];
  if (const auto* text = std::get_if<LocalText>(&cell)) return text->in(lang);
  const auto* text = std::get_if<std::string>(&cell);
  return text != nullptr ? *text : "";
}

/// "46 → 58 (+12)"
std::string both(const NodeChange& node, const Catalogue& words) {
  std::string text = index_text(node.first, words) + " → " + index_text(node.second, words);
  if (node.first.index && node.second.index)
    text += " (" + change_text(*node.second.index - *node.first.index, words, 1) + ")";
  return text;
}

std::vector<std::uint32_t> tree_order(const SetChange& change, const CriteriaSet* set) {
  std::vector<std::uint32_t> order(change.nodes.size());
  std::iota(order.begin(), order.end(), 0U);
  if (set == nullptr || set->node_count() != change.nodes.size()) return order;
  order.assign(1, 0);
  for (std::size_t dimension = 0; dimension < set->dimensions.size(); ++dimension) {
    order.push_back(set->node_of_dimension(dimension));
    for (std::size_t i = 0; i < set->criteria.size(); ++i)
      if (set->criteria[i].dimension == dimension) order.push_back(set->node_of_criterion(i));
  }
  return order;
}

std::vector<GridColumn> columns(const Sides& sides, bool has_origins, const Catalogue& words) {
  const auto say = [&](const Message& message) { return words.text(message); };
  std::vector<GridColumn> columns{
      {say(msg("app.column-node")), false, 4, {}},
      {say(msg("app.column-index-of", {{"what", sides.first}})), true, 1.4F, {}},
      {say(msg("app.column-index-of", {{"what", sides.second}})), true, 1.4F, {}},
      {say(msg("app.column-change-of-index")), true, 1, {}},
      {say(msg("app.column-like-for-like")), true, 1.4F, say(msg("viewmodel.compare-like-tip"))},
      {say(msg("app.column-beyond-chance")), true, 1.6F, say(msg("viewmodel.compare-chance-tip"))},
      {say(msg("app.column-level")), true, 1, {}}};
  if (!has_origins) return columns;
  columns.push_back({say(msg("app.column-reassessed")), true, 1.7F, say(msg("viewmodel.compare-anew-tip"))});
  columns.push_back(
      {say(msg("app.column-carried-over")), true, 1.5F, say(msg("viewmodel.compare-carried-tip"))});
  columns.push_back({say(msg("app.column-new-answers")), true, 1.5F, say(msg("viewmodel.compare-new-tip"))});
  return columns;
}

charts::Ink ink_of(const std::optional<double>& change) {
  if (!change || *change == 0) return charts::Ink::kText;
  return *change < 0 ? charts::Ink::kBelow : charts::Ink::kAbove;
}

std::string levels(const NodeChange& node) {
  if (!node.first.level && !node.second.level) return "";
  const auto text = [](const std::optional<int>& level) { return level ? std::to_string(*level) : "–"; };
  return node.first.level == node.second.level ? text(node.second.level)
                                               : text(node.first.level) + " → " + text(node.second.level);
}

GridRow row_of(const SetChange& change, const NodeChange& node, bool has_origins, const Catalogue& words) {
  const int depth = node.node == 0 ? 0 : node.node <= change.dimensions ? 1 : 2;
  const auto ink = [](const NodeResult& result) {
    return result.index ? charts::Ink::kText : charts::Ink::kMuted;
  };
  std::optional<double> moved;
  if (node.first.index && node.second.index) moved = *node.second.index - *node.first.index;
  const auto signed_text = [&](const std::optional<double>& value) {
    return value ? change_text(*value, words, 1) : std::string();
  };
  GridRow row{"compare." + std::to_string(node.node),
              {{title_in(change, node.node, words.lang())},
               {index_text(node.first, words, 1), ink(node.first)},
               {index_text(node.second, words, 1), ink(node.second)},
               {signed_text(moved), ink_of(moved)},
               {signed_text(node.like_for_like), ink_of(node.like_for_like)},
               {node.beyond_chance ? words.text(*node.beyond_chance ? msg("app.yes") : msg("app.no")) : ""},
               {levels(node)}},
              depth};
  if (!has_origins) return row;
  for (const auto member : {&AnswerOrigins::reassessed, &AnswerOrigins::carried, &AnswerOrigins::fresh})
    row.cells.push_back({node.answers ? std::to_string((*node.answers).*member) : ""});
  return row;
}

}  // namespace

namespace {

/// Takes away the columns in which no row says anything.
void drop_empty(Grid& grid) {
  for (std::size_t column = grid.columns.size(); column-- > 1;) {
    const auto at = static_cast<std::ptrdiff_t>(column);
    if (std::ranges::any_of(grid.rows, [&](const GridRow& row) { return !row.cells[column].text.empty(); }))
      continue;
    grid.columns.erase(grid.columns.begin() + at);
    for (GridRow& row : grid.rows)
      row.cells.erase(row.cells.begin() + at);
  }
}

}  // namespace

Figure compare_figure(const SetChange& change, const Sides& sides, const Catalogue& words) {
  Figure figure;
  figure.name = "compare";
  figure.title = words.text(msg("viewmodel.profile"));
  figure.table.columns = {{words.text(msg("viewmodel.dimension")), false, 3, {}},
                          {sides.first, true, 1, {}},
                          {sides.second, true, 1, {}}};
  charts::RadarSpec radar;
  charts::BulletSpec bars;
  radar.key = bars.key = {sides.second, {}, sides.first, {}, words.text(msg("viewmodel.open-key"))};
  radar.rings = {{25, ""}, {50, "50"}, {75, ""}, {100, "100"}};
  bars.ticks = {{0, "0"}, {50, "50"}, {100, "100"}};
  radar.words.empty = bars.words.empty = words.text(msg("viewmodel.nothing-answered"));
  for (std::uint32_t node = 1; node <= change.dimensions; ++node) {
    const NodeChange& each = change.nodes[node];
    const std::string title = title_in(change, node, words.lang());
    const std::string value = both(each, words);
    radar.axes.push_back({title, each.second.index, {}, each.first.index, value, title + "\n" + value});
    bars.rows.push_back({title,
                         each.second.index,
                         {},
                         {},
                         {},
                         each.first.index,
                         charts::Standing::kNoTarget,
                         value,
                         title + "\n" + value});
    figure.table.rows.push_back(
        {title, {{title}, {index_text(each.first, words, 1)}, {index_text(each.second, words, 1)}}, 0});
  }
  figure.height = charts::is_radar_readable(radar.axes.size()) ? 420 : charts::bullet_bars_height(bars);
  figure.make = [radar = std::move(radar), bars = std::move(bars)](charts::Size size,
                                                                   const charts::TextWidth& width) {
    return charts::is_radar_readable(radar.axes.size()) ? charts::radar(radar, size, width)
                                                        : charts::bullet_bars(bars, size, width);
  };
  return figure;
}

Grid compare_grid(const SetChange& change, const CriteriaSet* set, const Sides& sides,
                  const Catalogue& words) {
  const bool has_origins = !change.nodes.empty() && change.nodes.front().answers.has_value();
  Grid grid;
  grid.columns = columns(sides, has_origins, words);
  for (const std::uint32_t node : tree_order(change, set))
    grid.rows.push_back(row_of(change, change.nodes[node], has_origins, words));
  drop_empty(grid);
  return grid;
}

}  // namespace orienta::gui
