// SPDX-License-Identifier: MIT
// Weights that weigh nothing, links that lead nowhere, targets that nothing can mean.
#include <vector>

#include "base/ids.hpp"
#include "criteria/lint.hpp"

namespace orienta {
namespace {

/// Children per parent: how many, and the sum of their weights.
struct Family {
  std::size_t count = 0;
  double weight = 0;
};

template <class Child, class ParentOf>
std::vector<Family> families(std::size_t parents, const std::vector<Child>& children, ParentOf parent_of) {
  std::vector<Family> all(parents);
  for (const Child& child : children) {
    Family& family = all[parent_of(child)];
    ++family.count;
    family.weight += child.weight;
  }
  return all;
}

void lint_family(const Lint& lint, const Family& family, Mark mark, std::string_view id) {
  if (family.count > 0 && family.weight <= 0)
    lint.report.error(mark, msg("criteria.weights-zero", {{"id", id}}));
}

bool is_link(std::string_view text) {
  const std::size_t slash = text.find('/');
  return slash != std::string_view::npos && is_plain_id(text.substr(0, slash)) &&
         is_plain_id(text.substr(slash + 1));
}

/// `same_as` must lead out of the set; `pairs_with` may also name another indicator of the same one.
void lint_link(const Lint& lint, std::size_t index, std::string_view key, const std::string& link) {
  if (link.empty()) return;
  const Mark at = mark_in(lint.origin.indicators, index, key);
  if (!is_link(link)) return lint.report.error(at, msg("criteria.link-form", {{"key", key}, {"text", link}}));
  const std::size_t slash = link.find('/');
  if (link.substr(0, slash) != lint.set.id.value) return;
  const std::string target = link.substr(slash + 1);
  if (key == "same_as" || target == lint.set.indicators[index].id)
    lint.report.error(at, msg("criteria.link-own", {{"key", key}, {"text", link}}));
  else if (!lint.set.indicator(target))
    lint.report.error(at, msg("criteria.link-dead", {{"key", key}, {"text", link}, {"id", target}}));
}

struct Span {
  double least = 0;
  double most = 0;
  bool holds(double value) const { return least <= value && value <= most; }
};

/// What a target in the indicator's own unit may be: the unit of the scale's headline.
std::optional<Span> own_unit(const Scale& scale) {
  if (scale.is_measure()) {
    if (!scale.measure->least || !scale.measure->most) return std::nullopt;
    return Span{scale.measure->least->to_double(), scale.measure->most->to_double()};
  }
  for (const Statistic& statistic : scale.statistics)
    if (statistic.id == scale.headline)
      return statistic.kind == Statistic::Kind::kNet ? Span{-100, 100} : Span{0, 100};
  return Span{scale.least_point(), scale.most_point()};
}

bool has_level(const CriteriaSet& set, int level) {
  for (const Level& known : set.levels)
    if (known.level == level) return true;
  return false;
}

void lint_target_level(const Lint& lint, const Target& target, Mark mark) {
  if (target.level && !has_level(lint.set, *target.level))
    lint.report.error(mark, msg("criteria.unknown-level", {{"level", *target.level}}));
}

}  // namespace

void lint_weights(const Lint& lint) {
  const CriteriaSet& set = lint.set;
  const auto of_set = families(1, set.dimensions, [](const Dimension&) { return 0u; });
  lint_family(lint, of_set[0], mark_in(lint.origin.root, "dimensions"), set.id.value);

  const auto of_dimensions = families(set.dimensions.size(), set.criteria,
                                      [](const Criterion& criterion) { return criterion.dimension; });
  for (std::size_t i = 0; i < set.dimensions.size(); ++i)
    lint_family(lint, of_dimensions[i], mark_in(lint.origin.dimensions, i, "criteria"), set.dimensions[i].id);

  const auto of_criteria = families(set.criteria.size(), set.indicators,
                                    [](const Indicator& indicator) { return indicator.criterion; });
  for (std::size_t i = 0; i < set.criteria.size(); ++i)
    lint_family(lint, of_criteria[i], mark_in(lint.origin.criteria, i, "indicators"), set.criteria[i].id);

  for (std::size_t i = 0; i < set.indicators.size(); ++i) {
    Family sources;
    for (const auto& [source, weight] : set.indicators[i].source_weights) {
      ++sources.count;
      sources.weight += weight;
    }
    lint_family(lint, sources, mark_in(lint.origin.indicators, i, "source_weights"), set.indicators[i].id);
  }
}

void lint_links(const Lint& lint) {
  const CriteriaSet& set = lint.set;
  for (std::size_t i = 0; i < set.indicators.size(); ++i) {
    lint_link(lint, i, "same_as", set.indicators[i].same_as);
    lint_link(lint, i, "pairs_with", set.indicators[i].pairs_with);
  }
  const auto check = [&](const Replaces& replaces, Mark mark) {
    for (const std::string& old : replaces)
      if (set.node(old) || set.indicator(old))
        lint.report.error(mark, msg("criteria.replaces-living", {{"id", old}}));
  };
  check(set.replaces, mark_in(lint.origin.root, "replaces"));
  for (std::size_t i = 0; i < set.dimensions.size(); ++i)
    check(set.dimensions[i].replaces, mark_in(lint.origin.dimensions, i, "replaces"));
  for (std::size_t i = 0; i < set.criteria.size(); ++i)
    check(set.criteria[i].replaces, mark_in(lint.origin.criteria, i, "replaces"));
  for (std::size_t i = 0; i < set.indicators.size(); ++i)
    check(set.indicators[i].replaces, mark_in(lint.origin.indicators, i, "replaces"));
}

void lint_targets(const Lint& lint) {
  const CriteriaSet& set = lint.set;
  lint_target_level(lint, set.target, mark_in(lint.origin.root, "target"));
  for (std::size_t i = 0; i < set.dimensions.size(); ++i)
    lint_target_level(lint, set.dimensions[i].target, mark_in(lint.origin.dimensions, i, "target"));

  for (std::size_t i = 0; i < set.indicators.size(); ++i) {
    const Indicator& indicator = set.indicators[i];
    if (!indicator.target.value || indicator.scale >= set.scales.size()) continue;
    const auto span = own_unit(set.scales[indicator.scale]);
    if (span && !span->holds(*indicator.target.value))
      lint.report.error(mark_in(lint.origin.indicators, i, "target"),
                        msg("criteria.target-outside", {{"id", indicator.id},
                                                        {"value", *indicator.target.value},
                                                        {"least", span->least},
                                                        {"most", span->most}}));
  }
}

}  // namespace orienta
