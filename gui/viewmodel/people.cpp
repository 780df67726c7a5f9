// SPDX-License-Identifier: MIT
#include "viewmodel/people.hpp"

#include <algorithm>

#include "analysis/assess.hpp"
#include "app/wording.hpp"
#include "charts/bullet_bars.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

using charts::Ink;

const Role* role_of(const CriteriaSet& set, const Unit& unit) {
  const auto found = std::ranges::find(set.roles, unit.role, &Role::id);
  return unit.role.empty() || found == set.roles.end() ? nullptr : &*found;
}

/// What a unit has to reach on a node: its requirement, or what was set in its place.
std::optional<double> required(const CriteriaSet& set, const Unit& unit,
                               const std::vector<AssessmentTarget>& targets, std::uint32_t node) {
  for (const orienta_target_t& target : targets_of(set, unit, targets))
    if (target.node == node && target.indicator == ORIENTA_NONE && target.kind == ORIENTA_TARGET_INDEX)
      return target.target;
  return std::nullopt;
}

/// What a source says of a criterion: the mean of its questions by their weight.
struct Said {
  double sum = 0;
  double weight = 0;
  bool is_withheld = false;
};

Said said_of(const CriteriaSet& set, const UnitFigures& figures, std::size_t criterion, Source source) {
  Said said;
  for (const SourceFigures& each : figures.sources) {
    const Indicator& indicator = set.indicators[each.indicator];
    if (indicator.criterion != criterion || each.source != source) continue;
    said.is_withheld = said.is_withheld || each.state == ORIENTA_STATE_WITHHELD;
    if (!each.value) continue;
    said.sum += indicator.weight * *each.value;
    said.weight += indicator.weight;
  }
  return said;
}

class Profile {
 public:
  Profile(const Desk& desk, const CriteriaSet& set) : desk_(desk), set_(set) {
    spec_.key = {desk.text(msg("viewmodel.feedback-observed")), desk.text(msg("viewmodel.feedback-required")),
                 "", desk.text(msg("viewmodel.interval-key")), desk.text(msg("viewmodel.open-key"))};
    spec_.ticks = {{0, "0"}, {50, "50"}, {100, "100"}};
    table_.columns = {{desk.text(msg("viewmodel.feedback-competency")), false, 3, {}},
                      {desk.text(msg("viewmodel.feedback-observed")), true, 1, {}},
                      {desk.text(msg("viewmodel.feedback-required")), true, 1, {}}};
  }

  void add(std::size_t criterion) {
    const Study& study = *desk_.study();
    const std::uint32_t node = set_.node_of_criterion(criterion);
    const auto needed = required(set_, study.units()[desk_.unit()], study.assessment->record.targets, node);
    const NodeResult* const result = study.result(desk_.set(), desk_.unit(), node, Basis::kOwn);
    if (!needed || result == nullptr) return;
    charts::BulletRow row;
    row.label = title_of(set_, node, desk_.lang());
    row.actual = result->index;
    row.low = result->ci_low;
    row.high = result->ci_high;
    row.target = needed;
    if (result->index)
      row.standing = *result->index < *needed ? charts::Standing::kBelow : charts::Standing::kAtOrAbove;
    row.value = index_text(*result, desk_.words());
    const std::string need = display_number(*needed, 0, desk_.lang());
    row.tip = row.label + "\n" +
              desk_.text(msg("viewmodel.actual-target", {{"actual", row.value}, {"target", need}}));
    table_.rows.push_back({"profile." + set_.node_id(node), {{row.label}, {row.value}, {need}}, 0});
    spec_.rows.push_back(std::move(row));
  }

  std::optional<Figure> figure(const Role& role) && {
    if (spec_.rows.empty()) return std::nullopt;
    const std::string title = role.title.empty() ? role.id : role.title.in(desk_.lang());
    Figure figure{"role-profile",
                  desk_.text(msg("viewmodel.feedback-role", {{"role", title}})),
                  {},
                  charts::bullet_bars_height(spec_),
                  std::move(table_)};
    figure.make = [spec = std::move(spec_)](charts::Size size, const charts::TextWidth& width) {
      return charts::bullet_bars(spec, size, width);
    };
    return figure;
  }

 private:
  const Desk& desk_;
  const CriteriaSet& set_;
  charts::BulletSpec spec_;
  Grid table_;
};

Grid sources_grid(const Desk& desk, const CriteriaSet& set, const UnitFigures& figures) {
  std::vector<Source> sources;
  for (std::size_t i = 0; i < kSourceCount; ++i)
    if (std::ranges::find(figures.sources, static_cast<Source>(i), &SourceFigures::source) !=
        figures.sources.end())
      sources.push_back(static_cast<Source>(i));
  Grid grid;
  grid.columns = {{desk.text(msg("viewmodel.feedback-competency")), false, 3, {}}};
  for (const Source source : sources)
    grid.columns.push_back({desk.text(words_of(source)), true, 1, {}});
  for (std::size_t c = 0; c < set.criteria.size(); ++c) {
    GridRow row{"sources." + set.criteria[c].id, {{title_of(set, set.node_of_criterion(c), desk.lang())}}, 0};
    bool any = false;
    for (const Source source : sources) {
      const Said said = said_of(set, figures, c, source);
      any = any || said.weight > 0 || said.is_withheld;
      if (said.weight > 0)
        row.cells.push_back({display_number(100 * said.sum / said.weight, 0, desk.lang())});
      else
        row.cells.push_back(
            {said.is_withheld ? desk.text(msg("viewmodel.withheld-key")) : std::string("–"), Ink::kMuted});
    }
    if (any) grid.rows.push_back(std::move(row));
  }
  return grid;
}

std::vector<std::uint32_t> people_below(const Study& study, std::uint32_t unit) {
  std::vector<std::uint32_t> people;
  std::vector<std::uint32_t> waiting{unit};
  while (!waiting.empty()) {
    const std::uint32_t at = waiting.back();
    waiting.pop_back();
    if (study.units()[at].kind == UnitKind::kEmployee && at != unit) people.push_back(at);
    for (const std::uint32_t child : study.assessment->organisation.children(at))
      waiting.push_back(child);
  }
  return people;
}

/// How many of the people who have a result reach what is required of them, criterion by criterion.
struct Reached {
  std::uint64_t people = 0;
  std::uint64_t at_requirement = 0;
};

std::vector<Reached> reached_by(const Study& study, std::size_t index, std::uint32_t unit) {
  const CriteriaSet& set = study.assessment->sets[index];
  const std::uint32_t first = set.node_count() - static_cast<std::uint32_t>(set.criteria.size());
  std::vector<Reached> reached(set.criteria.size());
  for (const std::uint32_t person : people_below(study, unit)) {
    const auto targets = targets_of(set, study.units()[person], study.assessment->record.targets);
    for (const orienta_target_t& target : targets) {
      if (target.indicator != ORIENTA_NONE || target.kind != ORIENTA_TARGET_INDEX || target.node < first)
        continue;
      const NodeResult* const result = study.result(index, person, target.node, Basis::kOwn);
      if (result == nullptr || !result->index) continue;
      Reached& each = reached[target.node - first];
      ++each.people;
      if (*result->index >= target.target) ++each.at_requirement;
    }
  }
  return reached;
}

/// In the background: an organisation may have ten thousand people.
Known<std::vector<Reached>> reached_known(Desk& desk) {
  const std::shared_ptr<const Study> study = desk.study_shared();
  const std::size_t set = desk.set();
  const std::uint32_t unit = desk.unit();
  return desk.known<std::vector<Reached>>(
      "people " + study->assessment->sets[set].id.value + " " + study->units()[unit].id.value,
      [study, set, unit](Office&) -> Result<std::vector<Reached>> { return reached_by(*study, set, unit); });
}

Grid roll_up_grid(const Desk& desk, const CriteriaSet& set, const std::vector<Reached>& reached) {
  const std::uint64_t minimum = desk.study()->assessment->info.minimum_group;
  Grid grid;
  grid.columns = {{desk.text(msg("viewmodel.feedback-competency")), false, 3, {}},
                  {desk.text(msg("viewmodel.feedback-at-requirement")), true, 1.4F, {}},
                  {desk.text(msg("viewmodel.feedback-people")), true, 1, {}}};
  for (std::size_t c = 0; c < reached.size(); ++c) {
    if (reached[c].people == 0) continue;
    GridRow row{"people." + set.criteria[c].id, {{title_of(set, set.node_of_criterion(c), desk.lang())}}, 0};
    if (reached[c].people < minimum) {
      row.cells.push_back({desk.text(msg("viewmodel.withheld-key")), Ink::kMuted});
      row.cells.push_back({});
    } else {
      const double share =
          static_cast<double>(reached[c].at_requirement) / static_cast<double>(reached[c].people);
      row.cells.push_back({per_cent(share, desk.words())});
      row.cells.push_back({std::to_string(reached[c].people), Ink::kMuted});
    }
    grid.rows.push_back(std::move(row));
  }
  return grid;
}

}  // namespace

PeoplePart people_part(Desk& desk, const std::vector<UnitFigures>* figures) {
  PeoplePart part;
  const Study& study = *desk.study();
  const CriteriaSet& set = study.assessment->sets[desk.set()];
  if (set.roles.empty() || !study.has_every_node) return part;
  part.note = desk.text(msg("viewmodel.feedback-too-few", {{"n", study.assessment->info.minimum_group}}));
  if (const Role* const role = role_of(set, study.units()[desk.unit()])) {
    Profile profile(desk, set);
    for (std::size_t c = 0; c < set.criteria.size(); ++c)
      profile.add(c);
    part.profile = std::move(profile).figure(*role);
    if (figures != nullptr && !figures->empty()) part.sources = sources_grid(desk, set, figures->front());
  }
  if (const auto reached = reached_known(desk); reached.value)
    part.roll_up = roll_up_grid(desk, set, *reached.value);
  return part;
}

}  // namespace orienta::gui
