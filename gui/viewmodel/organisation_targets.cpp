// SPDX-License-Identifier: MIT
#include "viewmodel/organisation_targets.hpp"

#include <algorithm>

#include "analysis/assess.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

std::string from_text(TargetFrom from, const Catalogue& words) {
  switch (from) {
    case TargetFrom::kSet:
      return words.text(msg("app.target-from-set"));
    case TargetFrom::kRequirement:
      return words.text(msg("app.target-from-requirement"));
    case TargetFrom::kAssessment:
      return words.text(msg("app.target-from-assessment"));
    case TargetFrom::kKind:
      return words.text(msg("app.target-from-kind"));
    case TargetFrom::kRole:
      return words.text(msg("app.target-from-role"));
    case TargetFrom::kUnit:
      break;
  }
  return words.text(msg("app.target-from-unit"));
}

/// At most two decimals, no zeros at the end.
std::string figure_text(double figure, Lang lang) {
  std::string text = display_number(figure, 2, lang);
  while (text.ends_with('0'))
    text.pop_back();
  if (text.ends_with('.') || text.ends_with(',')) text.pop_back();
  return text;
}

std::string target_text(const CriteriaSet& set, const orienta_target_t& target, const Catalogue& words) {
  if (target.kind == ORIENTA_TARGET_LEVEL)
    return words.text(msg("viewmodel.org-target-level",
                          {{"level", static_cast<int>(target.target)}, {"of", set.levels.size()}}));
  const std::string figure = figure_text(target.target, words.lang());
  if (target.kind == ORIENTA_TARGET_INDEX || target.indicator == ORIENTA_NONE)
    return words.text(msg("viewmodel.index-is", {{"index", figure}}));
  const Scale& scale = set.scales[set.indicators[target.indicator].scale];
  return scale.is_measure() ? with_unit(figure, scale.measure->unit) : figure;
}

std::string place_text(const CriteriaSet& set, const orienta_target_t& target, Lang lang) {
  if (target.node != ORIENTA_NONE) return title_of(set, target.node, lang);
  return set.indicators[target.indicator].ask.in(lang);
}

std::optional<TargetOrder> removal_of(const CriteriaSet& set, const HeldTarget& held, const Unit& unit) {
  TargetOrder order;
  order.set = set.id.value;
  order.node = held.target.node == ORIENTA_NONE ? set.indicators[held.target.indicator].id
                                                : set.node_id(held.target.node);
  switch (held.from) {
    case TargetFrom::kSet:
    case TargetFrom::kRequirement:
      return std::nullopt;
    case TargetFrom::kAssessment:
      break;
    case TargetFrom::kKind:
      order.kind = std::string(name_of(unit.kind));
      break;
    case TargetFrom::kRole:
      order.role = unit.role;
      break;
    case TargetFrom::kUnit:
      order.unit = unit.id.value;
      break;
  }
  return order;
}

void add_places(const CriteriaSet& set, Lang lang, std::vector<TargetPlace>& out) {
  const auto add = [&](int depth, const std::string& title, const std::string& node, bool level, bool value) {
    out.push_back(
        {std::string(static_cast<std::size_t>(depth) * 3, ' ') + title, set.id.value, node, level, value});
  };
  const bool has_levels = !set.levels.empty();
  add(0, title_of(set, 0, lang), set.id.value, has_levels, false);
  for (std::size_t d = 0; d < set.dimensions.size(); ++d) {
    add(1, title_of(set, set.node_of_dimension(d), lang), set.dimensions[d].id, has_levels, false);
    for (std::size_t c = 0; c < set.criteria.size(); ++c) {
      if (set.criteria[c].dimension != d) continue;
      add(2, title_of(set, set.node_of_criterion(c), lang), set.criteria[c].id, false, false);
      for (const Indicator& indicator : set.indicators)
        if (indicator.criterion == c) add(3, indicator.ask.in(lang), indicator.id, false, true);
    }
  }
}

void act_on_targets(Desk& desk, const std::function<Status(Office&)>& act) {
  desk.act(msg("viewmodel.saving"), msg("viewmodel.org-target-not-set"),
           [act](Office& office, const std::stop_token&) -> Result<Done> {
             if (Status done = act(office); !done) return failure(std::move(done.error()));
             return Done{{}, Done::Changed::kAll, {}};
           });
}

}  // namespace

TargetsCard targets_card(const Desk& desk) {
  const Study& study = *desk.study();
  const Unit& unit = study.units()[desk.unit()];
  TargetsCard card;
  card.title = desk.text(msg("viewmodel.org-targets-of", {{"unit", name_of(unit)}}));
  card.held.columns = {{desk.text(msg("app.column-node")), false, 3, {}},
                       {desk.text(msg("viewmodel.target")), true, 1.2F, {}},
                       {desk.text(msg("app.column-target-from")), false, 1.6F, {}}};
  card.held.empty = desk.text(msg("viewmodel.org-no-targets"));
  for (const CriteriaSet& set : study.assessment->sets) {
    for (const HeldTarget& held : held_targets(set, unit, study.assessment->record.targets)) {
      card.removes.push_back(removal_of(set, held, unit));
      card.held.rows.push_back({"target." + std::to_string(card.held.rows.size()),
                                {{place_text(set, held.target, desk.lang())},
                                 {target_text(set, held.target, desk.words())},
                                 {from_text(held.from, desk.words()), charts::Ink::kMuted}},
                                0});
    }
    add_places(set, desk.lang(), card.places);
  }
  const auto whom = [&](TargetFor which, const Message& title) {
    card.whom.push_back(which);
    card.whom_titles.push_back(desk.text(title));
  };
  whom(TargetFor::kUnit, msg("viewmodel.org-for-unit"));
  whom(TargetFor::kKind, msg("viewmodel.org-for-kind"));
  if (!unit.role.empty()) whom(TargetFor::kRole, msg("viewmodel.org-for-role"));
  whom(TargetFor::kAll, msg("viewmodel.org-for-all"));
  return card;
}

std::vector<TargetFigure> figures_of(const TargetPlace& place) {
  std::vector<TargetFigure> figures;
  if (place.can_have_level) figures.push_back(TargetFigure::kLevel);
  figures.push_back(TargetFigure::kIndex);
  if (place.can_have_value) figures.push_back(TargetFigure::kValue);
  return figures;
}

std::string title_of(TargetFigure figure, const Catalogue& words) {
  if (figure == TargetFigure::kLevel) return words.text(msg("viewmodel.level"));
  if (figure == TargetFigure::kIndex) return words.text(msg("viewmodel.index"));
  return words.text(msg("viewmodel.org-figure"));
}

void set_target_of(Desk& desk, const TargetPlace& place, TargetFigure figure, std::string text,
                   TargetFor whom) {
  const Unit& unit = desk.study()->units()[desk.unit()];
  std::ranges::replace(text, ',', '.');
  TargetOrder order;
  order.set = place.set;
  order.node = place.node;
  if (whom == TargetFor::kUnit) order.unit = unit.id.value;
  if (whom == TargetFor::kKind) order.kind = std::string(name_of(unit.kind));
  if (whom == TargetFor::kRole) order.role = unit.role;
  (figure == TargetFigure::kLevel   ? order.level
   : figure == TargetFigure::kIndex ? order.index
                                    : order.value) = std::move(text);
  act_on_targets(desk, [order](Office& office) -> Status {
    auto set = set_target(office.project(), office.assessment(), order);
    return set ? Status() : failure(std::move(set.error()));
  });
}

void remove_target_of(Desk& desk, const TargetOrder& order) {
  act_on_targets(desk, [order](Office& office) -> Status {
    auto removed = remove_target(office.project(), office.assessment(), order);
    return removed ? Status() : failure(std::move(removed.error()));
  });
}

}  // namespace orienta::gui
