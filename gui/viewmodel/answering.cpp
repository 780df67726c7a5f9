// SPDX-License-Identifier: MIT
// The commands of a question.
#include <algorithm>

#include "viewmodel/question_card.hpp"

namespace orienta::gui {
namespace {

/// The answer's place with what was written around it.
AnswerOrder order_of(const QuestionCard& card, const AnswerDraft& draft) {
  AnswerOrder order = card.order;
  order.comment = draft.comment;
  order.confidence = draft.confidence;
  order.evidence = draft.evidence;
  return order;
}

/// The same with what the answer says already.
AnswerOrder repeated(const QuestionCard& card, const AnswerDraft& draft) {
  AnswerOrder order = order_of(card, draft);
  const Answer& own = *card.own;
  if (own.state == AnswerState::kValue)
    order.value = own.figure ? own.figure->to_string() : own.point;
  else if (own.state == AnswerState::kNotApplicable)
    order.not_applicable = own.reason;
  else
    order.dont_know = true;
  return order;
}

bool is_changed(const Answer& own, const AnswerDraft& draft) {
  const std::string confidence = own.confidence ? std::string(name_of(*own.confidence)) : "";
  return own.comment != draft.comment || confidence != draft.confidence || own.evidence != draft.evidence;
}

}  // namespace

bool give_point(Desk& desk, const QuestionCard& card, const AnswerDraft& draft, std::size_t option) {
  if (!card.no_input.empty() || option >= card.options.size()) return false;
  AnswerOrder order = order_of(card, draft);
  order.value = card.options[option].id;
  desk.answer(order);
  return true;
}

bool give_figure(Desk& desk, const QuestionCard& card, const AnswerDraft& draft) {
  if (!card.no_input.empty() || !card.is_measure || draft.figure.empty()) return false;
  AnswerOrder order = order_of(card, draft);
  order.value = draft.figure;
  desk.answer(order);
  return true;
}

bool give_not_applicable(Desk& desk, const QuestionCard& card, AnswerDraft& draft) {
  if (!card.no_input.empty() || draft.reason.find_first_not_of(' ') == std::string::npos) return false;
  AnswerOrder order = order_of(card, draft);
  order.not_applicable = draft.reason;
  draft.asks_reason = false;
  desk.answer(order);
  return true;
}

bool give_dont_know(Desk& desk, const QuestionCard& card, const AnswerDraft& draft) {
  if (!card.no_input.empty()) return false;
  AnswerOrder order = order_of(card, draft);
  order.dont_know = true;
  desk.answer(order);
  return true;
}

bool confirm(Desk& desk, const QuestionCard& card, const AnswerDraft& draft) {
  if (!card.no_input.empty() || !card.own || !card.own->carried_over) return false;
  desk.answer(repeated(card, draft));
  return true;
}

bool save_draft(Desk& desk, const QuestionCard& card, const AnswerDraft& draft) {
  if (!card.no_input.empty() || !card.own || !is_changed(*card.own, draft)) return false;
  desk.answer(repeated(card, draft));
  return true;
}

}  // namespace orienta::gui
