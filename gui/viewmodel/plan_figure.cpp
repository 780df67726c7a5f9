// SPDX-License-Identifier: MIT
#include "viewmodel/plan_figure.hpp"

#include <algorithm>
#include <cmath>

#include "charts/bullet_bars.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

const NodeResult* find(const std::vector<NodeResult>& nodes, std::uint32_t node) {
  const auto found = std::ranges::find(nodes, node, &NodeResult::node);
  return found == nodes.end() ? nullptr : &*found;
}

/// Whether a change of an index is seen at the one decimal it is shown with.
bool is_seen(const NodeResult& before, const NodeResult& after) {
  return before.index && after.index && std::abs(*after.index - *before.index) >= 0.05;
}

void put_headline(const NodeResult& before, const NodeResult& after, const Catalogue& words, PlanPage& page) {
  const auto index = [&](const NodeResult& each) { return index_text(each, words); };
  const auto put = [&](const Message& what, const std::string& was, const std::string& is) {
    page.figure = is;
    page.figure_says = words.text(what);
    if (was != is)
      page.figure_says = words.text(msg("viewmodel.plan-now", {{"what", page.figure_says}, {"before", was}}));
  };
  if (before.level && after.level) {
    put(msg("viewmodel.level"), level_text(before, words), level_text(after, words));
    page.result.push_back(
        words.text(msg("viewmodel.plan-index", {{"before", index(before)}, {"after", index(after)}})));
  } else {
    put(msg("viewmodel.index"), index(before), index(after));
  }
  if (is_seen(before, after))
    page.result.push_back(words.text(
        msg("viewmodel.index-change", {{"change", change_text(*after.index - *before.index, words, 1)}})));
  if (after.level && after.level_possible && *after.level != *after.level_possible)
    page.result.push_back(words.text(
        msg("viewmodel.proven-possible", {{"proven", *after.level}, {"possible", *after.level_possible}})));
  if (before.share && after.share && before.share != after.share)
    page.result.push_back(
        words.text(msg("viewmodel.share-change", {{"before", *before.share}, {"after", *after.share}})));
}

}  // namespace

void put_plan_result(const Study& study, std::size_t index, std::uint32_t unit, const BeforeAfter& result,
                     const Catalogue& words, PlanPage& page) {
  const CriteriaSet& set = study.assessment->sets[index];
  const NodeResult* const before = find(result.before, 0);
  const NodeResult* const after = find(result.after, 0);
  if (before == nullptr || after == nullptr) {
    page.note = words.text(msg("viewmodel.nothing-answered"));
    return;
  }
  put_headline(*before, *after, words, page);
  const auto targets = targets_of(set, study.units()[unit], study.assessment->record.targets);
  charts::BulletSpec spec;
  spec.key = {words.text(msg("viewmodel.plan-after")),
              words.text(msg("viewmodel.target")),
              words.text(msg("viewmodel.plan-before")),
              {},
              words.text(msg("viewmodel.open-key"))};
  spec.ticks = {{0, "0"}, {50, "50"}, {100, "100"}};
  spec.words.empty = words.text(msg("viewmodel.nothing-answered"));
  Grid& table = page.dimensions.table;
  table.columns = {{words.text(msg("viewmodel.dimension")), false, 3, {}},
                   {words.text(msg("app.column-before")), true, 1, {}},
                   {words.text(msg("app.column-after")), true, 1, {}},
                   {words.text(msg("app.column-change-of-index")), true, 1, {}}};
  for (std::size_t i = 0; i < set.dimensions.size(); ++i) {
    const std::uint32_t node = set.node_of_dimension(i);
    const NodeResult* const was = find(result.before, node);
    const NodeResult* const is = find(result.after, node);
    if (was == nullptr || is == nullptr) continue;
    charts::BulletRow row;
    row.label = title_of(set, node, words.lang());
    row.actual = is->index;
    row.previous = was->index;
    for (const orienta_target_t& target : targets)
      if (target.node == node && target.indicator == ORIENTA_NONE && target.kind == ORIENTA_TARGET_INDEX)
        row.target = target.target;
    const std::string change = is_seen(*was, *is) ? change_text(*is->index - *was->index, words, 1) : "";
    row.value = index_text(*is, words) + (change.empty() ? "" : " (" + change + ")");
    row.tip = row.label + "\n" + row.value;
    table.rows.push_back(
        {row.label, {{row.label}, {index_text(*was, words, 1)}, {index_text(*is, words, 1)}, {change}}, 0});
    spec.rows.push_back(std::move(row));
  }
  page.dimensions.name = "plan";
  page.dimensions.title = words.text(msg("viewmodel.plan-dimensions"));
  page.dimensions.height = charts::bullet_bars_height(spec);
  page.dimensions.make = [spec = std::move(spec)](charts::Size size, const charts::TextWidth& width) {
    return charts::bullet_bars(spec, size, width);
  };
}

}  // namespace orienta::gui
