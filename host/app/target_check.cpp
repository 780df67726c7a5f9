// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "app/targets.hpp"
#include "app/wording.hpp"
#include "base/decimal.hpp"
#include "base/nearest.hpp"
#include "criteria/vocabulary.hpp"

namespace orienta {
namespace {

bool has_node(const CriteriaSet& set, const std::string& id) {
  return set.node(id) || set.indicator(id);
}

std::vector<std::string> ids_of(const CriteriaSet& set) {
  std::vector<std::string> ids;
  for (std::uint32_t node = 0; node < set.node_count(); ++node)
    ids.push_back(set.node_id(node));
  for (const Indicator& indicator : set.indicators)
    ids.push_back(indicator.id);
  return ids;
}

/// A figure as it is said in messages.
std::string text_of(double figure) {
  return full_number(figure);
}

class TargetCheck {
 public:
  TargetCheck(const OpenAssessment& assessment, const TargetOrder& order, const TargetProblem& report)
      : assessment_(assessment), order_(order), report_(report) {}

  std::optional<AssessmentTarget> place() {
    set_ = find_set();
    if (set_ != nullptr) target_.set = set_->id;
    target_.node = NodeId(order_.node);
    check_whom();
    return good_ ? std::optional(target_) : std::nullopt;
  }

  std::optional<AssessmentTarget> whole() {
    place();
    const int said =
        (order_.level.empty() ? 0 : 1) + (order_.index.empty() ? 0 : 1) + (order_.value.empty() ? 0 : 1);
    if (said != 1)
      wrong("node", msg("app.target-one-figure", {{"node", order_.node}}));
    else if (set_ != nullptr)
      check_figure();
    return good_ ? std::optional(target_) : std::nullopt;
  }

 private:
  void wrong(std::string_view column, Message message) {
    good_ = false;
    report_(column, std::move(message));
  }

  const CriteriaSet* find_set() {
    std::vector<const CriteriaSet*> having;
    std::vector<std::string> nodes;
    std::vector<std::string> sets;
    for (const CriteriaSet& set : assessment_.sets) {
      sets.push_back(set.id.value);
      if (!order_.set.empty() && set.id.value != order_.set) continue;
      std::ranges::move(ids_of(set), std::back_inserter(nodes));
      if (has_node(set, order_.node)) having.push_back(&set);
    }
    if (having.size() == 1) return having.front();
    if (!order_.set.empty() && std::ranges::find(sets, order_.set) == sets.end())
      wrong("set", unknown_id(msg("app.word-set"), order_.set, sets));
    else if (having.empty())
      wrong("node", unknown_id(msg("app.word-node"), order_.node, nodes));
    else
      wrong("set", several(having));
    return nullptr;
  }

  Message several(const std::vector<const CriteriaSet*>& having) const {
    std::vector<std::string> ids;
    for (const CriteriaSet* set : having)
      ids.push_back(set->id.value);
    return msg("app.target-which-set", {{"node", order_.node}, {"known", listed(ids)}});
  }

  void check_whom() {
    const int said =
        (order_.unit.empty() ? 0 : 1) + (order_.role.empty() ? 0 : 1) + (order_.kind.empty() ? 0 : 1);
    if (said > 1) return wrong("node", msg("app.target-one-of-whom", {{"node", order_.node}}));
    if (!order_.unit.empty()) check_unit();
    if (!order_.role.empty()) check_role();
    if (order_.kind.empty()) return;
    target_.kind = unit_kind_of(order_.kind);
    const auto kinds = vocabulary::unit_kinds();
    if (!target_.kind)
      wrong("kind", unknown_id(msg("app.word-kind"), order_.kind, {kinds.begin(), kinds.end()}));
  }

  void check_unit() {
    const auto unit = assessment_.unit_index(order_.unit);
    if (unit)
      target_.unit = assessment_.organisation.units()[*unit].id;
    else
      wrong("unit", unit.error().problems.kept().front().message);
  }

  void check_role() {
    std::set<std::string> roles;
    for (const CriteriaSet& set : assessment_.sets)
      for (const Role& role : set.roles)
        roles.insert(role.id);
    for (const Unit& unit : assessment_.organisation.units())
      if (!unit.role.empty()) roles.insert(unit.role);
    target_.role = order_.role;
    if (!roles.contains(order_.role))
      wrong("role", unknown_id(msg("app.word-role"), order_.role, {roles.begin(), roles.end()}));
  }

  void check_figure() {
    if (!order_.level.empty())
      check_level();
    else if (!order_.index.empty())
      check_index();
    else
      check_value();
  }

  void check_level() {
    const auto node = set_->node(order_.node);
    if (!node || *node > set_->dimensions.size())
      return wrong("level", msg("app.target-level-place", {{"node", order_.node}}));
    if (set_->levels.empty()) return wrong("level", msg("app.target-no-levels", {{"set", set_->id.value}}));
    const auto level = parse_decimal(order_.level);
    if (!level || level->digits > 0 || level->units < 1 ||
        level->units > static_cast<std::int64_t>(set_->levels.size()))
      return wrong("level",
                   msg("app.target-bad-level",
                       {{"text", order_.level}, {"set", set_->id.value}, {"most", set_->levels.size()}}));
    target_.target.level = static_cast<int>(level->units);
  }

  void check_index() {
    const auto index = parse_decimal(order_.index, DecimalMark::kPointOrComma);
    if (!index || *index < Decimal{0, 0} || *index > Decimal{100, 0})
      return wrong("index", msg("app.target-bad-index", {{"text", order_.index}}));
    target_.target.index = index->to_double();
  }

  void check_value() {
    const auto indicator = set_->indicator(order_.node);
    if (!indicator) return wrong("value", msg("app.target-value-place", {{"node", order_.node}}));
    const auto value = parse_decimal(order_.value, DecimalMark::kPointOrComma);
    if (!value) return wrong("value", msg("app.target-bad-value", {{"text", order_.value}}));
    const Scale& scale = set_->scales[set_->indicators[*indicator].scale];
    const double figure = value->to_double();
    const auto [least, most] = limits_of(scale);
    if ((least && figure < *least) || (most && figure > *most))
      return wrong("value", msg("app.target-outside", {{"text", order_.value},
                                                       {"node", order_.node},
                                                       {"least", least ? text_of(*least) : "…"},
                                                       {"most", most ? text_of(*most) : "…"}}));
    target_.target.value = figure;
  }

  static std::pair<std::optional<double>, std::optional<double>> limits_of(const Scale& scale) {
    if (!scale.is_measure()) return {scale.least_point(), scale.most_point()};
    const auto real = [](const std::optional<Decimal>& limit) {
      return limit ? std::optional(limit->to_double()) : std::nullopt;
    };
    return {real(scale.measure->least), real(scale.measure->most)};
  }

  const OpenAssessment& assessment_;
  const TargetOrder& order_;
  const TargetProblem& report_;
  const CriteriaSet* set_ = nullptr;
  AssessmentTarget target_;
  bool good_ = true;
};

}  // namespace

std::optional<AssessmentTarget> target_place(const OpenAssessment& assessment, const TargetOrder& order,
                                             const TargetProblem& report) {
  return TargetCheck(assessment, order, report).place();
}

std::optional<AssessmentTarget> checked_target(const OpenAssessment& assessment, const TargetOrder& order,
                                               const TargetProblem& report) {
  return TargetCheck(assessment, order, report).whole();
}

}  // namespace orienta
