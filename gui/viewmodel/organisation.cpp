// SPDX-License-Identifier: MIT
#include "viewmodel/organisation.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "app/setup.hpp"
#include "app/wording.hpp"
#include "base/decimal.hpp"
#include "reports/table.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

/// The ids of roles that the sets know and those that units have, each once; none is the first.
std::vector<std::string> role_ids(const OpenAssessment& assessment) {
  std::vector<std::string> ids{""};
  std::set<std::string> known;
  for (const CriteriaSet& set : assessment.sets)
    for (const Role& role : set.roles)
      if (known.insert(role.id).second) ids.push_back(role.id);
  for (const Unit& unit : assessment.organisation.units())
    if (!unit.role.empty() && known.insert(unit.role).second) ids.push_back(unit.role);
  return ids;
}

std::map<std::string, std::string> role_titles(const OpenAssessment& assessment, Lang lang) {
  std::map<std::string, std::string> titles;
  for (const CriteriaSet& set : assessment.sets)
    for (const Role& role : set.roles)
      if (!role.title.empty()) titles.emplace(role.id, role.title.in(lang));
  return titles;
}

std::vector<GridColumn> columns(const Catalogue& words) {
  return {
      {words.text(msg("app.column-name")), false, 3.2F, {}},
      {words.text(msg("app.column-kind")), false, 1.9F, {}},
      {words.text(msg("app.column-weight")), true, 0.9F, words.text(msg("viewmodel.org-weight-tip"))},
      {words.text(msg("app.column-role")), false, 2, words.text(msg("viewmodel.org-role-tip"))},
      {words.text(msg("app.column-population")), true, 1.2F, words.text(msg("viewmodel.org-population-tip"))},
      {words.text(msg("app.column-scope")), false, 1.4F, words.text(msg("viewmodel.org-scope-tip"))},
      {words.text(msg("viewmodel.org-targets")), true, 0.9F, words.text(msg("viewmodel.org-targets-tip"))}};
}

/// Writes the rows of units; the words that repeat are looked up once.
class UnitRows {
 public:
  UnitRows(const Study& study, const Catalogue& words)
      : study_(study),
        words_(words),
        roles_(role_titles(*study.assessment, words.lang())),
        in_scope_(words.text(msg("app.scope-in"))),
        out_of_scope_(words.text(msg("app.scope-out"))) {
    for (std::size_t i = 0; i < kUnitKindCount; ++i)
      kinds_.push_back(words.text(words_of(static_cast<UnitKind>(i))));
    for (const AssessmentTarget& target : study.assessment->record.targets)
      if (!target.unit.empty()) ++targets_[target.unit.value];
  }

  GridRow row(std::uint32_t index, int depth) const {
    const Unit& unit = study_.units()[index];
    const auto role = roles_.find(unit.role);
    const auto targets = targets_.find(unit.id.value);
    const bool whole = unit.weight == static_cast<double>(static_cast<std::int64_t>(unit.weight));
    return {"unit." + unit.id.value,
            {{name_of(unit)},
             {kinds_[static_cast<std::size_t>(unit.kind)], Ink::kMuted},
             {display_number(unit.weight, whole ? 0 : 2, words_.lang())},
             {role == roles_.end() ? unit.role : role->second},
             {unit.population ? std::to_string(*unit.population) : ""},
             {unit.in_scope ? in_scope_ : out_of_scope_, unit.in_scope ? Ink::kMuted : Ink::kBelow},
             {targets == targets_.end() ? "" : std::to_string(targets->second)}},
            depth};
  }

 private:
  using Ink = charts::Ink;
  const Study& study_;
  const Catalogue& words_;
  std::map<std::string, std::string> roles_;
  std::map<std::string, int> targets_;
  std::vector<std::string> kinds_;
  std::string in_scope_;
  std::string out_of_scope_;
};

std::size_t units_below(const Organisation& organisation, std::uint32_t unit) {
  std::size_t count = 0;
  for (const std::uint32_t child : organisation.children(unit))
    count += 1 + units_below(organisation, child);
  return count;
}

std::string note_of(const Study& study, const Catalogue& words) {
  std::size_t out = 0;
  for (const Unit& unit : study.units())
    out += unit.in_scope ? 0 : 1;
  std::string note = words.text(msg("viewmodel.org-units", {{"n", study.units().size()}}));
  if (out > 0) note += ", " + words.text(msg("viewmodel.org-out", {{"n", out}}));
  if (study.assessment->record.closed) note += ". " + words.text(msg("viewmodel.org-closed"));
  if (study.read_only) note += ". " + words.text(msg("viewmodel.read-only"));
  return note;
}

/// Takes over what `edit` makes of the units as they are then.
using Edit = std::function<Result<std::vector<Unit>>(const std::vector<Unit>&)>;
void edit_units(Desk& desk, Edit edit) {
  desk.act(msg("viewmodel.saving"), msg("viewmodel.org-not-changed"),
           [edit = std::move(edit)](Office& office, const std::stop_token&) -> Result<Done> {
             const Assessment& record = office.assessment().record;
             auto units = edit(record.units);
             if (!units) return failure(std::move(units.error()));
             if (*units == record.units) return Done{{}, Done::Changed::kNothing, {}};
             if (Status done = replace_units(office.project(), record, std::move(*units)); !done)
               return failure(std::move(done.error()));
             return Done{{}, Done::Changed::kAll, {}};
           });
}

void change_unit(Desk& desk, const UnitId& id, const std::function<void(Unit&)>& change) {
  edit_units(desk, [id, change](const std::vector<Unit>& units) -> Result<std::vector<Unit>> {
    const auto found = std::ranges::find(units, id, &Unit::id);
    Unit changed;
    if (found != units.end()) changed = *found;
    changed.id = id;
    change(changed);
    return with_unit_changed(units, changed);
  });
}

void refuse(Desk& desk, Message why) {
  desk.report(msg("viewmodel.org-not-changed"), fail(ErrorKind::kInput, std::move(why)));
}

}  // namespace

UnitsTable units_table(const Study& study, const Catalogue& words) {
  UnitsTable table;
  table.grid.columns = columns(words);
  const UnitRows rows(study, words);
  table.rows.resize(study.units().size());
  for (const auto& [unit, depth] : tree_of(study.assessment->organisation)) {
    table.rows[unit] = table.units.size();
    table.units.push_back(unit);
    table.grid.rows.push_back(rows.row(unit, depth));
  }
  return table;
}

OrganisationPage organisation_page(Desk& desk) {
  const Study& study = *desk.study();
  OrganisationPage page;
  page.title = study.assessment->info.organisation;
  page.note = note_of(study, desk.words());
  page.can_change = study.is_open();
  for (std::size_t i = 0; i < kUnitKindCount; ++i)
    page.kinds.push_back(desk.text(words_of(static_cast<UnitKind>(i))));
  const std::vector<std::string> roles = role_ids(*study.assessment);
  const auto titles = role_titles(*study.assessment, desk.lang());
  for (const std::string& id : roles)
    page.roles.push_back(id.empty() ? "–" : titles.contains(id) ? titles.at(id) : id);

  const Unit& unit = study.units()[desk.unit()];
  page.unit = {unit.id,
               unit.name,
               full_number(unit.weight),
               unit.population ? std::to_string(*unit.population) : "",
               static_cast<std::size_t>(unit.kind),
               static_cast<std::size_t>(std::ranges::find(roles, unit.role) - roles.begin()),
               unit.in_scope};
  page.unit_title = name_of(unit);
  const std::size_t below = units_below(study.assessment->organisation, desk.unit());
  page.remove_question =
      below == 0 ? desk.text(msg("viewmodel.org-remove-one", {{"unit", page.unit_title}}))
                 : desk.text(msg("viewmodel.org-remove-many", {{"unit", page.unit_title}, {"n", below}}));
  return page;
}

void rename_unit(Desk& desk, const UnitId& unit, const std::string& name) {
  if (name.find_first_not_of(' ') == std::string::npos) return refuse(desk, msg("viewmodel.org-no-name"));
  change_unit(desk, unit, [name](Unit& changed) { changed.name = name; });
}

void change_weight(Desk& desk, const UnitId& unit, const std::string& weight) {
  const auto number = parse_decimal(weight, DecimalMark::kPointOrComma);
  if (!number || number->units < 0) return refuse(desk, msg("viewmodel.org-bad-weight", {{"text", weight}}));
  change_unit(desk, unit, [number](Unit& changed) { changed.weight = number->to_double(); });
}

void change_population(Desk& desk, const UnitId& unit, const std::string& population) {
  std::optional<std::uint64_t> people;
  if (!population.empty()) {
    std::uint64_t number = 0;
    const char* const end = population.data() + population.size();
    const auto [last, problem] = std::from_chars(population.data(), end, number);
    if (problem != std::errc{} || last != end || number == 0)
      return refuse(desk, msg("viewmodel.org-bad-population", {{"text", population}}));
    people = number;
  }
  change_unit(desk, unit, [people](Unit& changed) { changed.population = people; });
}

void change_kind(Desk& desk, const UnitId& unit, std::size_t kind) {
  change_unit(desk, unit, [kind](Unit& changed) { changed.kind = static_cast<UnitKind>(kind); });
}

void change_role(Desk& desk, const UnitId& unit, std::size_t role) {
  const std::vector<std::string> roles = role_ids(*desk.study()->assessment);
  if (role >= roles.size()) return;
  change_unit(desk, unit, [id = roles[role]](Unit& changed) { changed.role = id; });
}

void change_scope(Desk& desk, const UnitId& unit, bool in_scope) {
  desk.act(msg("viewmodel.saving"), msg("viewmodel.org-not-changed"),
           [unit, in_scope](Office& office, const std::stop_token&) -> Result<Done> {
             if (Status done = set_scope(office.project(), office.assessment().record, {unit}, in_scope);
                 !done)
               return failure(std::move(done.error()));
             return Done{{}, Done::Changed::kAll, {}};
           });
}

void add_unit_below(Desk& desk, const UnitId& parent) {
  const Study& study = *desk.study();
  Unit added;
  added.parent = parent;
  added.name = desk.text(msg("viewmodel.org-new-unit"));
  added.kind = UnitKind::kBranch;
  if (const auto above = study.assessment->organisation.find(parent)) {
    const auto& children = study.assessment->organisation.children(*above);
    const auto next = static_cast<std::size_t>(study.units()[*above].kind) + 1;
    added.kind = !children.empty() ? study.units()[children.back()].kind
                                   : static_cast<UnitKind>(std::min(next, kUnitKindCount - 1));
  }
  edit_units(desk, [added](const std::vector<Unit>& units) { return with_unit_added(units, added); });
}

void remove_unit(Desk& desk, const UnitId& unit) {
  edit_units(desk, [unit](const std::vector<Unit>& units) { return with_unit_removed(units, unit); });
}

void move_unit(Desk& desk, const UnitId& unit, std::uint32_t to) {
  const UnitId parent = desk.study()->units()[to].id;
  edit_units(desk,
             [unit, parent](const std::vector<Unit>& units) { return with_unit_moved(units, unit, parent); });
}

void shift_unit(Desk& desk, const UnitId& unit, Shift shift) {
  edit_units(desk,
             [unit, shift](const std::vector<Unit>& units) { return with_unit_shifted(units, unit, shift); });
}

}  // namespace orienta::gui
