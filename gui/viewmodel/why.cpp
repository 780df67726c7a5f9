// SPDX-License-Identifier: MIT
#include "viewmodel/why.hpp"

#include "viewmodel/phrases.hpp"

namespace orienta::gui {

WhyPage why_page(Desk& desk) {
  const Study& study = *desk.study();
  const Why& why = *desk.why();
  WhyPage page;
  if (why.set >= study.assessment->sets.size()) return page;
  const CriteriaSet& set = study.assessment->sets[why.set];
  page.title = title_of(set, why.node, desk.lang());
  if (const auto unit = study.assessment->organisation.find(why.unit))
    page.unit = name_of(study.units()[*unit]);

  const std::string node = set.id.value + "/" + set.node_id(why.node);
  const Selection selection{why.unit.value, set.id.value};
  const auto known =
      desk.known<Explanation>("why " + node + " " + why.unit.value, [node, selection](Office& office) {
        return explain(office.project(), office.assessment(), office.plugins(), node, selection);
      });
  if (!known.value) {
    page.says = known.error ? desk.words().text(known.error->problems.kept().front())
                            : desk.text(msg("viewmodel.working"));
    return page;
  }
  for (const ExplainLine& line : known.value->lines) {
    WhyLine made{line.depth, line.kind, desk.text(line.text), {}};
    if (line.kind == ExplainLine::Kind::kNode && line.depth > 0)
      if (const auto below = set.node(line.id)) made.why = Why{why.set, *below, why.unit};
    page.lines.push_back(std::move(made));
  }
  return page;
}

}  // namespace orienta::gui
