// SPDX-License-Identifier: MIT
#include "view/question_view.hpp"

#include <algorithm>
#include <utility>

#include "paint/imgui_compat.hpp"

namespace orienta::gui {
namespace {

constexpr float kChoicePadding = 20;

/// Puts the next choice beside the last one while there is room, else into a new line.
class Flow {
 public:
  explicit Flow(Ui& ui) : ui_(ui), wide_(ui.width_left()) {}
  void place(std::string_view text) {
    const float width = ui_.fonts().width(text, TextSize::kBody) + kChoicePadding;
    if (used_ > 0 && used_ + kSmallGap + width <= wide_) {
      ui_.beside();
      used_ += kSmallGap + width;
    } else {
      used_ = width;
    }
  }

 private:
  Ui& ui_;
  float wide_;
  float used_ = 0;
};

}  // namespace

void QuestionView::draw(Ui& ui, const QuestionCard& card, AssessState& state) {
  text(ui, card);
  ui.space(kSmallGap);
  if (!card.no_input.empty()) ui.paragraph(card.no_input, TextSize::kBody, Ink::kMuted);
  sources(ui, card, state);
  answers(ui, card, state);
  ui.space(kSmallGap);
  buttons(ui, card, state);
  ui.space(kGap);
  details(ui, card, state);
  evidence(ui, card, state);
  ui.space(kGap);
  ui.strong(ui.say(msg("viewmodel.assess-others")));
  if (card.others.rows.empty())
    ui.label(ui.say(msg("viewmodel.assess-no-others")), TextSize::kBody, Ink::kMuted);
  else
    ui.grid("assess.others", card.others);
  if (!card.spread.empty()) ui.label(card.spread, TextSize::kBody, Ink::kMuted, ui.width_left());
}

void QuestionView::text(Ui& ui, const QuestionCard& card) {
  ui.label(card.place, TextSize::kCaption, Ink::kMuted, ui.width_left());
  ui.paragraph(card.ask, TextSize::kSection);
  if (!card.counts_when.empty()) {
    ui.space(4);
    ui.label(ui.say(msg("viewmodel.assess-counts-when")), TextSize::kCaption, Ink::kMuted);
    for (const std::string& each : card.counts_when)
      ui.paragraph("• " + each);
  }
  if (!card.help.empty()) ui.paragraph(card.help, TextSize::kCaption, Ink::kMuted);
  for (const std::string& note : card.notes)
    ui.paragraph(note, TextSize::kCaption, card.is_below ? Ink::kBelow : Ink::kText);
}

void QuestionView::sources(Ui& ui, const QuestionCard& card, AssessState& state) {
  ui.label(ui.say(msg("viewmodel.assess-view-of")), TextSize::kCaption, Ink::kMuted);
  Flow flow(ui);
  for (const SourceChoice& source : card.sources) {
    flow.place(source.text);
    if (ui.choice(source.name, source.text, source.is_chosen)) choose_source(state, source.source);
  }
  if (!card.asks_name) return;
  ui.input("assess.name", state.draft.assessor, ui.say(msg("viewmodel.assess-name-hint")),
           std::min(280.0F, ui.width_left()));
  if (ui.is_entered()) ++state.revision;
}

void QuestionView::answers(Ui& ui, const QuestionCard& card, AssessState& state) {
  ui.space(4);
  if (!card.carried.empty()) {
    ui.paragraph(card.carried, TextSize::kBody, Ink::kMuted);
    if (ui.button("assess.confirm", ui.say(msg("viewmodel.assess-still-true")), Ui::Kind::kPrimary,
                  card.no_input.empty()))
      confirm(ui.desk(), card, state.draft);
    ui.space(4);
  }
  if (card.is_measure) return figure(ui, card, state);
  for (std::size_t i = 0; i < card.options.size(); ++i) {
    const AnswerOption& option = card.options[i];
    const std::string key = option.key != 0 ? std::string(1, option.key) : "";
    if (ui.option("assess.option." + option.id, key, option.text, option.is_chosen, card.no_input.empty()))
      give_point(ui.desk(), card, state.draft, i);
  }
}

void QuestionView::figure(Ui& ui, const QuestionCard& card, AssessState& state) {
  if (!card.given.empty())
    ui.label(ui.say(msg("viewmodel.assess-given", {{"answer", card.given}})), TextSize::kBody, Ink::kText,
             ui.width_left());
  if (!card.no_input.empty()) return;
  if (std::exchange(has_arrived_, false)) ui.focus_next();
  ui.input("assess.figure", state.draft.figure, ui.say(msg("viewmodel.assess-figure-hint")), 160);
  const bool is_entered = ui.is_entered();
  ui.beside();
  ui.label(card.figure_hint, TextSize::kBody, Ink::kMuted);
  if (ui.button("assess.save-figure", ui.say(msg("viewmodel.assess-save")), Ui::Kind::kPlain,
                !state.draft.figure.empty()) ||
      is_entered)
    give_figure(ui.desk(), card, state.draft);
}

void QuestionView::buttons(Ui& ui, const QuestionCard& card, AssessState& state) {
  const bool enabled = card.no_input.empty();
  Flow flow(ui);
  const std::string none = ui.say(msg("viewmodel.assess-button-not-applicable"));
  flow.place(none);
  if (ui.choice("assess.not-applicable", none, card.is_not_applicable || state.draft.asks_reason) &&
      enabled) {
    state.draft.asks_reason = true;
    focuses_reason_ = true;
  }
  const std::string unknown = ui.say(msg("viewmodel.assess-button-unknown"));
  flow.place(unknown);
  if (ui.choice("assess.dont-know", unknown, card.is_dont_know)) give_dont_know(ui.desk(), card, state.draft);
  if (!card.given_by.empty()) {
    const std::string by = ui.say(msg("viewmodel.assess-given-by", {{"by", card.given_by}}));
    ui.label(by, TextSize::kCaption, Ink::kMuted, ui.width_left());
  }
  if (!state.draft.asks_reason && !card.is_not_applicable) return;
  if (std::exchange(focuses_reason_, false)) ui.focus_next();
  ui.input("assess.reason", state.draft.reason, ui.say(msg("viewmodel.assess-reason-hint")), ui.width_left());
  if (ui.is_entered()) give_not_applicable(ui.desk(), card, state.draft);
}

void QuestionView::details(Ui& ui, const QuestionCard& card, AssessState& state) {
  ui.label(ui.say(msg("viewmodel.assess-comment")), TextSize::kCaption, Ink::kMuted);
  ui.input_lines("assess.comment", state.draft.comment, ui.say(msg("viewmodel.assess-comment-hint")),
                 ui.width_left(), 56);
  if (ui.is_entered()) save_draft(ui.desk(), card, state.draft);
  ui.label(ui.say(msg("viewmodel.assess-confidence")), TextSize::kCaption, Ink::kMuted);
  Flow flow(ui);
  for (const ConfidenceChoice& each : card.confidence) {
    flow.place(each.text);
    if (!ui.choice("assess.confidence." + each.id, each.text, each.is_chosen)) continue;
    state.draft.confidence = each.is_chosen ? "" : each.id;
    ++state.revision;
    save_draft(ui.desk(), card, state.draft);
  }
}

void QuestionView::evidence(Ui& ui, const QuestionCard& card, AssessState& state) {
  ui.label(ui.say(msg("viewmodel.assess-evidence")), TextSize::kCaption, Ink::kMuted);
  if (card.evidence.empty()) {
    ui.label(ui.say(msg("viewmodel.assess-no-evidence")), TextSize::kBody, Ink::kMuted);
    return;
  }
  const auto change = [&](const EvidenceTick& tick) {
    if (tick.is_ticked)
      std::erase(state.draft.evidence, tick.id);
    else
      state.draft.evidence.push_back(tick.id);
    ++state.revision;
    save_draft(ui.desk(), card, state.draft);
  };
  std::vector<std::string> others{ui.say(msg("viewmodel.assess-add-evidence"))};
  std::vector<const EvidenceTick*> ticks{nullptr};
  for (const EvidenceTick& tick : card.evidence) {
    if (!tick.is_ticked) {
      others.push_back(tick.text);
      ticks.push_back(&tick);
      continue;
    }
    bool is_on = true;
    const float room = ui.width_left() - 40;
    if (ui.checkbox("assess.evidence." + tick.id,
                    charts::shortened(tick.text, TextSize::kBody, room, ui.fonts().text_width()), is_on))
      change(tick);
    ui.tip(tick.text);
  }
  if (others.size() == 1 || !card.no_input.empty()) return;
  if (const auto added = ui.picker("assess.add-evidence", others, 0, ui.width_left()); added && *added > 0)
    change(*ticks[*added]);
}

void QuestionView::take_keys(Ui& ui, const QuestionCard& card, AssessState& state) {
  using compat::is_pressed;
  if (ImGui::GetIO().KeyCtrl) return;
  for (std::size_t i = 0; i < card.options.size(); ++i)
    if (card.options[i].key != 0 && is_pressed(compat::digit(card.options[i].key - '0')))
      give_point(ui.desk(), card, state.draft, i);
  if (is_pressed(compat::letter('D'))) give_dont_know(ui.desk(), card, state.draft);
  if (is_pressed(compat::letter('S'))) confirm(ui.desk(), card, state.draft);
  if (is_pressed(compat::letter('N')) && card.no_input.empty()) {
    state.draft.asks_reason = true;
    focuses_reason_ = true;
  }
}

}  // namespace orienta::gui
