// SPDX-License-Identifier: MIT
#include "viewmodel/assess.hpp"

#include <algorithm>

#include "app/wording.hpp"
#include "base/utf8.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

bool passes(AssessFilter filter, const Question& question) {
  switch (filter) {
    case AssessFilter::kOpen:
      return question.mark == Mark::kOpen || question.mark == Mark::kDontKnow;
    case AssessFilter::kNotApplicable:
      return question.mark == Mark::kNotApplicable;
    case AssessFilter::kBelow:
      return question.is_below;
    case AssessFilter::kCarriedOver:
      return question.is_carried_over;
    case AssessFilter::kAll:
      break;
  }
  return true;
}

class Assess {
 public:
  Assess(Desk& desk, AssessState& state)
      : desk_(desk),
        study_(*desk.study()),
        words_(desk.words()),
        state_(state),
        unit_(desk.unit()),
        set_(desk.set()),
        criteria_(study_.assessment->sets[set_]) {}

  AssessPage make() {
    AssessPage page;
    page.unit = name_of(study_.units()[unit_]);
    add_level(page);
    if (study_.read_only)
      page.no_input = say(msg("viewmodel.assess-read-only"));
    else if (study_.assessment->record.closed)
      page.no_input = say(msg("viewmodel.assess-closed"));
    if (const auto why = not_asked(study_, set_, unit_)) {
      page.says = say(*why);
      return page;
    }
    const auto known = unit_answers(desk_);
    if (!known.value) {
      page.says =
          known.error ? words_.text(known.error->problems.kept().front()) : say(msg("viewmodel.working"));
      return page;
    }
    questions_ = questions_of(study_, set_, unit_, *known.value);
    known_ = known.value;
    add_filters(page);
    const Question* const chosen = choose();
    add_list(page);
    if (page.list.rows.empty()) page.says = say(msg("viewmodel.assess-none-found"));
    if (chosen != nullptr) {
      page.card = question_card(desk_, *known_, *chosen, state_.source, page.no_input, state_.draft);
      const auto number = static_cast<std::size_t>(chosen - questions_.data()) + 1;
      page.card->place = say(msg("viewmodel.assess-place", {{"n", number}, {"of", questions_.size()}})) +
                         " · " + page.card->place;
    }
    return page;
  }

 private:
  std::string say(const Message& message) const { return words_.text(message); }

  void add_level(AssessPage& page) const {
    const SetScore& score = (*study_.scores)[set_];
    if (score.failed) {
      page.level = "–";
      page.level_says = words_.text(score.failed->problems.kept().front().message);
      return;
    }
    const NodeResult* const result = study_.result(set_, unit_, 0);
    if (result == nullptr || !result->index) {
      page.level = "–";
      page.level_says = say(words_of(result == nullptr ? ResultState::kNotScored : result->state));
      return;
    }
    const std::string index = index_text(*result, words_, 1);
    page.level = result->level ? level_text(*result, words_) : index;
    page.level_says =
        result->level ? say(msg("viewmodel.index-is", {{"index", index}})) : say(msg("viewmodel.index"));
    if (result->level_possible && result->level && *result->level_possible != *result->level)
      page.level_says +=
          " · " + say(msg("viewmodel.proven-possible",
                          {{"proven", *result->level}, {"possible", *result->level_possible}}));
    page.level_says += " · " + say(msg("viewmodel.answered", {{"share", result->completeness}}));
  }

  void add_filters(AssessPage& page) const {
    const auto add = [&](AssessFilter filter, const char* name, const Message& title) {
      const auto count = std::ranges::count_if(
          questions_, [&](const Question& question) { return passes(filter, question); });
      page.filters.push_back({filter, std::string("assess.filter.") + name,
                              say(title) + " " + std::to_string(count), state_.filter == filter});
    };
    add(AssessFilter::kAll, "all", msg("viewmodel.assess-all"));
    add(AssessFilter::kOpen, "open", msg("viewmodel.assess-open"));
    add(AssessFilter::kNotApplicable, "not-applicable", msg("viewmodel.assess-not-applicable"));
    add(AssessFilter::kBelow, "below", msg("viewmodel.assess-below"));
    add(AssessFilter::kCarriedOver, "carried", msg("viewmodel.assess-carried"));
  }

  bool is_found(const Question& question) const {
    if (state_.find.empty()) return true;
    const Indicator& indicator = criteria_.indicators[question.indicator];
    const Criterion& criterion = criteria_.criteria[indicator.criterion];
    const std::string text = folded(indicator.id + " " + indicator.ask.in(words_.lang()) + " " +
                                    criterion.title.in(words_.lang()));
    return text.find(folded(state_.find)) != std::string::npos;
  }

  bool is_listed(const Question& question) const {
    return passes(state_.filter, question) && is_found(question);
  }

  /// The question that is shown: the one that was asked for, else the one chosen before, else the first open
  /// one.
  const Question* choose() {
    if (const auto& asked = desk_.asked_indicator(); asked && asked->set == set_) {
      state_.chosen[criteria_.id.value] = asked->indicator;
      state_.filter = AssessFilter::kAll;
      state_.find.clear();
      desk_.take_asked_indicator();
    }
    if (questions_.empty()) return nullptr;
    const auto before = state_.chosen.find(criteria_.id.value);
    if (before != state_.chosen.end())
      if (const auto same = std::ranges::find(questions_, before->second, &Question::indicator);
          same != questions_.end())
        return &*same;
    const auto open = std::ranges::find(questions_, Mark::kOpen, &Question::mark);
    const Question& first = open != questions_.end() ? *open : questions_.front();
    state_.chosen[criteria_.id.value] = first.indicator;
    return &first;
  }

  void add_list(AssessPage& page) const {
    page.list.columns = {
        {say(msg("viewmodel.assess-question")), false, 3, ""},
        {say(msg("viewmodel.assess-answer")), false, 1.1F, say(msg("viewmodel.assess-marks"))}};
    const std::uint32_t shown = state_.chosen.at(criteria_.id.value);
    std::optional<std::uint32_t> dimension;
    for (const Question& question : questions_) {
      const bool waits = state_.filter == AssessFilter::kAll ? question.mark == Mark::kOpen
                                                             : passes(state_.filter, question);
      if (waits && question.is_asked_here) page.open_next.push_back(question.indicator);
      if (!is_listed(question)) continue;
      const Indicator& indicator = criteria_.indicators[question.indicator];
      const std::uint32_t of = criteria_.criteria[indicator.criterion].dimension;
      if (dimension != of) add_dimension(page, of);
      dimension = of;
      if (question.indicator == shown) page.chosen_row = page.list.rows.size();
      page.list.rows.push_back(
          {"assess.question." + indicator.id, {{indicator.ask.in(words_.lang())}, state_cell(question)}, 1});
      page.row_indicator.push_back(question.indicator);
    }
  }

  void add_dimension(AssessPage& page, std::uint32_t dimension) const {
    std::size_t asked = 0;
    std::size_t done = 0;
    for (const Question& question : questions_) {
      if (criteria_.criteria[criteria_.indicators[question.indicator].criterion].dimension != dimension)
        continue;
      ++asked;
      if (question.mark != Mark::kOpen && question.mark != Mark::kDontKnow) ++done;
    }
    page.list.rows.push_back(
        {"assess.dimension." + criteria_.dimensions[dimension].id,
         {{criteria_.dimensions[dimension].title.in(words_.lang()), Ink::kAccent},
          {say(msg("viewmodel.assess-done-of", {{"done", done}, {"of", asked}})), Ink::kAccent}},
         0});
    page.row_indicator.push_back(std::nullopt);
  }

  using Ink = charts::Ink;

  GridCell state_cell(const Question& question) const {
    const std::string before = question.is_carried_over || question.is_inherited ? "← " : "";
    switch (question.mark) {
      case Mark::kOpen:
        return {say(msg("viewmodel.assess-is-open")), Ink::kMuted};
      case Mark::kDontKnow:
        return {say(msg("viewmodel.assess-is-unknown")), Ink::kMuted};
      case Mark::kNotApplicable:
        return {before + say(msg("viewmodel.assess-is-not-applicable")), Ink::kMuted};
      case Mark::kWithheld:
        return {say(msg("viewmodel.assess-is-withheld")), Ink::kMuted};
      case Mark::kAnswered:
        break;
    }
    return {before + (question.is_below ? "↓ " : "") + value_text(question.indicator),
            question.is_below ? Ink::kBelow : Ink::kText};
  }

  /// The one answer there is in its own words, else what all of them come to.
  std::string value_text(std::uint32_t indicator) const {
    const auto given = answers_to(known_->answers, known_->homes[indicator]);
    const orienta_reading_t& reading = known_->readings.combined[indicator];
    const bool is_alone =
        given.size() == 1 && given.front()->state == AnswerState::kValue && reading.count <= 1;
    if (is_alone)
      return answer_text(criteria_.scales[criteria_.indicators[indicator].scale], *given.front(), words_);
    if (reading.state != ORIENTA_STATE_VALUE) return say(msg("viewmodel.assess-is-shown-only"));
    return display_number(100 * reading.value, 0, words_.lang());
  }

  Desk& desk_;
  const Study& study_;
  const Catalogue& words_;
  AssessState& state_;
  std::uint32_t unit_;
  std::size_t set_;
  const CriteriaSet& criteria_;
  std::shared_ptr<const UnitAnswers> known_;
  std::vector<Question> questions_;
};

}  // namespace

AssessPage assess_page(Desk& desk, AssessState& state) {
  if (desk.study()->assessment->sets.empty()) {
    AssessPage page;
    page.says = desk.text(msg("viewmodel.no-sets"));
    return page;
  }
  return Assess(desk, state).make();
}

void choose_indicator(const Desk& desk, AssessState& state, std::uint32_t indicator) {
  state.chosen[desk.study()->assessment->sets[desk.set()].id.value] = indicator;
  ++state.revision;
}

void choose_source(AssessState& state, Source source) {
  state.source = source;
  ++state.revision;
}

void step(const Desk& desk, AssessState& state, const AssessPage& page, int by) {
  const auto rows = static_cast<std::ptrdiff_t>(page.row_indicator.size());
  std::ptrdiff_t row = page.chosen_row ? static_cast<std::ptrdiff_t>(*page.chosen_row) : by > 0 ? -1 : rows;
  for (row += by; row >= 0 && row < rows; row += by)
    if (const auto indicator = page.row_indicator[static_cast<std::size_t>(row)])
      return choose_indicator(desk, state, *indicator);
}

void go_on(const Desk& desk, AssessState& state, const AssessPage& page) {
  if (page.open_next.empty() || !page.card) return;
  const auto after = std::ranges::upper_bound(page.open_next, page.card->indicator);
  choose_indicator(desk, state, after != page.open_next.end() ? *after : page.open_next.front());
}

}  // namespace orienta::gui
