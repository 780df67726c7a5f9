// SPDX-License-Identifier: MIT
#include "viewmodel/why.hpp"

#include <algorithm>
#include <limits>

#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

void add_crumbs(const Study& study, const Why& why, Lang lang, WhyPage& page) {
  const CriteriaSet& set = study.assessment->sets[why.set];
  if (why.node > 0) page.nodes.push_back({title_of(set, 0, lang), {why.set, 0, why.unit}});
  if (why.node > set.dimensions.size()) {
    const Criterion& criterion = set.criteria[why.node - 1 - set.dimensions.size()];
    const std::uint32_t dimension = set.node_of_dimension(criterion.dimension);
    page.nodes.push_back({title_of(set, dimension, lang), {why.set, dimension, why.unit}});
  }
  const Organisation& organisation = study.assessment->organisation;
  auto unit = organisation.find(why.unit);
  if (!unit) return;
  page.unit = name_of(study.units()[*unit]);
  for (unit = organisation.parent(*unit); unit; unit = organisation.parent(*unit)) {
    const NodeResult* const result = study.result(why.set, *unit, why.node);
    if (result != nullptr && result->index)
      page.units.push_back({name_of(study.units()[*unit]), {why.set, why.node, study.units()[*unit].id}});
  }
  std::ranges::reverse(page.units);
}

void add_lines(const Desk& desk, const CriteriaSet& set, const Why& why, const Explanation& explanation,
               WhyPage& page) {
  const bool is_criterion = why.node > set.dimensions.size();
  for (const ExplainLine& line : explanation.lines) {
    WhyLine made{line.depth, line.kind, desk.text(line.text), {}, {}, false, false};
    if (line.kind == ExplainLine::Kind::kNode && line.depth > 0)
      if (const auto below = set.node(line.id)) made.why = Why{why.set, *below, why.unit};
    if (line.kind == ExplainLine::Kind::kIndicator)
      if (const auto asked = set.indicator(line.id)) made.question = AskedIndicator{why.set, *asked};
    if (line.kind == ExplainLine::Kind::kUnit) made.why = Why{why.set, why.node, UnitId{line.id}};
    made.opens_first = line.depth == 0 || is_criterion;
    if (!page.lines.empty()) page.lines.back().has_below = line.depth > page.lines.back().depth;
    page.lines.push_back(std::move(made));
  }
}

}  // namespace

WhyPage why_page(Desk& desk) {
  const Study& study = *desk.study();
  const Why& why = *desk.why();
  WhyPage page;
  if (why.set >= study.assessment->sets.size()) return page;
  const CriteriaSet& set = study.assessment->sets[why.set];
  page.title = title_of(set, why.node, desk.lang());
  add_crumbs(study, why, desk.lang(), page);

  const std::string node = set.id.value + "/" + set.node_id(why.node);
  const Selection selection{why.unit.value, set.id.value};
  const auto known =
      desk.known<Explanation>("why " + node + " " + why.unit.value, [node, selection](Office& office) {
        return explain(office.project(), office.assessment(), office.plugins(), node, selection);
      });
  page.parts = why_figure(study, why, known.value.get(), desk.words());
  if (!known.value) {
    page.says = known.error ? desk.words().text(known.error->problems.kept().front())
                            : desk.text(msg("viewmodel.working"));
    return page;
  }
  add_lines(desk, set, why, *known.value, page);
  return page;
}

std::vector<std::size_t> shown_lines(const WhyPage& page, const std::set<std::size_t>& toggled) {
  constexpr int kNoFold = std::numeric_limits<int>::max();
  std::vector<std::size_t> shown;
  int folded = kNoFold;  // the depth of the folded line that hides what follows
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const WhyLine& line = page.lines[i];
    if (line.depth > folded) continue;
    shown.push_back(i);
    const bool is_open = line.opens_first != toggled.contains(i);
    folded = line.has_below && !is_open ? line.depth : kNoFold;
  }
  return shown;
}

}  // namespace orienta::gui
