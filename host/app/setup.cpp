// SPDX-License-Identifier: MIT
#include "app/setup.hpp"

#include <algorithm>
#include <unordered_map>

#include "app/snapshot.hpp"
#include "app/unit_changes.hpp"
#include "app/wording.hpp"
#include "base/os.hpp"

namespace orienta {
namespace {

struct Pinned {
  PinnedSet pin;
  std::string text;
  Problems remarks;
  Mask<UnitKind> scored_at;  ///< empty: every kind
};

Result<Pinned> pin(Result<ReadSet> read) {
  if (!read) return failure(std::move(read.error()));
  return Pinned{{read->set.id, read->set.version, read->set.hash, {}},
                read->set.text,
                read->remarks,
                read->set.scored_at};
}

Result<Pinned> pin(const std::string& id, const Places& places) {
  return pin(find_set(places, id));
}

/// All sets that are wanted, or the problems of all that cannot be had.
Result<std::vector<Pinned>> pin_all(const NewProject& wanted, const Places& places) {
  std::vector<Pinned> pinned;
  Problems problems;
  const auto take = [&](Result<Pinned> set) {
    if (set)
      pinned.push_back(std::move(*set));
    else
      problems.append(set.error().problems);
  };
  for (const std::string& id : wanted.sets)
    take(pin(id, places));
  for (const std::filesystem::path& file : wanted.set_files)
    take(pin(read_set_file(file)));
  if (problems.has_errors()) return failure(ErrorKind::kInput, std::move(problems));
  return pinned;
}

/// Period, id and as-of date of a new assessment, filled in where they were not given.
Result<Assessment> dated(const std::string& id, const std::optional<Period>& period,
                         const std::optional<Date>& as_of) {
  Assessment out;
  out.period = period.value_or(half_year_of(as_of.value_or(os::today())));
  const Date last{out.period.to.days - 1};
  out.as_of = as_of.value_or(std::clamp(os::today(), out.period.from, last));
  out.id = id.empty() ? id_of(out.period) : AssessmentId(id);
  if (!is_plain_id(out.id.value))
    return failure(ErrorKind::kInput, msg("app.not-an-id", {{"id", out.id.value}}));
  return out;
}

bool has_answers(const Project& project, const AssessmentId& assessment, const std::optional<UnitId>& unit,
                 const std::optional<SetId>& set) {
  const auto answers = project.answers(assessment, unit, set);
  return answers && !answers->empty();
}

bool has_scored_kind(const Pinned& set, const std::vector<Unit>& units) {
  return set.scored_at.empty() ||
         std::ranges::any_of(units, [&](const Unit& unit) { return set.scored_at.has(unit.kind); });
}

/// The organisation alone. Where a set scores branches it gets one: a company with a single site serves its
/// clients there.
std::vector<Unit> single_site(const std::string& organisation, const std::vector<Pinned>& sets,
                              Problems& remarks) {
  Unit whole;
  whole.id = UnitId("organisation");
  whole.name = organisation;
  std::vector<Unit> units{whole};
  for (const Pinned& set : sets) {
    if (has_scored_kind(set, units) || !set.scored_at.has(UnitKind::kBranch)) continue;
    Unit site;
    site.id = UnitId("branch");
    site.parent = whole.id;
    site.name = organisation;
    site.kind = UnitKind::kBranch;
    units.push_back(site);
    remarks.add(msg("app.branch-made", {{"set", set.pin.id.value}, {"unit", site.id.value}}), {},
                Severity::kWarning);
  }
  return units;
}

/// A set that scores a kind of unit of which there is none can give no result.
void note_missing_kind(const Pinned& set, const std::vector<Unit>& units, Problems& remarks) {
  if (has_scored_kind(set, units)) return;
  for (std::size_t i = 0; i < kUnitKindCount; ++i)
    if (const auto kind = static_cast<UnitKind>(i); set.scored_at.has(kind))
      return remarks.add(
          msg("app.no-unit-of-kind", {{"set", set.pin.id.value}, {"kind", word(words_of(kind))}}), {},
          Severity::kWarning);
}

Status put_and_commit(Change& change, const Assessment& assessment) {
  if (Status put = change.put_assessment(assessment); !put) return put;
  const auto done = change.commit();
  return done ? Status() : failure(done.error());
}

Status carry_answers(const Project& project, Change& change, const AssessmentId& from,
                     const AssessmentId& to) {
  auto answers = project.answers(from);
  if (!answers) return failure(std::move(answers.error()));
  for (Answer& answer : *answers) {
    if (answer.archived) continue;
    answer.carried_over = true;
    if (Status put = change.put_answer(to, answer); !put) return put;
  }
  return {};
}

/// What was found and not mended stays found: else an answer would rise by being carried over.
Status carry_findings(const Project& project, Change& change, const AssessmentId& from,
                      const AssessmentId& to) {
  const auto findings = project.findings(from);
  if (!findings) return failure(findings.error());
  for (const Finding& finding : *findings)
    if (finding.open)
      if (Status put = change.put_finding(to, finding); !put) return put;
  return {};
}

/// Sheets of the assessment as it stands within the change.
Status refresh(const Project& project, Change& change, const AssessmentId& id) {
  const auto opened = open_assessment(project, id.value);
  return opened ? refresh_sheets(project, *opened, change) : failure(opened.error());
}

std::string text_of(const std::optional<std::uint64_t>& value) {
  return value ? std::to_string(*value) : "";
}

void compare_units(const Unit& before, const Unit& after, std::vector<Difference>& out) {
  const auto field = [&](const char* what, const std::string& was, const std::string& is) {
    if (was != is) out.push_back({Difference::Kind::kChanged, after.id.value, what, was, is});
  };
  field("parent", before.parent.value, after.parent.value);
  field("name", before.name, after.name);
  field("kind", std::string(name_of(before.kind)), std::string(name_of(after.kind)));
  field("role", before.role, after.role);
  field("population", text_of(before.population), text_of(after.population));
  field("scope", before.in_scope ? "in" : "out", after.in_scope ? "in" : "out");
  if (before.weight != after.weight)
    field("weight", std::to_string(before.weight), std::to_string(after.weight));
}

}  // namespace

Period half_year_of(Date day) {
  const std::string text = day.to_string();
  const bool first = text.substr(5, 2) <= "06";
  return *parse_period(text.substr(0, 4) + (first ? "-H1" : "-H2"));
}

AssessmentId id_of(const Period& period) {
  const Period half = half_year_of(period.from);
  const std::string from = period.from.to_string();
  if (half == period) return AssessmentId(from.substr(0, 4) + (from.substr(5, 2) <= "06" ? "-h1" : "-h2"));
  return AssessmentId(from);
}

Result<MadeProject> make_project(const std::filesystem::path& file, const NewProject& wanted,
                                 const Places& places) {
  auto assessment = dated(wanted.assessment, wanted.period, wanted.as_of);
  if (!assessment) return failure(std::move(assessment.error()));
  if (!wanted.units.empty())
    if (auto tree = Organisation::build(wanted.units); !tree) return failure(std::move(tree.error()));

  auto pinned = pin_all(wanted, places);
  if (!pinned) return failure(std::move(pinned.error()));
  Problems remarks;
  assessment->units =
      wanted.units.empty() ? single_site(wanted.organisation, *pinned, remarks) : wanted.units;
  for (const Pinned& set : *pinned) {
    remarks.append(set.remarks);
    note_missing_kind(set, assessment->units, remarks);
    assessment->sets.push_back(set.pin);
  }

  auto project = Project::create(file, {wanted.organisation, 5, wanted.note});
  if (!project) return failure(std::move(project.error()));
  auto change = project->begin(msg("store.action-new-project", {{"organisation", wanted.organisation}}));
  if (!change) return failure(std::move(change.error()));
  for (const Pinned& set : *pinned)
    if (Status put = change->put_set(set.pin.hash, set.text); !put) return failure(std::move(put.error()));
  if (Status done = put_and_commit(*change, *assessment); !done) return failure(std::move(done.error()));
  if (Status closed = project->close(); !closed) return failure(std::move(closed.error()));
  return MadeProject{std::move(remarks), assessment->units.size()};
}

Result<Assessment> make_assessment(Project& project, const NewAssessment& wanted) {
  const auto all = project.assessments();
  if (!all) return failure(all.error());
  auto made = dated(wanted.id, wanted.period, wanted.as_of);
  if (!made) return failure(std::move(made.error()));
  for (const Assessment& other : *all)
    if (other.id == made->id)
      return failure(ErrorKind::kConflict, msg("app.assessment-exists", {{"assessment", made->id.value}}));
  if (!all->empty()) {
    const Assessment& before = all->back();
    made->sets = before.sets;
    made->units = before.units;
    made->targets = before.targets;
    if (wanted.carry_over) made->carried_from = before.id;
  }
  auto change = project.begin(msg("store.action-assessment-new", {{"assessment", made->id.value}}));
  if (!change) return failure(std::move(change.error()));
  if (Status put = change->put_assessment(*made); !put) return failure(std::move(put.error()));
  if (!made->carried_from.empty()) {
    if (Status carried = carry_answers(project, *change, made->carried_from, made->id); !carried)
      return failure(std::move(carried.error()));
    if (Status carried = carry_findings(project, *change, made->carried_from, made->id); !carried)
      return failure(std::move(carried.error()));
    if (Status fresh = refresh(project, *change, made->id); !fresh) return failure(std::move(fresh.error()));
  }
  const auto done = change->commit();
  if (!done) return failure(done.error());
  return std::move(*made);
}

Result<Assessment> close_assessment(Project& project, PluginHost& plugins, const std::string& id) {
  auto opened = open_assessment(project, id);
  if (!opened) return failure(std::move(opened.error()));
  if (Status open = must_be_open(opened->record); !open) return failure(std::move(open.error()));
  auto snapshot = take_snapshot(project, *opened, plugins);
  if (!snapshot) return failure(std::move(snapshot.error()));
  auto change =
      project.begin(msg("store.action-assessment-close", {{"assessment", opened->record.id.value}}));
  if (!change) return failure(std::move(change.error()));
  if (Status put = put_snapshot(*change, *snapshot); !put) return failure(std::move(put.error()));
  Assessment closed = opened->record;
  closed.closed = true;
  if (Status done = put_and_commit(*change, closed); !done) return failure(std::move(done.error()));
  return closed;
}

std::vector<Difference> differences(const std::vector<Unit>& before, const std::vector<Unit>& after) {
  std::vector<Difference> out;
  for (const Unit& unit : after) {
    const auto old = std::ranges::find(before, unit.id, &Unit::id);
    if (old == before.end())
      out.push_back({Difference::Kind::kAdded, unit.id.value, "", "", unit.name});
    else
      compare_units(*old, unit, out);
  }
  for (const Unit& unit : before)
    if (std::ranges::find(after, unit.id, &Unit::id) == after.end())
      out.push_back({Difference::Kind::kRemoved, unit.id.value, "", unit.name, ""});
  return out;
}

void keep_scope(const std::vector<Unit>& before, std::vector<Unit>& units) {
  std::unordered_map<UnitId, bool> scope;
  for (const Unit& unit : before)
    scope.emplace(unit.id, unit.in_scope);
  for (Unit& unit : units)
    if (const auto old = scope.find(unit.id); old != scope.end()) unit.in_scope = old->second;
}

Status replace_units(Project& project, const Assessment& assessment, std::vector<Unit> units, ScopeOf scope) {
  if (Status open = must_be_open(assessment); !open) return open;
  auto tree = Organisation::build(units);
  if (!tree) return failure(std::move(tree.error()));
  Problems problems;
  for (const Unit& unit : assessment.units)
    if (!tree->find(unit.id) && has_answers(project, assessment.id, unit.id, std::nullopt))
      problems.add(msg("app.unit-has-answers", {{"unit", unit.id.value}}));
  if (problems.has_errors()) return failure(ErrorKind::kConflict, std::move(problems));
  Assessment changed = assessment;
  if (scope == ScopeOf::kAssessment) keep_scope(assessment.units, units);
  changed.units = std::move(units);
  auto change = project.begin(action_on_units(assessment.units, changed.units));
  if (!change) return failure(std::move(change.error()));
  return put_and_commit(*change, changed);
}

Result<Problems> add_set(Project& project, const Assessment& assessment, const std::string& id,
                         const Places& places) {
  if (Status open = must_be_open(assessment); !open) return failure(std::move(open.error()));
  for (const PinnedSet& set : assessment.sets)
    if (set.id.value == id) return failure(ErrorKind::kConflict, msg("app.set-is-there", {{"set", id}}));
  auto set = pin(id, places);
  if (!set) return failure(std::move(set.error()));
  auto change = project.begin(msg("store.action-set-add", {{"set", id}}));
  if (!change) return failure(std::move(change.error()));
  if (Status put = change->put_set(set->pin.hash, set->text); !put) return failure(std::move(put.error()));
  Assessment changed = assessment;
  changed.sets.push_back(set->pin);
  if (Status done = put_and_commit(*change, changed); !done) return failure(std::move(done.error()));
  note_missing_kind(*set, changed.units, set->remarks);
  return set->remarks;
}

Status remove_set(Project& project, const Assessment& assessment, const std::string& id, bool with_answers) {
  if (Status open = must_be_open(assessment); !open) return open;
  Assessment changed = assessment;
  std::vector<std::string> known;
  for (const PinnedSet& set : assessment.sets)
    known.push_back(set.id.value);
  if (std::erase_if(changed.sets, [&](const PinnedSet& set) { return set.id.value == id; }) == 0)
    return failure(ErrorKind::kNotFound, unknown_id(msg("app.word-set"), id, known));
  if (!with_answers && has_answers(project, assessment.id, std::nullopt, SetId(id)))
    return failure(ErrorKind::kConflict, msg("app.set-has-answers", {{"set", id}}));
  auto change = project.begin(msg("store.action-set-remove", {{"set", id}}));
  if (!change) return failure(std::move(change.error()));
  return put_and_commit(*change, changed);
}

Status set_scope(Project& project, const Assessment& assessment, const std::vector<UnitId>& units,
                 bool in_scope) {
  if (Status open = must_be_open(assessment); !open) return open;
  Assessment changed = assessment;
  Problems problems;
  std::vector<std::string> known;
  for (const Unit& unit : assessment.units)
    known.push_back(unit.id.value);
  for (const UnitId& id : units) {
    const auto unit = std::ranges::find(changed.units, id, &Unit::id);
    if (unit == changed.units.end())
      problems.add(unknown_id(msg("app.word-unit"), id.value, known));
    else
      unit->in_scope = in_scope;
  }
  if (problems.has_errors()) return failure(ErrorKind::kNotFound, std::move(problems));
  auto change = project.begin(msg("store.action-scope", {{"n", units.size()}}));
  if (!change) return failure(std::move(change.error()));
  return put_and_commit(*change, changed);
}

}  // namespace orienta
