// SPDX-License-Identifier: MIT
#include "viewmodel/question_card.hpp"

#include <algorithm>

#include "app/wording.hpp"
#include "viewmodel/phrases.hpp"
#include "viewmodel/question_others.hpp"

namespace orienta::gui {
namespace {

/// Views that one person gives of a unit in its name; the others are kept apart by who gave them.
bool has_names(Source source) {
  return source != Source::kSelf && source != Source::kSystem && source != Source::kAgreed;
}

/// The digits of a scale whose points are digits are those; else points are numbered from 1.
std::vector<char> keys_of(const std::vector<Point>& points) {
  const bool are_digits = std::ranges::all_of(points, [](const Point& point) {
    return point.id.size() == 1 && point.id.front() >= '0' && point.id.front() <= '9';
  });
  std::vector<char> keys;
  for (std::size_t i = 0; i < points.size(); ++i)
    keys.push_back(are_digits ? points[i].id.front() : i < 9 ? static_cast<char>('1' + i) : '\0');
  return keys;
}

class Card {
 public:
  Card(const Desk& desk, const UnitAnswers& known, const Question& question, AnswerDraft& draft)
      : study_(*desk.study()),
        words_(desk.words()),
        known_(known),
        question_(question),
        draft_(draft),
        unit_(desk.unit()),
        set_(study_.assessment->sets[desk.set()]),
        indicator_(set_.indicators[question.indicator]),
        scale_(set_.scales[indicator_.scale]),
        given_(answers_to(known.answers, known.homes[question.indicator])) {}

  QuestionCard make(std::optional<Source> wanted, const std::string& no_input) {
    const Criterion& criterion = set_.criteria[indicator_.criterion];
    card_.indicator = question_.indicator;
    card_.place = set_.dimensions[criterion.dimension].title.in(words_.lang()) + " · " +
                  criterion.title.in(words_.lang());
    card_.ask = indicator_.ask.in(words_.lang());
    card_.help = indicator_.help.in(words_.lang());
    for (const LocalText& each : indicator_.counts_when)
      card_.counts_when.push_back(each.in(words_.lang()));
    card_.is_below = question_.is_below;
    card_.no_input = no_input;
    if (!question_.is_asked_here) card_.no_input = say(msg("viewmodel.assess-asked-above"));
    add_sources(wanted);
    card_.own = own_answer();
    add_place();
    take_draft();
    add_answer();
    add_notes();
    add_evidence();
    add_others({words_, known_, question_, scale_, given_}, card_);
    return std::move(card_);
  }

 private:
  std::string say(const Message& message) const { return words_.text(message); }

  std::string person(const PersonId& id) const { return name_in(known_, id); }

  void add_sources(std::optional<Source> wanted) {
    const auto is_asked = [&](Source source) {
      return source == Source::kAgreed || indicator_.answered_by.empty() ||
             indicator_.answered_by.has(source);
    };
    source_ = wanted && is_asked(*wanted) ? *wanted : default_source();
    for (std::size_t i = 0; i < kSourceCount; ++i) {
      const auto source = static_cast<Source>(i);
      if (is_asked(source))
        card_.sources.push_back({source, "assess.source." + std::string(name_of(source)),
                                 say(words_of(source)), source == source_});
    }
    card_.asks_name = has_names(source_);
  }

  /// The view that counts and is there, else the first that the question asks.
  Source default_source() const {
    if (!given_.empty()) return given_.front()->key.source;
    for (std::size_t i = 0; i < kSourceCount; ++i)
      if (indicator_.answered_by.has(static_cast<Source>(i)) && !set_.anonymous.has(static_cast<Source>(i)))
        return static_cast<Source>(i);
    // Only anonymous views are asked: a workshop may still agree on an answer.
    return Source::kAgreed;
  }

  /// The answer that would be replaced: the one under the name that was given, else the latest.
  std::optional<Answer> own_answer() const {
    const Answer* found = nullptr;
    for (const Answer* answer : given_) {
      if (answer->key.source != source_) continue;
      if (has_names(source_) && !draft_.assessor.empty() &&
          person(answer->key.assessor) != tidy_name(draft_.assessor))
        continue;
      if (found == nullptr || answer->date >= found->date) found = answer;
    }
    return found != nullptr ? std::optional(*found) : std::nullopt;
  }

  void add_place() {
    card_.order.unit = study_.units()[unit_].id.value;
    card_.order.set = set_.id.value;
    card_.order.indicator = indicator_.id;
    card_.order.source = name_of(source_);
    if (has_names(source_)) card_.order.assessor = draft_.assessor;
    card_.draft_of = card_.order.unit + "\n" + card_.order.set + "\n" + indicator_.id + "\n" +
                     card_.order.source + "\n" + card_.order.assessor + "\n";
    if (!card_.own) return;
    const Answer& own = *card_.own;
    card_.order.assessor = person(own.key.assessor);
    card_.order.occasion = own.key.occasion;
    if (own.date) card_.order.date = own.date->to_string();
    card_.draft_of += own.comment + "\n" + own.reason + "\n" + (own.figure ? own.figure->to_string() : "") +
                      "\n" + (own.confidence ? std::string(name_of(*own.confidence)) : "");
    for (const std::string& id : own.evidence)
      card_.draft_of += "\n" + id;
  }

  void take_draft() {
    if (draft_.of == card_.draft_of) return;
    AnswerDraft fresh;
    fresh.of = card_.draft_of;
    fresh.assessor = draft_.assessor;
    if (card_.own) {
      fresh.comment = card_.own->comment;
      fresh.reason = card_.own->reason;
      fresh.evidence = card_.own->evidence;
      if (card_.own->figure) fresh.figure = card_.own->figure->to_string();
      if (card_.own->confidence) fresh.confidence = name_of(*card_.own->confidence);
    }
    draft_ = std::move(fresh);
  }

  void add_answer() {
    const std::vector<char> keys = keys_of(scale_.points);
    const bool has_point = card_.own && card_.own->state == AnswerState::kValue;
    for (std::size_t i = 0; i < scale_.points.size(); ++i) {
      const Point& point = scale_.points[i];
      const std::string& label = point.label.in(words_.lang());
      card_.options.push_back(
          {point.id, keys[i], label.empty() ? point.id : label, has_point && card_.own->point == point.id});
    }
    card_.is_measure = scale_.is_measure();
    if (scale_.measure) card_.figure_hint = figure_hint(*scale_.measure);
    if (!card_.own) return;
    card_.given = answer_text(scale_, *card_.own, words_);
    card_.is_not_applicable = card_.own->state == AnswerState::kNotApplicable;
    card_.is_dont_know = card_.own->state == AnswerState::kDontKnow;
    card_.given_by = person(card_.own->key.assessor);
    for (const std::string& part :
         {card_.own->date ? card_.own->date->to_string() : std::string(), card_.own->key.occasion})
      if (!part.empty()) card_.given_by += (card_.given_by.empty() ? "" : ", ") + part;
    if (card_.own->carried_over)
      card_.carried = say(msg("viewmodel.assess-carried-from",
                              {{"before", period_of(study_.assessment->record.carried_from)}}));
  }

  std::string period_of(const AssessmentId& id) const {
    const auto found = std::ranges::find(study_.all, id, &Assessment::id);
    return found == study_.all.end() ? id.value : period_text(found->period);
  }

  std::string figure_hint(const Measure& measure) const {
    if (!measure.least || !measure.most) return measure.unit;
    return say(msg("viewmodel.assess-figure-range", {{"unit", measure.unit},
                                                     {"least", measure.least->to_string()},
                                                     {"most", measure.most->to_string()}}));
  }

  void add_notes() {
    add_target();
    if (question_.is_inherited) add_inherited();
    const auto before = answers_to(known_.before, known_.homes[question_.indicator]);
    for (const Answer* answer : before)
      if (answer->key.source == source_) {
        card_.notes.push_back(
            say(msg("viewmodel.assess-before", {{"answer", answer_text(scale_, *answer, words_)}})));
        break;
      }
  }

  void add_target() {
    const std::uint32_t criterion = set_.node_of_criterion(indicator_.criterion);
    for (const orienta_target_t& target :
         targets_of(set_, study_.units()[unit_], study_.assessment->record.targets)) {
      if (target.indicator == question_.indicator && target.kind == ORIENTA_TARGET_VALUE)
        card_.notes.push_back(
            say(msg("viewmodel.assess-target-figure",
                    {{"target", display_number(target.target, figure_digits(), words_.lang())}})));
      else if (target.node == criterion && target.kind == ORIENTA_TARGET_INDEX)
        card_.notes.push_back(say(msg("viewmodel.assess-target-index",
                                      {{"target", display_number(target.target, 0, words_.lang())}})));
    }
  }

  int figure_digits() const { return scale_.measure ? scale_.measure->digits : 1; }

  void add_inherited() {
    for (const auto& [unit, answers] : known_.above)
      for (const Answer* answer : answers_to(answers, known_.homes[question_.indicator])) {
        card_.notes.push_back(
            say(msg("viewmodel.assess-inherited", {{"unit", name_of(study_.units()[unit])},
                                                   {"answer", answer_text(scale_, *answer, words_)}})));
        return;
      }
  }

  void add_evidence() {
    for (const Confidence each : {Confidence::kSure, Confidence::kLikely, Confidence::kGuess}) {
      const std::string id(name_of(each));
      const Message text = each == Confidence::kSure     ? msg("viewmodel.assess-sure")
                           : each == Confidence::kLikely ? msg("viewmodel.assess-likely")
                                                         : msg("viewmodel.assess-guess");
      card_.confidence.push_back({id, say(text), draft_.confidence == id});
    }
    for (const Evidence& piece : study_.assessment->evidence) {
      std::string text = piece.id + " · " + piece.title + ", " + say(words_of(piece.kind));
      if (piece.expires && *piece.expires < study_.assessment->record.as_of)
        text += ", " + say(msg("app.evidence-expired"));
      card_.evidence.push_back({piece.id, text, std::ranges::count(draft_.evidence, piece.id) > 0});
    }
  }

  const Study& study_;
  const Catalogue& words_;
  const UnitAnswers& known_;
  const Question& question_;
  AnswerDraft& draft_;
  std::uint32_t unit_;
  const CriteriaSet& set_;
  const Indicator& indicator_;
  const Scale& scale_;
  std::vector<const Answer*> given_;
  Source source_ = Source::kSelf;
  QuestionCard card_;
};

}  // namespace

std::string answer_text(const Scale& scale, const Answer& answer, const Catalogue& words) {
  if (answer.state == AnswerState::kDontKnow) return words.text(msg("viewmodel.assess-is-unknown"));
  if (answer.state == AnswerState::kNotApplicable)
    return words.text(msg("viewmodel.assess-is-not-applicable")) + ": " + answer.reason;
  if (answer.figure)
    return answer.figure->to_string() + (scale.measure ? " " + scale.measure->unit : std::string());
  const auto point = scale.point(answer.point);
  if (!point || scale.points[*point].label.empty()) return answer.point;
  return scale.points[*point].label.in(words.lang());
}

QuestionCard question_card(const Desk& desk, const UnitAnswers& known, const Question& question,
                           std::optional<Source> wanted, const std::string& no_input, AnswerDraft& draft) {
  return Card(desk, known, question, draft).make(wanted, no_input);
}

}  // namespace orienta::gui
