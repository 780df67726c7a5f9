// SPDX-License-Identifier: MIT
#include "app/assessment.hpp"

#include <algorithm>
#include <set>

#include "answers/tallying.hpp"
#include "app/pinned_set.hpp"
#include "app/renamed_slots.hpp"
#include "app/shared_surveys.hpp"
#include "app/wording.hpp"
#include "criteria/diff.hpp"

namespace orienta {
namespace {

std::vector<std::vector<FindingCounts>> count_findings(const OpenAssessment& assessment,
                                                       const CriteriaSet& set) {
  std::vector<std::vector<FindingCounts>> counts(assessment.organisation.units().size());
  for (const Finding& finding : assessment.findings) {
    if (!finding.open || finding.set != set.id) continue;
    const auto unit = assessment.organisation.find(finding.unit);
    const auto indicator = set.indicator(finding.node.value);
    if (!unit || !indicator) continue;
    auto& of_unit = counts[*unit];
    auto entry = std::ranges::find(of_unit, *indicator, &FindingCounts::indicator);
    if (entry == of_unit.end()) entry = of_unit.insert(entry, FindingCounts{*indicator, 0, 0});
    if (finding.grade == Finding::Grade::kMajor) ++entry->major;
    if (finding.grade == Finding::Grade::kMinor) ++entry->minor;
  }
  for (auto& of_unit : counts)
    std::ranges::sort(of_unit, {}, &FindingCounts::indicator);
  return counts;
}

Status load_sets(const Project& project, OpenAssessment& out) {
  for (const PinnedSet& pinned : out.record.sets) {
    auto set = pinned_set(project, pinned);
    if (!set) return failure(std::move(set.error()));
    out.layouts.push_back(layout_of(*set));
    out.sets.push_back(std::move(*set));
  }
  return {};
}

/// The sheet of one unit from its answers and measures alone. Where the set asks what another set asks
/// already, the answers are kept there.
Result<TallySheet> tally_unit(const Project& project, const OpenAssessment& assessment, std::size_t index,
                              const UnitId& unit) {
  const CriteriaSet& set = assessment.sets[index];
  const auto homes = homes_of(set, std::span<const CriteriaSet>(assessment.sets));
  const bool at_home = std::ranges::all_of(homes, [&](const Home& home) { return home.first == set.id; });
  const auto answers =
      project.answers(assessment.record.id, unit, at_home ? std::optional(set.id) : std::nullopt);
  if (!answers) return failure(answers.error());
  const auto measures = project.measures(assessment.record.id, unit);
  if (!measures) return failure(measures.error());
  TallySheet sheet = tally_answers(set, assessment.layouts[index], *answers, assessment.evidence,
                                   assessment.record.as_of, nullptr, homes);
  Status added = tally_measures(set, *measures, assessment.record.period, sheet, nullptr, homes);
  if (!added) return failure(std::move(added.error()));
  return sheet;
}

}  // namespace

Result<std::size_t> OpenAssessment::set_index(const std::string& id) const {
  if (id.empty() && sets.size() == 1) return 0u;
  std::vector<std::string> known;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (sets[i].id.value == id) return i;
    known.push_back(sets[i].id.value);
  }
  if (id.empty()) return failure(ErrorKind::kUsage, msg("app.which-set", {{"known", listed(known)}}));
  return failure(ErrorKind::kNotFound, unknown_id(msg("app.word-set"), id, known));
}

Result<std::uint32_t> OpenAssessment::unit_index(const std::string& id) const {
  if (const auto unit = organisation.find(UnitId(id))) return *unit;
  std::vector<std::string> known;
  std::vector<std::uint32_t> named;
  for (std::uint32_t i = 0; i < organisation.units().size(); ++i) {
    known.push_back(organisation.units()[i].id.value);
    if (organisation.units()[i].name == id) named.push_back(i);
  }
  if (named.size() == 1) return named.front();
  return failure(ErrorKind::kNotFound, unknown_id(msg("app.word-unit"), id, known));
}

Result<Assessment> find_assessment(const Project& project, const std::string& wanted) {
  auto all = project.assessments();
  if (!all) return failure(std::move(all.error()));
  if (all->empty()) return failure(ErrorKind::kNotFound, msg("app.no-assessment"), {project.file().string()});
  std::vector<std::string> known;
  for (Assessment& assessment : *all) {
    if (assessment.id.value == wanted) return std::move(assessment);
    known.push_back(assessment.id.value);
  }
  if (!wanted.empty())
    return failure(ErrorKind::kNotFound, unknown_id(msg("app.word-assessment"), wanted, known));
  const auto open =
      std::find_if(all->rbegin(), all->rend(), [](const Assessment& each) { return !each.closed; });
  return open != all->rend() ? std::move(*open) : std::move(all->back());
}

Status must_be_open(const Assessment& assessment) {
  if (!assessment.closed) return {};
  return failure(ErrorKind::kRefused, msg("app.assessment-closed", {{"assessment", assessment.id.value}}));
}

Result<OpenAssessment> open_assessment(const Project& project, const std::string& wanted) {
  OpenAssessment out;
  auto info = project.info();
  if (!info) return failure(std::move(info.error()));
  out.info = std::move(*info);
  auto record = find_assessment(project, wanted);
  if (!record) return failure(std::move(record.error()));
  out.record = std::move(*record);
  auto organisation = Organisation::build(out.record.units);
  if (!organisation) return failure(std::move(organisation.error()));
  out.organisation = std::move(*organisation);
  if (Status loaded = load_sets(project, out); !loaded) return failure(std::move(loaded.error()));
  auto evidence = project.evidence();
  if (!evidence) return failure(std::move(evidence.error()));
  out.evidence = std::move(*evidence);
  auto findings = project.findings(out.record.id);
  if (!findings) return failure(std::move(findings.error()));
  out.findings = std::move(*findings);
  for (const CriteriaSet& set : out.sets)
    out.finding_counts.push_back(count_findings(out, set));
  return out;
}

namespace {

void rename_findings(const SetDiff& diff, const CriteriaSet& before, const CriteriaSet& after,
                     std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    const auto indicator = before.indicator(finding.node.value);
    if (finding.set != before.id || !indicator || !diff.fates[*indicator].after) continue;
    finding.node = NodeId(after.indicators[*diff.fates[*indicator].after].id);
  }
}

/// Sheets of the assessment's own version of the set, as the version in its place reads them.
SheetSource sheets_as_read(const Project& project, const OpenAssessment& assessment, std::size_t set,
                           std::optional<std::uint32_t> only) {
  const OpenAssessment& own = *assessment.stored_as;
  auto differing = std::make_shared<const SetDiff>(diff(own.sets[set], assessment.sets[set]));
  return [&own, &assessment, set, differing = std::move(differing),
          source = stored_sheets(project, own, set, only)](
             const std::function<Status(std::uint32_t, TallySheet&)>& take) -> Status {
    const SlotNames names(own.sets[set], assessment.sets[set], *differing, "@");
    return source([&](std::uint32_t unit, TallySheet& sheet) -> Status {
      TallySheet read(assessment.layouts[set]);
      const auto renamed = names.rename(sheet.layout());
      const auto merged = read.merge(renamed ? under_layout(sheet, renamed) : sheet);
      return merged ? take(unit, read) : failure(merged.error());
    });
  };
}

}  // namespace

void use_sets_of(const OpenAssessment& other, OpenAssessment& assessment) {
  const auto own = std::make_shared<const OpenAssessment>(assessment);
  for (std::size_t i = 0; i < assessment.sets.size(); ++i) {
    const auto same = std::ranges::find(other.sets, assessment.sets[i].id, &CriteriaSet::id);
    if (same == other.sets.end() || same->hash == assessment.sets[i].hash) continue;
    assessment.stored_as = own;
    assessment.sets[i] = *same;
    rename_findings(diff(own->sets[i], *same), own->sets[i], *same, assessment.findings);
    assessment.layouts[i] = other.layouts[static_cast<std::size_t>(same - other.sets.begin())];
    assessment.finding_counts[i] = count_findings(assessment, assessment.sets[i]);
  }
}

SheetSource stored_sheets(const Project& project, const OpenAssessment& assessment, std::size_t set,
                          std::optional<std::uint32_t> only) {
  if (assessment.stored_as && assessment.stored_as->sets[set].hash != assessment.sets[set].hash)
    return sheets_as_read(project, assessment, set, only);
  const std::optional<UnitId> one =
      only ? std::optional(assessment.organisation.units()[*only].id) : std::nullopt;
  return [&project, &assessment, set,
          one](const std::function<Status(std::uint32_t, TallySheet&)>& take) -> Status {
    auto shared = shared_surveys(project, assessment, set, one);
    if (!shared) return failure(std::move(shared.error()));
    const auto complete = [&](TallySheet& sheet, const Result<TallySheet>& more) -> Status {
      if (!more) return failure(more.error());
      const auto merged = sheet.merge(*more);
      return merged ? Status() : failure(merged.error());
    };
    const auto take_stored = [&](const UnitId& unit, TallySheet& sheet, bool stale) -> Status {
      const auto index = assessment.organisation.find(unit);
      if (!index) return {};
      Status completed;
      if (stale) completed = complete(sheet, tally_unit(project, assessment, set, unit));
      if (auto more = shared->extract(*index); completed && !more.empty())
        completed = complete(sheet, std::move(more.mapped()));
      return completed ? take(*index, sheet) : completed;
    };
    Status done = project.each_sheet(assessment.record.id, assessment.sets[set].id, assessment.layouts[set],
                                     take_stored, one);
    for (auto& [unit, sheet] : *shared)
      if (done) done = take(unit, sheet);
    return done;
  };
}

namespace {

using Rebuilt = std::vector<std::pair<SheetPlace, TallySheet>>;

Result<Rebuilt> rebuild(const Project& project, const OpenAssessment& assessment,
                        const std::vector<SheetPlace>& places) {
  Rebuilt rebuilt;
  for (const SheetPlace& place : places) {
    if (place.assessment != assessment.record.id) continue;
    const auto set = std::ranges::find(assessment.sets, place.set, &CriteriaSet::id);
    if (set == assessment.sets.end()) continue;
    auto sheet =
        tally_unit(project, assessment, static_cast<std::size_t>(set - assessment.sets.begin()), place.unit);
    if (!sheet) return failure(std::move(sheet.error()));
    rebuilt.emplace_back(place, std::move(*sheet));
  }
  return rebuilt;
}

}  // namespace

Status refresh_sheets(const Project& project, const OpenAssessment& assessment, Change& change) {
  const auto places = change.touched();
  if (!places) return failure(places.error());
  const auto rebuilt = rebuild(project, assessment, *places);
  if (!rebuilt) return failure(rebuilt.error());
  for (const auto& [place, sheet] : *rebuilt)
    if (Status put = change.put_sheet(place, sheet); !put) return put;
  return {};
}

Status refresh_stale_sheets(Project& project) {
  const auto places = project.stale_sheets();
  if (!places) return failure(places.error());
  std::set<AssessmentId> assessments;
  for (const SheetPlace& place : *places)
    assessments.insert(place.assessment);
  const auto known = project.assessments();
  if (!known) return failure(known.error());
  for (const Assessment& assessment : *known) {
    if (!assessments.contains(assessment.id)) continue;
    const auto opened = open_assessment(project, assessment.id.value);
    if (!opened) return failure(opened.error());
    const auto rebuilt = rebuild(project, *opened, *places);
    if (!rebuilt) return failure(rebuilt.error());
    if (Status put = project.put_sheets(*rebuilt); !put) return put;
  }
  return {};
}

AssessInput input_for(const Project& project, const OpenAssessment& assessment, std::size_t set) {
  AssessInput input;
  input.set = &assessment.sets[set];
  input.organisation = &assessment.organisation;
  input.layout = assessment.layouts[set];
  input.sheets = stored_sheets(project, assessment, set);
  input.minimum_group = assessment.info.minimum_group;
  input.findings = assessment.finding_counts[set];
  input.targets = assessment.record.targets;
  if (assessment.record.sample) input.sample = &*assessment.record.sample;
  return input;
}

}  // namespace orienta
