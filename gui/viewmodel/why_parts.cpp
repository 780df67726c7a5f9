// SPDX-License-Identifier: MIT
#include <algorithm>

#include "viewmodel/phrases.hpp"
#include "viewmodel/why_figure.hpp"

namespace orienta::gui {
namespace {

std::vector<WhyPart> units_below(const Study& study, const Why& why, std::uint32_t unit) {
  std::vector<WhyPart> parts;
  const Organisation& organisation = study.assessment->organisation;
  for (std::uint32_t child = unit + 1; child < study.units().size(); ++child) {
    const Unit& each = study.units()[child];
    if (organisation.parent(child) != unit || !(each.weight > 0)) continue;
    if (const NodeResult* result = counted(study.assessment->sets[why.set], each,
                                           study.result(why.set, child, why.node, Basis::kOwn),
                                           study.result(why.set, child, why.node, Basis::kRolled)))
      parts.push_back({name_of(each), each.weight, *result->index, Why{why.set, why.node, each.id}});
  }
  return parts;
}

std::vector<WhyPart> questions(const CriteriaSet& set, const Explanation& explanation,
                               const Catalogue& words) {
  std::vector<WhyPart> parts;
  for (const ExplainLine& line : explanation.lines) {
    const auto indicator = set.indicator(line.id);
    if (line.kind != ExplainLine::Kind::kIndicator || !line.worth || !indicator) continue;
    const Indicator& asked = set.indicators[*indicator];
    if (asked.weight > 0)
      parts.push_back({asked.ask.in(words.lang()), asked.weight, *line.worth, std::nullopt});
  }
  return parts;
}

}  // namespace

std::vector<WhyPart> why_parts(const Study& study, const Why& why, const Explanation* explanation,
                               const Catalogue& words) {
  const CriteriaSet& set = study.assessment->sets[why.set];
  const auto unit = study.assessment->organisation.find(why.unit);
  if (!unit) return {};
  const NodeResult* const whole = study.result(why.set, *unit, why.node);
  if (whole != nullptr && whole->basis == Basis::kRolled) return units_below(study, why, *unit);
  if (why.node > set.dimensions.size())
    return explanation == nullptr ? std::vector<WhyPart>() : questions(set, *explanation, words);
  std::vector<WhyPart> parts;
  const auto add = [&](std::uint32_t node, double weight) {
    const NodeResult* const result = study.result(why.set, *unit, node, Basis::kOwn);
    if (result != nullptr && result->index && weight > 0)
      parts.push_back(
          {title_of(set, node, words.lang()), weight, *result->index, Why{why.set, node, why.unit}});
  };
  for (std::size_t i = 0; why.node == 0 && i < set.dimensions.size(); ++i)
    add(set.node_of_dimension(i), set.dimensions[i].weight);
  for (std::size_t i = 0; why.node > 0 && i < set.criteria.size(); ++i)
    if (set.node_of_dimension(set.criteria[i].dimension) == why.node)
      add(set.node_of_criterion(i), set.criteria[i].weight);
  return parts;
}

}  // namespace orienta::gui
