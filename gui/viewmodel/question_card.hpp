// SPDX-License-Identifier: MIT
// One question with its answers, and the commands that answer it. Every answer is saved at once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "viewmodel/desk.hpp"
#include "viewmodel/grid.hpp"
#include "viewmodel/questions.hpp"

namespace orienta::gui {

struct SourceChoice {
  Source source = Source::kSelf;
  std::string name;  ///< of the widget: "assess.source.self"
  std::string text;
  bool is_chosen = false;
};

/// A point of the scale.
struct AnswerOption {
  std::string id;
  char key = 0;  ///< the digit that chooses it; 0: none is left
  std::string text;
  bool is_chosen = false;
};

struct EvidenceTick {
  std::string id;
  std::string text;  ///< "P-12 · Procedure for complaints, document"
  bool is_ticked = false;
};

struct ConfidenceChoice {
  std::string id;  ///< "sure", "likely", "guess"
  std::string text;
  bool is_chosen = false;
};

/// What is being written; kept until it is saved with an answer.
struct AnswerDraft {
  std::string of;        ///< the question, unit and source it belongs to
  std::string assessor;  ///< the name that answers are given under; stays from question to question
  std::string figure;
  std::string reason;
  std::string comment;
  std::string confidence;
  std::vector<std::string> evidence;
  bool asks_reason = false;  ///< not applicable was chosen: why?
};

struct QuestionCard {
  std::uint32_t indicator = 0;
  std::string place;  ///< "12 of 52 · dimension · criterion"
  std::string ask;
  std::string help;
  std::vector<std::string> counts_when;
  std::vector<std::string> notes;  ///< target, inherited, asked above, earlier answer
  bool is_below = false;
  std::string no_input;  ///< why it cannot be answered here; empty: it can
  std::vector<SourceChoice> sources;
  std::vector<AnswerOption> options;  ///< of a scale of points
  bool is_measure = false;
  std::string figure_hint;  ///< "hours, 0 to 720"
  std::string given;        ///< the answer in words, where there is one: "4.5 hours", "not applicable: …"
  std::string given_by;     ///< by whom and when
  bool is_not_applicable = false;
  bool is_dont_know = false;
  std::string carried;  ///< set where the answer is carried over: says from when
  std::vector<ConfidenceChoice> confidence;
  std::vector<EvidenceTick> evidence;
  bool asks_name = false;  ///< several people give this view, so that names keep their answers apart
  Grid others;             ///< what other sources and people say
  std::string spread;      ///< how far the sources are apart; or empty

  AnswerOrder order;          ///< the answer's place, without a value
  std::optional<Answer> own;  ///< the answer there
  std::string draft_of;
};

/// The answer in words: a point's label, a figure with its unit, not applicable with its reason.
std::string answer_text(const Scale& scale, const Answer& answer, const Catalogue& words);

/// The card of a question as the draft stands; takes the draft over to it when it belongs to another one.
/// `no_input`: why nothing can be answered at all, or empty.
QuestionCard question_card(const Desk& desk, const UnitAnswers& known, const Question& question,
                           std::optional<Source> wanted, const std::string& no_input, AnswerDraft& draft);

// Each saves at once; false where there is nothing to save, or no input.
bool give_point(Desk& desk, const QuestionCard& card, const AnswerDraft& draft, std::size_t option);
bool give_figure(Desk& desk, const QuestionCard& card, const AnswerDraft& draft);
/// Needs a reason in the draft.
bool give_not_applicable(Desk& desk, const QuestionCard& card, AnswerDraft& draft);
bool give_dont_know(Desk& desk, const QuestionCard& card, const AnswerDraft& draft);
/// Keeps a carried-over answer as it is: it was looked at again.
bool confirm(Desk& desk, const QuestionCard& card, const AnswerDraft& draft);
/// Comment, confidence and evidence of an answer that is there already.
bool save_draft(Desk& desk, const QuestionCard& card, const AnswerDraft& draft);

}  // namespace orienta::gui
