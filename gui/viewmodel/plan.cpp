// SPDX-License-Identifier: MIT
#include "viewmodel/plan.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/gaps.hpp"
#include "viewmodel/phrases.hpp"
#include "viewmodel/plan_figure.hpp"

namespace orienta::gui {
namespace {

/// Of a normal distribution 90 % lie within so many standard deviations of its mean.
constexpr double kNineOfTen = 1.645;
/// More criteria than these are too many to choose from.
constexpr std::size_t kMostRaises = 15;

class Making {
 public:
  Making(Desk& desk, PlanChoice& choice)
      : desk_(desk),
        study_(*desk.study()),
        words_(desk.words()),
        unit_(desk.unit()),
        set_(desk.set()),
        criteria_(study_.assessment->sets[set_]),
        choice_(choice) {}

  PlanPage make() {
    page_.tabs = set_tabs(desk_);
    choice_.chosen.resize(criteria_.improvements.size(), false);
    if (const SetScore& score = (*study_.scores)[set_]; score.failed) {
      page_.failed = words_.text(score.failed->problems.kept().front());
      return std::move(page_);
    }
    page_.can_clear = !choice_.empty();
    if (criteria_.improvements.empty()) page_.empty = say(msg("viewmodel.plan-none"));
    add_lines();
    add_raises();
    add_effort();
    add_result();
    return std::move(page_);
  }

 private:
  std::string say(const Message& message) const { return words_.text(message); }
  std::string number(double value, int digits) const { return display_number(value, digits, words_.lang()); }
  std::string key() const { return study_.units()[unit_].id.value + " " + criteria_.id.value; }

  std::string names(const std::vector<std::uint32_t>& improvements) const {
    std::string text;
    for (const std::uint32_t each : improvements)
      text += (text.empty() ? "" : "; ") + criteria_.improvements[each].title.in(words_.lang());
    return text;
  }

  PlanLine line(std::uint32_t index, const ImprovementEffect* effect) const {
    const Improvement& improvement = criteria_.improvements[index];
    const auto& [least, likely, most] = improvement.effort_days;
    PlanLine line;
    line.improvement = index;
    line.name = "plan." + improvement.id;
    line.title = improvement.title.in(words_.lang());
    line.effort = say(msg("viewmodel.plan-effort", {{"least", least}, {"likely", likely}, {"most", most}}));
    line.is_chosen = choice_.chosen[index];
    if (!improvement.needs.empty())
      line.needs = say(msg("viewmodel.plan-first", {{"names", names(improvement.needs)}}));
    for (const Improvement::Raise& raise : improvement.raises)
      line.raises +=
          (line.raises.empty() ? "" : "\n") +
          say(msg(
              "viewmodel.plan-raises",
              {{"title", title_of(criteria_, criteria_.node_of_criterion(raise.criterion), words_.lang())},
               {"index", 100 * raise.to}}));
    if (effect == nullptr || !effect->index) return line;
    line.effect = say(msg("viewmodel.effect-is", {{"effect", change_text(*effect->index, words_, 1)}}));
    if (effect->per_day)
      line.effect +=
          ", " + say(msg("viewmodel.plan-per-day", {{"effect", change_text(*effect->per_day, words_, 2)}}));
    return line;
  }

  void add_lines() {
    const std::size_t set = set_;
    const std::uint32_t unit = unit_;
    const auto effects =
        desk_.known<std::vector<ImprovementEffect>>("improvements " + key(), [set, unit](Office& office) {
          return improvement_effects(office.project(), office.assessment(), office.plugins(), set, unit);
        });
    std::vector<std::uint32_t> order(criteria_.improvements.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
      order[i] = i;
    const bool is_known = effects.value && effects.value->size() == order.size();
    if (is_known)
      std::ranges::stable_sort(order, std::greater(),
                               [&](std::uint32_t i) { return (*effects.value)[i].per_day.value_or(0); });
    for (const std::uint32_t i : order)
      page_.lines.push_back(line(i, is_known ? &(*effects.value)[i] : nullptr));
  }

  /// Criteria that lack most of what they weigh, and those that were raised.
  void add_raises() {
    const std::vector<double> shares = shares_in_set(criteria_);
    std::vector<std::pair<double, std::uint32_t>> lacking;
    for (std::size_t i = 0; i < criteria_.criteria.size(); ++i) {
      const std::uint32_t node = criteria_.node_of_criterion(i);
      const NodeResult* const result = study_.has_every_node ? study_.result(set_, unit_, node) : nullptr;
      if (result == nullptr || (!result->index && result->state != ResultState::kOpen)) continue;
      const double lacks = (100 - result->index.value_or(0)) * shares[node];
      if (lacks > 0 || choice_.raises.contains(node)) lacking.emplace_back(-lacks, node);
    }
    std::ranges::sort(lacking);
    for (std::size_t i = 0; i < lacking.size(); ++i)
      if (i < kMostRaises || choice_.raises.contains(lacking[i].second)) add_raise(lacking[i].second);
  }

  void add_raise(std::uint32_t node) {
    const NodeResult& result = *study_.result(set_, unit_, node);
    RaiseLine line{node,
                   "plan.raise." + criteria_.node_id(node),
                   title_of(criteria_, node, words_.lang()),
                   index_text(result, words_),
                   {say(msg("viewmodel.plan-as-is"))},
                   0};
    const auto raised = choice_.raises.find(node);
    for (std::size_t i = 0; i < raise_steps().size(); ++i) {
      line.choices.push_back(number(100 * raise_steps()[i], 0));
      if (raised != choice_.raises.end() && raised->second == raise_steps()[i]) line.chosen = i + 1;
    }
    page_.raises.push_back(std::move(line));
  }

  void add_effort() {
    const Effort effort = effort_of(criteria_, choice_.chosen);
    page_.effort_tip = say(msg("viewmodel.plan-effort-tip"));
    if (!(effort.days > 0)) {
      page_.effort = say(msg("viewmodel.plan-no-effort"));
      return;
    }
    const double half = kNineOfTen * std::sqrt(effort.variance);
    page_.effort = say(msg("viewmodel.plan-total", {{"days", number(effort.days, 0)},
                                                    {"low", number(std::max(0.0, effort.days - half), 0)},
                                                    {"high", number(effort.days + half, 0)}}));
  }

  void add_result() {
    Plan plan{choice_.chosen, {}};
    std::string name = "plan " + key() + " ";
    for (const bool each : plan.chosen)
      name += each ? '1' : '0';
    for (const auto& [node, to] : choice_.raises) {
      plan.raises.push_back({node, to});
      name += " " + std::to_string(node) + "=" + std::to_string(to);
    }
    const std::size_t set = set_;
    const std::uint32_t unit = unit_;
    const auto projected = desk_.known<BeforeAfter>(name, [set, unit, plan](Office& office) {
      return project_plan(office.project(), office.assessment(), office.plugins(), set, unit, plan);
    });
    if (projected.value) choice_.last = projected.value;
    page_.note = say(projected.error   ? projected_problem(*projected.error)
                     : projected.value ? msg("viewmodel.plan-nothing-written")
                                       : msg("viewmodel.working"));
    if (choice_.last) put_plan_result(study_, set_, unit_, *choice_.last, words_, page_);
  }

  static Message projected_problem(const Error& error) { return error.problems.kept().front().message; }

  Desk& desk_;
  const Study& study_;
  const Catalogue& words_;
  std::uint32_t unit_;
  std::size_t set_;
  const CriteriaSet& criteria_;
  PlanChoice& choice_;
  PlanPage page_;
};

}  // namespace

bool PlanChoice::empty() const {
  return raises.empty() && std::ranges::find(chosen, true) == chosen.end();
}

const std::vector<double>& raise_steps() {
  static const std::vector<double> kSteps{0.25, 0.5, 0.75, 0.85, 1};
  return kSteps;
}

PlanPage plan_page(Desk& desk, PlanChoice& choice) {
  return Making(desk, choice).make();
}

void tick(const CriteriaSet& set, PlanChoice& choice, std::uint32_t improvement, bool chosen) {
  choice.chosen.resize(set.improvements.size(), false);
  if (!chosen) {
    choice.chosen = without(set, std::move(choice.chosen), improvement);
    return;
  }
  choice.chosen[improvement] = true;
  choice.chosen = with_needs(set, std::move(choice.chosen));
}

void raise(PlanChoice& choice, std::uint32_t node, std::size_t step) {
  if (step == 0)
    choice.raises.erase(node);
  else
    choice.raises[node] = raise_steps()[step - 1];
}

}  // namespace orienta::gui
