// SPDX-License-Identifier: MIT
#include "viewmodel/compare.hpp"

#include <algorithm>

#include "app/compare.hpp"
#include "viewmodel/compare_figure.hpp"
#include "viewmodel/lookups.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

std::size_t place_of(const std::vector<std::string>& ids, const std::string& id, std::size_t otherwise) {
  const auto found = std::ranges::find(ids, id);
  return found == ids.end() ? otherwise : static_cast<std::size_t>(found - ids.begin());
}

/// The last two units that share a parent with the first one below the chosen unit; else the first two.
void suggest_units(const Desk& desk, const std::vector<std::string>& ids, CompareChoice& choice) {
  const Study& study = *desk.study();
  const Organisation& organisation = study.assessment->organisation;
  std::vector<std::size_t> below;
  for (std::uint32_t unit = 0; unit < study.units().size(); ++unit)
    if (organisation.parent(unit) == desk.unit()) below.push_back(unit);
  const std::size_t first = below.size() >= 2 ? below[0] : 0;
  const std::size_t second = below.size() >= 2 ? below[1] : std::min<std::size_t>(1, ids.size() - 1);
  if (choice.first_unit.empty()) choice.first_unit = ids[first];
  if (choice.second_unit.empty()) choice.second_unit = ids[second];
}

class Comparing {
 public:
  Comparing(Desk& desk, CompareChoice& choice)
      : desk_(desk), study_(*desk.study()), words_(desk.words()), choice_(choice) {}

  ComparePage make() {
    page_.tabs = set_tabs(desk_);
    page_.units = choice_.units;
    const CompareOrder order = choice_.units ? units() : assessments();
    if (order.first == order.second) {
      page_.says = say(choice_.units           ? msg("viewmodel.compare-two-units")
                       : study_.all.size() < 2 ? msg("viewmodel.compare-only-one")
                                               : msg("viewmodel.compare-two-assessments"));
      return std::move(page_);
    }
    const auto known = desk_.known<Comparison>(
        "compare " + order.first + " " + order.second + " " + order.unit + " " + order.assessment,
        [order](Office& office) { return compare(office.project(), office.plugins(), order); });
    if (!known.value) {
      page_.says =
          known.error ? words_.text(known.error->problems.kept().front()) : say(msg("viewmodel.working"));
      return std::move(page_);
    }
    for (const Message& note : known.value->notes)
      page_.notes.push_back(say(note));
    for (const Problem& problem : known.value->remarks.kept())
      page_.notes.push_back(words_.text(problem));
    add(*known.value);
    return std::move(page_);
  }

 private:
  std::string say(const Message& message) const { return words_.text(message); }

  CompareOrder assessments() {
    for (const Assessment& each : study_.all) {
      page_.ids.push_back(each.id.value);
      page_.names.push_back(period_text(each.period));
    }
    if (choice_.second_assessment.empty()) choice_.second_assessment = study_.assessment->record.id.value;
    if (choice_.first_assessment.empty()) {
      const auto before = assessment_before(study_);
      choice_.first_assessment = before ? before->value : page_.ids.front();
    }
    page_.first = place_of(page_.ids, choice_.first_assessment, 0);
    page_.second = place_of(page_.ids, choice_.second_assessment, page_.ids.size() - 1);
    const Unit& unit = study_.units()[desk_.unit()];
    page_.heading = say(msg("viewmodel.compare-of-unit", {{"unit", name_of(unit)}}));
    return {page_.ids[page_.first], page_.ids[page_.second], unit.id.value, "", ""};
  }

  CompareOrder units() {
    for (const Unit& each : study_.units()) {
      page_.ids.push_back(each.id.value);
      page_.names.push_back(name_of(each));
    }
    suggest_units(desk_, page_.ids, choice_);
    page_.first = place_of(page_.ids, choice_.first_unit, 0);
    page_.second = place_of(page_.ids, choice_.second_unit, 0);
    const Assessment& record = study_.assessment->record;
    page_.heading = say(msg("viewmodel.compare-in-period", {{"period", period_text(record.period)}}));
    return {page_.ids[page_.first], page_.ids[page_.second], "", "", record.id.value};
  }

  void add(const Comparison& comparison) {
    const CriteriaSet& set = study_.assessment->sets[desk_.set()];
    const auto change = std::ranges::find(comparison.sets, set.id, &SetChange::set);
    if (change == comparison.sets.end()) {
      page_.says = say(msg("viewmodel.compare-not-in-both"));
      return;
    }
    const Sides sides{page_.names[page_.first], page_.names[page_.second]};
    page_.profile = compare_figure(*change, sides, words_);
    page_.table = compare_grid(*change, &set, sides, words_);
    add_lines(change->nodes.front());
  }

  void add_lines(const NodeChange& whole) {
    const auto line = [&](const std::string& name, const NodeResult& result) {
      std::string text = name + ": ";
      if (result.level) text += say(msg("viewmodel.level")) + " " + level_text(result, words_) + ", ";
      text += result.index ? say(msg("viewmodel.index-is", {{"index", index_text(result, words_, 1)}}))
                           : index_text(result, words_);
      page_.lines.push_back(std::move(text));
    };
    line(page_.names[page_.first], whole.first);
    line(page_.names[page_.second], whole.second);
    if (!whole.like_for_like) return;
    std::string text =
        say(msg("viewmodel.like-for-like", {{"change", change_text(*whole.like_for_like, words_, 1)}}));
    if (whole.beyond_chance)
      text += ", " + say(*whole.beyond_chance ? msg("viewmodel.compare-beyond")
                                              : msg("viewmodel.compare-by-chance"));
    page_.lines.push_back(std::move(text));
  }

  Desk& desk_;
  const Study& study_;
  const Catalogue& words_;
  CompareChoice& choice_;
  ComparePage page_;
};

}  // namespace

ComparePage compare_page(Desk& desk, CompareChoice& choice) {
  return Comparing(desk, choice).make();
}

void choose_kind(CompareChoice& choice, bool units) {
  choice.units = units;
  ++choice.changes;
}

void choose_first(CompareChoice& choice, const std::string& id) {
  (choice.units ? choice.first_unit : choice.first_assessment) = id;
  ++choice.changes;
}

void choose_second(CompareChoice& choice, const std::string& id) {
  (choice.units ? choice.second_unit : choice.second_assessment) = id;
  ++choice.changes;
}

void swap_sides(CompareChoice& choice) {
  if (choice.units)
    std::swap(choice.first_unit, choice.second_unit);
  else
    std::swap(choice.first_assessment, choice.second_assessment);
  ++choice.changes;
}

}  // namespace orienta::gui
