// SPDX-License-Identifier: MIT
#include "app/explain_units.hpp"

#include <algorithm>

#include "analysis/standing.hpp"
#include "app/wording.hpp"

namespace orienta {
namespace {

/// More units than these are read in a table of results.
constexpr std::size_t kMostUnits = 12;

struct Behind {
  const Unit* unit;
  const NodeResult* result;
};

std::vector<Behind> children_of(const OpenAssessment& assessment, const CriteriaSet& set,
                                const SetResult& results, std::uint32_t unit, std::uint32_t node) {
  std::vector<Behind> children;
  const Organisation& organisation = assessment.organisation;
  for (const std::uint32_t child : organisation.children(unit)) {
    const Unit& each = organisation.units()[child];
    const NodeResult* const result = counted(set, each, result_of(results, child, node, Basis::kOwn),
                                             result_of(results, child, node, Basis::kRolled));
    if (result != nullptr && each.weight > 0) children.push_back({&each, result});
  }
  std::ranges::stable_sort(children, {}, [](const Behind& each) { return *each.result->index; });
  return children;
}

Message line_of(const Behind& child) {
  const std::string& name = child.unit->name.empty() ? child.unit->id.value : child.unit->name;
  const std::string weighted = child.unit->weight == 1 ? name : name + " ×" + full_number(child.unit->weight);
  const NodeResult& result = *child.result;
  if (result.level)
    return msg("app.explain-unit-level",
               {{"unit", weighted}, {"level", *result.level}, {"of", result.of}, {"index", *result.index}});
  return msg("app.explain-unit", {{"unit", weighted}, {"index", *result.index}});
}

}  // namespace

std::vector<ExplainLine> units_behind(const OpenAssessment& assessment, const CriteriaSet& set,
                                      const SetResult& results, std::uint32_t unit, const NodeResult& rolled,
                                      int depth) {
  using Kind = ExplainLine::Kind;
  std::vector<ExplainLine> lines;
  const auto add = [&](Kind kind, Message text, std::string id = {}) {
    lines.push_back({depth, kind, std::move(text), std::move(id), false, {}});
  };
  const std::vector<Behind> children = children_of(assessment, set, results, unit, rolled.node);
  if (children.empty() || !rolled.index) return lines;
  const bool is_weakest = rule_of(set, rolled.node) == Rollup::kWeakest;
  add(Kind::kReason,
      is_weakest ? msg("app.explain-units-weakest", {{"index", *rolled.index}, {"n", children.size()}})
                 : msg("app.explain-units-mean", {{"index", *rolled.index}, {"n", children.size()}}));
  if (rolled.share) add(Kind::kReason, share_words(assessment, set, rolled));
  const std::size_t shown = std::min(children.size(), kMostUnits);
  for (std::size_t i = 0; i < shown; ++i)
    add(Kind::kUnit, line_of(children[i]), children[i].unit->id.value);
  if (shown < children.size())
    add(Kind::kReason, msg("app.explain-units-more", {{"n", children.size() - shown}}));
  return lines;
}

}  // namespace orienta
