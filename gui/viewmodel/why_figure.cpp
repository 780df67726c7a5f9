// SPDX-License-Identifier: MIT
#include "viewmodel/why_figure.hpp"

#include <algorithm>
#include <cmath>

#include "charts/waterfall.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

/// More steps than these are read in the tables.
constexpr std::size_t kMostSteps = 16;
/// A difference that is shown as 0.0 needs no step of its own.
constexpr double kSeen = 0.05;

enum class Rule : std::uint8_t { kMean, kGeometric, kWeakest };

Rule how_made(const CriteriaSet& set, std::uint32_t node, bool is_rolled) {
  if (is_rolled) return rule_of(set, node) == Rollup::kWeakest ? Rule::kWeakest : Rule::kMean;
  const std::size_t dimensions = set.dimensions.size();
  const Aggregate aggregate = node == 0           ? set.aggregate
                              : node > dimensions ? set.criteria[node - 1 - dimensions].aggregate
                                                  : set.dimensions[node - 1].aggregate;
  return aggregate == Aggregate::kWeakest     ? Rule::kWeakest
         : aggregate == Aggregate::kGeometric ? Rule::kGeometric
                                              : Rule::kMean;
}

charts::WaterfallSpec steps_of(const std::vector<WhyPart>& parts, double index, const Catalogue& words,
                               WhyFigure& made) {
  charts::WaterfallSpec spec;
  double weight = 0;
  for (const WhyPart& part : parts)
    weight += part.weight;
  double sum = 0;
  for (const WhyPart& part : parts) {
    const double share = part.weight / weight;
    const double adds = share * part.index;
    sum += adds;
    const std::string tip =
        part.title + "\n" + words.text(msg("viewmodel.why-part", {{"index", part.index}, {"share", share}}));
    spec.steps.push_back({part.title, adds, false, change_text(adds, words, 1), tip});
    made.steps.push_back(part.why);
    made.figure.table.rows.push_back({part.title,
                                      {{part.title},
                                       {display_number(part.index, 1, words.lang())},
                                       {per_cent(share, words)},
                                       {change_text(adds, words, 1)}},
                                      0});
  }
  if (std::abs(index - sum) >= kSeen) {
    const std::string rules = words.text(msg("viewmodel.why-rules"));
    spec.steps.push_back({rules, index - sum, false, change_text(index - sum, words, 1),
                          words.text(msg("viewmodel.why-rules-tip"))});
    made.steps.emplace_back();
    made.figure.table.rows.push_back({"rules", {{rules}, {}, {}, {change_text(index - sum, words, 1)}}, 0});
  }
  const std::string total = display_number(index, 1, words.lang());
  spec.steps.push_back({words.text(msg("viewmodel.index")), index, true, total, {}});
  made.steps.emplace_back();
  made.figure.table.rows.push_back({"total", {{words.text(msg("viewmodel.index"))}, {total}, {}, {}}, 0});
  return spec;
}

}  // namespace

WhyFigure why_figure(const Study& study, const Why& why, const Explanation* explanation,
                     const Catalogue& words) {
  WhyFigure made;
  const auto unit = study.assessment->organisation.find(why.unit);
  const NodeResult* const whole = unit ? study.result(why.set, *unit, why.node) : nullptr;
  if (whole == nullptr || !whole->index || !study.has_every_node) return made;
  const std::vector<WhyPart> parts = why_parts(study, why, explanation, words);
  if (parts.empty()) return made;
  const bool is_rolled = whole->basis == Basis::kRolled;
  const Rule rule = how_made(study.assessment->sets[why.set], why.node, is_rolled);
  if (rule == Rule::kWeakest) {
    const auto& least = *std::ranges::min_element(parts, {}, &WhyPart::index);
    made.note = words.text(msg("viewmodel.why-weakest", {{"title", least.title}, {"index", least.index}}));
    return made;
  }
  if (rule == Rule::kGeometric) {
    made.note = words.text(msg("viewmodel.why-geometric"));
    return made;
  }
  if (parts.size() > kMostSteps) {
    made.note = words.text(msg("viewmodel.why-many", {{"n", parts.size()}}));
    return made;
  }
  made.note = words.text(is_rolled ? msg("viewmodel.why-mean-units") : msg("viewmodel.why-mean"));
  made.figure.table.columns = {{words.text(msg("viewmodel.why-what")), false, 3, {}},
                               {words.text(msg("app.column-index")), true, 1, {}},
                               {words.text(msg("viewmodel.results-share")), true, 1, {}},
                               {words.text(msg("viewmodel.why-adds")), true, 1, {}}};
  auto spec = steps_of(parts, *whole->index, words, made);
  made.figure.name = "why-parts";
  made.figure.title = words.text(msg("viewmodel.why-parts"));
  made.figure.height = charts::waterfall_height(spec);
  made.figure.make = [spec = std::move(spec)](charts::Size size, const charts::TextWidth& width) {
    return charts::waterfall(spec, size, width);
  };
  return made;
}

}  // namespace orienta::gui
