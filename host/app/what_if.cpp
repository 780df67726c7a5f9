// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "app/gaps.hpp"
#include "app/wording.hpp"
#include "base/decimal.hpp"

namespace orienta {
namespace {

struct Setting {
  std::string node;
  double number = 0;
};

/// "node=0.85".
Result<Setting> setting_of(const std::string& word, const std::string& option, double most) {
  const std::size_t at = word.rfind('=');
  const auto number = at == std::string::npos
                          ? std::nullopt
                          : parse_decimal(std::string_view(word).substr(at + 1), DecimalMark::kPointOrComma);
  const double value = number ? number->to_double() : -1;
  if (at == 0 || value < 0 || value > most)
    return failure(ErrorKind::kUsage,
                   most > 1 ? msg("app.bad-weight-setting", {{"option", option}, {"word", word}})
                            : msg("app.bad-setting", {{"option", option}, {"word", word}}));
  return Setting{word.substr(0, at), value};
}

enum class What : std::uint8_t { kRating, kValue, kWeight };

std::optional<std::uint32_t> find(const CriteriaSet& set, const std::string& id, What what) {
  if (what == What::kValue) return set.indicator(id);
  const auto node = set.node(id);
  if (!node || (what == What::kRating && *node <= set.dimensions.size())) return std::nullopt;
  return node;
}

/// The ids that could have been meant.
std::vector<std::string> known_ids(const OpenAssessment& assessment, What what) {
  std::vector<std::string> ids;
  for (const CriteriaSet& set : assessment.sets) {
    if (what == What::kValue)
      for (const Indicator& indicator : set.indicators)
        ids.push_back(indicator.id);
    else
      for (std::uint32_t node = 0; node < set.node_count(); ++node)
        if (what == What::kWeight || node > set.dimensions.size()) ids.push_back(set.node_id(node));
  }
  return ids;
}

using Changes = std::map<std::size_t, WhatIf>;  ///< by set

Status add(const OpenAssessment& assessment, const WhatIfOrder& order, What what, Changes& changes) {
  const auto& words = what == What::kRating  ? order.ratings
                      : what == What::kValue ? order.values
                                             : order.weights;
  const std::string option = what == What::kRating  ? "--set-rating"
                             : what == What::kValue ? "--set-value"
                                                    : "--set-weight";
  for (const std::string& word : words) {
    const auto setting = setting_of(word, option, what == What::kWeight ? 1e6 : 1);
    if (!setting) return failure(setting.error());
    bool found = false;
    for (std::size_t i = 0; i < assessment.sets.size(); ++i) {
      const CriteriaSet& set = assessment.sets[i];
      if (!order.selection.set.empty() && set.id.value != order.selection.set) continue;
      const auto place = find(set, setting->node, what);
      if (!place) continue;
      found = true;
      WhatIf& change = changes[i];
      auto& into = what == What::kRating  ? change.ratings
                   : what == What::kValue ? change.values
                                          : change.weights;
      std::erase_if(into, [&](const auto& entry) { return entry.first == *place; });
      into.emplace_back(*place, setting->number);
    }
    if (!found)
      return failure(ErrorKind::kNotFound,
                     unknown_id(msg("app.word-node"), setting->node, known_ids(assessment, what)));
  }
  return {};
}

}  // namespace

Result<std::vector<SetBeforeAfter>> try_what_if(const Project& project, const OpenAssessment& assessment,
                                                PluginHost& plugins, const WhatIfOrder& order) {
  const auto unit =
      order.selection.unit.empty() ? Result<std::uint32_t>(0u) : assessment.unit_index(order.selection.unit);
  if (!unit) return failure(unit.error());
  if (!order.selection.set.empty())
    if (const auto known = assessment.set_index(order.selection.set); !known) return failure(known.error());
  Changes changes;
  for (const What what : {What::kRating, What::kValue, What::kWeight})
    if (Status added = add(assessment, order, what, changes); !added)
      return failure(std::move(added.error()));
  if (changes.empty()) return failure(ErrorKind::kUsage, msg("app.nothing-to-try"));

  std::vector<SetBeforeAfter> results;
  for (const auto& [set, change] : changes) {
    const auto ready = plugins.ready(assessment.sets[set]);
    if (!ready) return failure(ready.error());
    const AssessInput input = input_for(project, assessment, set);
    auto result = what_if(input, *ready->runner, ready->set, *unit, change);
    if (!result) return failure(std::move(result.error()));
    if (result->before.empty())
      return failure(ErrorKind::kNotFound,
                     msg("app.what-if-nobody", {{"set", assessment.sets[set].id.value}}));
    results.push_back({set, std::move(*result), ready->package});
  }
  return results;
}

Table what_if_table(const OpenAssessment& assessment, const std::vector<SetBeforeAfter>& results,
                    std::uint32_t unit, bool with_titles) {
  Table table{"what_if",
              {{"unit", msg("app.column-unit")},
               {"set", msg("app.column-set")},
               {"node", msg("app.column-node")},
               {"index_before", msg("app.column-index-before"), 1},
               {"index_after", msg("app.column-index-after"), 1},
               {"change", msg("app.column-change-of-index"), 2},
               {"level_before", msg("app.column-level-before"), 0},
               {"level_after", msg("app.column-level-after"), 0},
               {"possible_before", msg("app.column-possible-before"), 0},
               {"possible_after", msg("app.column-possible-after"), 0},
               {"share_before", msg("app.column-share-before"), 2},
               {"share_after", msg("app.column-share-after"), 2}},
              {}};
  for (const SetBeforeAfter& each : results) {
    const CriteriaSet& set = assessment.sets[each.set];
    for (std::size_t i = 0; i < each.result.before.size(); ++i) {
      const NodeResult& before = each.result.before[i];
      const NodeResult& after = each.result.after[i];
      if (before.node > set.dimensions.size() && before == after) continue;
      const bool both = before.index && after.index;
      table.rows.push_back({assessment.organisation.units()[unit].id.value, set.id.value,
                            named(set, before.node, with_titles), cell_of(before.index), cell_of(after.index),
                            both ? TableCell(*after.index - *before.index) : TableCell(),
                            cell_of(before.level), cell_of(after.level), cell_of(before.level_possible),
                            cell_of(after.level_possible), cell_of(before.share), cell_of(after.share)});
    }
  }
  return table;
}

}  // namespace orienta
