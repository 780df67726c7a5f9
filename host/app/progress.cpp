// SPDX-License-Identifier: MIT
#include "app/progress.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "answers/tallying.hpp"

namespace orienta {
namespace {

bool is_required(const CriteriaSet& set, const Unit& unit, const Criterion& criterion) {
  const auto role = std::ranges::find(set.roles, unit.role, &Role::id);
  return role == set.roles.end() || role->requires_index.contains(criterion.id);
}

std::vector<bool> at_and_below(const Organisation& organisation, std::uint32_t top) {
  std::vector<bool> wanted(organisation.units().size());
  wanted[top] = true;
  for (std::uint32_t i = top + 1; i < wanted.size(); ++i) {
    const auto parent = organisation.parent(i);
    wanted[i] = parent && wanted[*parent];
  }
  return wanted;
}

UnitProgress count(const CriteriaSet& set, const Unit& unit, std::uint32_t index, const Readings& readings) {
  UnitProgress out;
  out.unit = index;
  std::set<std::uint32_t> shown;
  for (const orienta_reading_t& source : readings.sources)
    if (source.state == ORIENTA_STATE_VALUE) shown.insert(source.indicator);
  for (const orienta_reading_t& reading : readings.combined) {
    const Criterion& criterion = set.criteria[set.indicators[reading.indicator].criterion];
    if (asked(set, unit, criterion) == Asked::kNot) continue;
    ++out.asked;
    if (reading.state == ORIENTA_STATE_NOT_APPLICABLE)
      ++out.not_applicable;
    else if (reading.state == ORIENTA_STATE_VALUE || reading.state == ORIENTA_STATE_WITHHELD ||
             shown.contains(reading.indicator))
      ++out.answered;
    else
      ++out.open;
  }
  return out;
}

/// Goes through the answers of units one by one.
class Persons {
 public:
  Persons(const Project& project, const OpenAssessment& assessment, std::size_t set)
      : project_(project), assessment_(assessment) {
    const auto homes = homes_of(assessment.sets[set], std::span<const CriteriaSet>(assessment.sets));
    homes_.insert(homes.begin(), homes.end());
  }

  Status add(UnitProgress& unit) {
    const auto answers =
        project_.answers(assessment_.record.id, assessment_.organisation.units()[unit.unit].id);
    if (!answers) return failure(answers.error());
    std::set<Key> seen;
    std::set<Home> carried;
    for (const Answer& answer : *answers) {
      const Home home{answer.key.set, answer.key.indicator};
      if (!homes_.contains(home)) continue;
      const Key key{answer.key.assessor, answer.key.source};
      PersonProgress& person = persons_[key];
      person.source = answer.key.source;
      ++person.answers;
      if (seen.insert(key).second) ++person.units;
      if (!answer.carried_over) continue;
      ++person.carried_over;
      carried.insert(home);
    }
    unit.carried_over = static_cast<std::uint32_t>(carried.size());
    return {};
  }

  Result<std::vector<PersonProgress>> list() {
    const auto names = project_.persons();
    if (!names) return failure(names.error());
    std::map<PersonId, std::string> by_id;
    for (const Person& person : *names)
      by_id.emplace(person.id, person.name);
    std::vector<PersonProgress> out;
    for (auto& [key, person] : persons_) {
      if (const auto name = by_id.find(key.first); name != by_id.end()) person.name = name->second;
      out.push_back(person);
    }
    std::ranges::stable_sort(out, std::ranges::greater(), &PersonProgress::answers);
    return out;
  }

 private:
  using Key = std::pair<PersonId, Source>;
  const Project& project_;
  const OpenAssessment& assessment_;
  std::set<Home> homes_;
  std::map<Key, PersonProgress> persons_;
};

}  // namespace

Asked asked(const CriteriaSet& set, const Unit& unit, const Criterion& criterion) {
  if (!is_required(set, unit, criterion)) return Asked::kNot;
  const bool applies = criterion.applies_to.empty() || criterion.applies_to.has(unit.kind);
  const bool is_scored = set.scored_at.empty() || set.scored_at.has(unit.kind);
  if (!is_scored) return applies && criterion.inherit ? Asked::kHere : Asked::kNot;
  return applies ? Asked::kHere : criterion.inherit ? Asked::kAbove : Asked::kNot;
}

Result<Progress> progress_of(const Project& project, const OpenAssessment& assessment, std::size_t set,
                             std::uint32_t unit, std::size_t most) {
  Progress progress;
  AssessInput input = input_for(project, assessment, set);
  input.wanted = at_and_below(assessment.organisation, unit);
  const Status read = read_units_of(
      input, [&](std::uint32_t each, const TallySheet&, std::span<const CellKey>, const Readings& readings) {
        const Unit& record = assessment.organisation.units()[each];
        if (record.in_scope) progress.units.push_back(count(assessment.sets[set], record, each, readings));
      });
  if (!read) return failure(read.error());
  std::ranges::sort(progress.units, {}, &UnitProgress::unit);
  progress.has_persons = progress.units.size() <= most;
  if (!progress.has_persons) return progress;
  Persons persons(project, assessment, set);
  for (UnitProgress& each : progress.units)
    if (Status added = persons.add(each); !added) return failure(std::move(added.error()));
  auto list = persons.list();
  if (!list) return failure(std::move(list.error()));
  progress.persons = std::move(*list);
  return progress;
}

}  // namespace orienta
