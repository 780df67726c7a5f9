// SPDX-License-Identifier: MIT
#include "viewmodel/questions.hpp"

#include <algorithm>

#include "app/progress.hpp"
#include "app/wording.hpp"
#include "viewmodel/lookups.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

Result<UnitAnswers> read_answers(Office& office, std::size_t set, std::uint32_t unit,
                                 const std::optional<AssessmentId>& before) {
  const OpenAssessment& assessment = office.assessment();
  const auto& units = assessment.organisation.units();
  UnitAnswers known;
  if (set >= assessment.sets.size() || unit >= units.size()) return known;
  auto readings = office.readings(set, unit);
  if (!readings) return failure(std::move(readings.error()));
  known.readings = std::move(*readings);
  known.homes = homes_of(assessment.sets[set], std::span<const CriteriaSet>(assessment.sets));
  const auto read = [&](const AssessmentId& from, std::uint32_t of) {
    return office.project().answers(from, units[of].id);
  };
  auto answers = read(assessment.record.id, unit);
  if (!answers) return failure(std::move(answers.error()));
  known.answers = std::move(*answers);
  auto measures = office.project().measures(assessment.record.id, units[unit].id);
  if (!measures) return failure(std::move(measures.error()));
  known.measures = std::move(*measures);
  if (before) {
    auto earlier = read(*before, unit);
    if (!earlier) return failure(std::move(earlier.error()));
    known.before = std::move(*earlier);
  }
  for (auto above = assessment.organisation.parent(unit); above;
       above = assessment.organisation.parent(*above)) {
    auto given = read(assessment.record.id, *above);
    if (!given) return failure(std::move(given.error()));
    known.above.emplace_back(*above, std::move(*given));
  }
  const auto persons = office.project().persons();
  if (!persons) return failure(persons.error());
  for (const Person& person : *persons)
    known.persons.emplace(person.id, person.name);
  return known;
}

/// The targets of a unit that answers can be held against: figures by indicator, indexes by criterion.
class UnitTargets {
 public:
  UnitTargets(const Study& study, const CriteriaSet& set, const Unit& unit) : set_(set) {
    for (const orienta_target_t& target : targets_of(set, unit, study.assessment->record.targets)) {
      if (target.indicator != ORIENTA_NONE && target.kind != ORIENTA_TARGET_LEVEL)
        of_indicator_[target.indicator] = target;
      else if (target.node != ORIENTA_NONE && target.kind == ORIENTA_TARGET_INDEX)
        of_node_[target.node] = target.target;
    }
  }

  bool is_below(const orienta_reading_t& reading) const {
    if (reading.state != ORIENTA_STATE_VALUE) return false;
    const Indicator& indicator = set_.indicators[reading.indicator];
    if (const auto own = of_indicator_.find(reading.indicator); own != of_indicator_.end()) {
      if (own->second.kind == ORIENTA_TARGET_INDEX) return 100 * reading.value < own->second.target;
      const Scale& scale = set_.scales[indicator.scale];
      const bool less_is_better = scale.measure && scale.measure->better == Measure::Better::kLower;
      return less_is_better ? reading.statistic > own->second.target : reading.statistic < own->second.target;
    }
    const auto criterion = of_node_.find(set_.node_of_criterion(indicator.criterion));
    return criterion != of_node_.end() && 100 * reading.value < criterion->second;
  }

 private:
  const CriteriaSet& set_;
  std::map<std::uint32_t, orienta_target_t> of_indicator_;
  std::map<std::uint32_t, double> of_node_;
};

Mark mark_of(const orienta_reading_t& combined, const UnitAnswers& known) {
  switch (combined.state) {
    case ORIENTA_STATE_VALUE:
      return Mark::kAnswered;
    case ORIENTA_STATE_DONT_KNOW:
      return Mark::kDontKnow;
    case ORIENTA_STATE_NOT_APPLICABLE:
      return Mark::kNotApplicable;
    case ORIENTA_STATE_WITHHELD:
      return Mark::kWithheld;
    default:
      break;
  }
  // Views that are shown and not combined are answers all the same.
  const bool shown = std::ranges::any_of(known.readings.sources, [&](const orienta_reading_t& source) {
    return source.indicator == combined.indicator && source.state == ORIENTA_STATE_VALUE;
  });
  return shown ? Mark::kAnswered : Mark::kOpen;
}

}  // namespace

Known<UnitAnswers> unit_answers(Desk& desk) {
  const std::size_t set = desk.set();
  const std::uint32_t unit = desk.unit();
  const auto before = assessment_before(*desk.study());
  const std::string key = "answers " + desk.study()->assessment->record.id.value + " " +
                          desk.study()->units()[unit].id.value + " " + std::to_string(set);
  return desk.known<UnitAnswers>(
      key, [set, unit, before](Office& office) { return read_answers(office, set, unit, before); });
}

std::vector<const Answer*> answers_to(const std::vector<Answer>& answers, const Home& home) {
  std::vector<const Answer*> found;
  for (const Answer& answer : answers)
    if (answer.key.set == home.first && answer.key.indicator == home.second) found.push_back(&answer);
  return found;
}

std::optional<Message> not_asked(const Study& study, std::size_t set, std::uint32_t unit) {
  const CriteriaSet& criteria = study.assessment->sets[set];
  const Unit& of = study.units()[unit];
  if (!of.in_scope) return msg("viewmodel.assess-out-of-scope", {{"unit", name_of(of)}});
  const bool any = std::ranges::any_of(criteria.indicators, [&](const Indicator& indicator) {
    return asked(criteria, of, criteria.criteria[indicator.criterion]) != Asked::kNot;
  });
  if (any) return std::nullopt;
  return msg("viewmodel.assess-not-asked", {{"unit", name_of(of)}, {"kind", word(words_of(of.kind))}});
}

std::vector<Question> questions_of(const Study& study, std::size_t set, std::uint32_t unit,
                                   const UnitAnswers& known) {
  const CriteriaSet& criteria = study.assessment->sets[set];
  const Unit& of = study.units()[unit];
  const UnitTargets targets(study, criteria, of);
  std::map<Home, bool> carried;
  for (const Answer& answer : known.answers)
    if (answer.carried_over) carried[{answer.key.set, answer.key.indicator}] = true;
  std::vector<Question> questions;
  for (std::uint32_t i = 0; i < criteria.indicators.size(); ++i) {
    const Asked where = asked(criteria, of, criteria.criteria[criteria.indicators[i].criterion]);
    if (where == Asked::kNot || i >= known.readings.combined.size()) continue;
    const orienta_reading_t& reading = known.readings.combined[i];
    Question question;
    question.indicator = i;
    question.mark = mark_of(reading, known);
    question.is_carried_over = i < known.homes.size() && carried.contains(known.homes[i]);
    question.is_below = targets.is_below(reading);
    question.is_inherited = (reading.flags & ORIENTA_READING_INHERITED) != 0;
    question.is_asked_here = where == Asked::kHere;
    questions.push_back(question);
  }
  return questions;
}

}  // namespace orienta::gui
