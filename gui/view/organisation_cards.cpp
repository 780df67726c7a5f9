// SPDX-License-Identifier: MIT
#include "view/organisation_cards.hpp"

#include <algorithm>

#include "paint/imgui_compat.hpp"

namespace orienta::gui {
namespace {

constexpr float kTargetRows = 190;
constexpr float kMostAssessmentRows = 180;

}  // namespace

void OrganisationCards::draw(Ui& ui, bool can_change, Confirm& confirm) {
  const float half = (ui.width_left() - kGap) / 2;
  ImGui::BeginGroup();
  ui.card("organisation.targets-card", {.width = half}, [&] { targets(ui, can_change); });
  ImGui::EndGroup();
  ui.beside(kGap);
  ImGui::BeginGroup();
  ui.card("organisation.sets-card", {.width = half}, [&] { sets(ui, can_change, confirm); });
  ui.space(kGap);
  ui.card("organisation.assessments-card", {.width = half}, [&] { assessments(ui, confirm); });
  ImGui::EndGroup();
}

void OrganisationCards::targets(Ui& ui, bool can_change) {
  const TargetsCard& card = targets_.get(ui.desk().stamp(), [&] {
    target_row_.reset();
    return targets_card(ui.desk());
  });
  ui.label(card.title, TextSize::kSection, Ink::kText, ui.width_left());
  if (const auto row = ui.grid("organisation.targets", card.held, kTargetRows, target_row_))
    target_row_ = row;
  if (!can_change) return;
  ui.space(kSmallGap);
  if (target_row_ && *target_row_ < card.removes.size()) {
    const auto& removes = card.removes[*target_row_];
    if (ui.button("organisation.target-remove", ui.say(msg("viewmodel.org-target-remove")), Ui::Kind::kPlain,
                  removes.has_value()))
      remove_target_of(ui.desk(), *removes);
    if (!removes) {
      ui.beside();
      ImGui::AlignTextToFramePadding();
      ui.label(ui.say(msg("viewmodel.org-target-fixed")), TextSize::kCaption, Ink::kMuted, ui.width_left());
    }
    ui.space(kSmallGap);
  }
  if (!card.places.empty()) new_target(ui, card);
}

void OrganisationCards::new_target(Ui& ui, const TargetsCard& card) {
  std::vector<std::string> places;
  for (const TargetPlace& place : card.places)
    places.push_back(place.title);
  place_ = std::min(place_, card.places.size() - 1);
  whom_ = std::min(whom_, card.whom.size() - 1);
  const TargetPlace& place = card.places[place_];
  const std::vector<TargetFigure> figures = figures_of(place);
  figure_ = std::min(figure_, figures.size() - 1);
  std::vector<std::string> figure_titles;
  for (const TargetFigure figure : figures)
    figure_titles.push_back(title_of(figure, ui.desk().words()));

  const float wide = ui.width_left();
  if (const auto chosen = ui.picker("organisation.target-place", places, place_, wide)) place_ = *chosen;
  const float third = (wide - 2 * kSmallGap) / 3;
  if (const auto chosen = ui.picker("organisation.target-figure", figure_titles, figure_, third))
    figure_ = *chosen;
  ui.beside();
  ui.input("organisation.target-text", figure_text_, ui.say(msg("viewmodel.org-target-hint")), third);
  const bool entered = ui.is_entered() && !figure_text_.empty() && compat::is_pressed(compat::Key::kEnter);
  ui.beside();
  if (const auto chosen = ui.picker("organisation.target-whom", card.whom_titles, whom_, third))
    whom_ = *chosen;
  const bool clicked = ui.button("organisation.target-set", ui.say(msg("viewmodel.org-target-set")),
                                 Ui::Kind::kPlain, !figure_text_.empty());
  if (!clicked && !entered) return;
  set_target_of(ui.desk(), place, figures[figure_], figure_text_, card.whom[whom_]);
  figure_text_.clear();
}

void OrganisationCards::sets(Ui& ui, bool can_change, Confirm& confirm) {
  const SetsCard& card = sets_.get(ui.desk().stamp(), [&] { return sets_card(ui.desk()); });
  Desk& desk = ui.desk();
  ui.label(ui.say(msg("viewmodel.org-sets")), TextSize::kSection);
  const std::string remove = ui.say(msg("viewmodel.org-remove"));
  const float wide = ui.width_left();
  const float left = wide - (can_change ? ui.fonts().width(remove, TextSize::kBody) + kGap : 0);
  for (const SetsCard::Used& set : card.used) {
    ui.label(set.title, TextSize::kBody, Ink::kText, left);
    if (can_change) {
      ImGui::SameLine(ImGui::GetStyle().WindowPadding.x +
                      ui.px(wide - ui.fonts().width(remove, TextSize::kBody)));
      if (ui.link("organisation.drop-set." + set.id, remove))
        confirm.ask(set.question, remove, [&desk, id = set.id] { drop_set(desk, id); });
    }
    ui.label(set.about, TextSize::kCaption, Ink::kMuted, wide);
  }
  if (card.used.empty()) ui.empty(ui.say(msg("viewmodel.org-no-sets")));
  if (!can_change) return;
  ui.space(kSmallGap);
  if (card.others.empty()) {
    ui.label(card.says, TextSize::kCaption, Ink::kMuted, wide);
    return;
  }
  other_set_ = std::min(other_set_, card.others.size() - 1);
  const std::string add = ui.say(msg("viewmodel.org-add-set"));
  const float button = ui.fonts().width(add, TextSize::kBody) + 24;
  if (const auto chosen =
          ui.picker("organisation.other-set", card.other_titles, other_set_, wide - button - kSmallGap))
    other_set_ = *chosen;
  ui.beside();
  if (ui.button("organisation.add-set", add)) use_set(desk, card.others[other_set_]);
}

void OrganisationCards::assessments(Ui& ui, Confirm& confirm) {
  const AssessmentsCard& card =
      assessments_.get(ui.desk().stamp(), [&] { return assessments_card(ui.desk()); });
  Desk& desk = ui.desk();
  ui.label(ui.say(msg("viewmodel.org-assessments")), TextSize::kSection);
  const float rows = kRowHeight * static_cast<float>(card.grid.rows.size() + 1) + 4;
  if (const auto row = ui.grid("organisation.assessments", card.grid,
                               rows > kMostAssessmentRows ? kMostAssessmentRows : 0, card.chosen);
      row && *row != card.chosen)
    desk.look_at(card.ids[*row]);
  ui.space(kSmallGap);
  if (card.can_make &&
      ui.button("organisation.new-assessment", ui.say(msg("viewmodel.org-new-assessment")))) {
    is_making_ = !is_making_;
    period_ = card.next_period;
    as_of_ = default_as_of(period_);
  }
  if (card.can_close) {
    ui.beside();
    if (ui.button("organisation.close-assessment", ui.say(msg("viewmodel.org-close-assessment"))))
      confirm.ask(card.close_question, ui.say(msg("viewmodel.org-close-assessment")),
                  [&desk] { close_looked_at(desk); });
  }
  if (is_making_ && card.can_make) new_assessment_form(ui);
}

void OrganisationCards::new_assessment_form(Ui& ui) {
  ui.space(kSmallGap);
  ui.paragraph(ui.say(msg("viewmodel.org-new-about")), TextSize::kCaption, Ink::kMuted);
  const float field = (ui.width_left() - kSmallGap) / 2;
  ImGui::BeginGroup();
  ui.label(ui.say(msg("viewmodel.org-period")), TextSize::kCaption, Ink::kMuted);
  const std::string before = default_as_of(period_);
  if (ui.input("organisation.period", period_, ui.say(msg("viewmodel.org-period-hint")), field) &&
      as_of_ == before)
    as_of_ = default_as_of(period_);
  ImGui::EndGroup();
  ui.beside();
  ImGui::BeginGroup();
  ui.label(ui.say(msg("app.column-as-of")), TextSize::kCaption, Ink::kMuted);
  ui.tip(ui.say(msg("viewmodel.org-as-of-tip")));
  ui.input("organisation.as-of", as_of_, ui.say(msg("viewmodel.org-as-of-hint")), field);
  ImGui::EndGroup();
  ui.checkbox("organisation.carry-over", ui.say(msg("viewmodel.org-carry-over")), carry_over_);
  if (!ui.button("organisation.make-assessment", ui.say(msg("viewmodel.org-make-assessment")),
                 Ui::Kind::kPrimary, !period_.empty()))
    return;
  new_assessment(ui.desk(), period_, as_of_, carry_over_);
  is_making_ = false;
}

}  // namespace orienta::gui
