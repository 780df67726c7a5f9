// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "view/page_view.hpp"
#include "view/tabs.hpp"
#include "viewmodel/plan.hpp"

namespace orienta::gui {
namespace {

constexpr float kPicker = 108;
constexpr float kNow = 84;

class PlanView : public PageView {
 public:
  void draw(Ui& ui) override {
    if (ui.desk().study()->assessment->sets.empty()) {
      ui.empty(ui.say(msg("viewmodel.no-sets")));
      return;
    }
    const Study& study = *ui.desk().study();
    const CriteriaSet& set = study.assessment->sets[ui.desk().set()];
    PlanChoice& choice =
        choices_[study.file.string() + " " + study.units()[ui.desk().unit()].id.value + " " + set.id.value];
    const PlanPage& page =
        page_.get(ui.desk().stamp() + (changes_ << 32U), [&] { return plan_page(ui.desk(), choice); });
    draw_tabs(ui, page.tabs);
    ui.space(kSmallGap);
    if (!page.failed.empty()) {
      ui.paragraph(page.failed, TextSize::kBody, Ink::kBelow);
      return;
    }
    const float wide = ui.width_left();
    const float left = (wide - kGap) * 0.56F;
    ImGui::BeginGroup();
    ui.card("plan.improvements", {left, 0}, [&] { improvements(ui, page, set, choice); });
    ui.space(kGap);
    ui.card("plan.criteria", {left, 0}, [&] { criteria(ui, page, choice); });
    ImGui::EndGroup();
    ui.beside(kGap);
    ImGui::BeginGroup();
    ui.card("plan.result", {wide - left - kGap, 0}, [&] { result(ui, page, choice); });
    ImGui::EndGroup();
    ui.space(kGap);
  }

 private:
  void improvements(Ui& ui, const PlanPage& page, const CriteriaSet& set, PlanChoice& choice) {
    ui.label(ui.say(msg("viewmodel.plan-improvements")), TextSize::kSection);
    if (!page.empty.empty()) ui.empty(page.empty);
    if (!page.lines.empty())
      ui.paragraph(ui.say(msg("viewmodel.plan-order-note")), TextSize::kCaption, Ink::kMuted);
    for (const PlanLine& line : page.lines) {
      ui.space(kSmallGap);
      bool ticked = line.is_chosen;
      if (ui.checkbox(line.name, "", ticked)) {
        tick(set, choice, line.improvement, ticked);
        ++changes_;
      }
      ui.beside();
      ImGui::BeginGroup();
      ui.paragraph(line.title);
      ui.tip(line.raises);
      ui.paragraph(line.effort + (line.effect.empty() ? "" : " · " + line.effect), TextSize::kCaption,
                   Ink::kMuted);
      if (!line.needs.empty()) ui.paragraph(line.needs, TextSize::kCaption, Ink::kMuted);
      ImGui::EndGroup();
    }
  }

  void criteria(Ui& ui, const PlanPage& page, PlanChoice& choice) {
    ui.label(ui.say(msg("viewmodel.plan-criteria")), TextSize::kSection);
    ui.paragraph(ui.say(msg("viewmodel.plan-criteria-note")), TextSize::kCaption, Ink::kMuted);
    if (page.raises.empty()) ui.empty(ui.say(msg("viewmodel.nothing-answered")));
    const float wide = ui.width_left();
    const float start = ImGui::GetCursorPosX();
    for (const RaiseLine& line : page.raises) {
      ImGui::AlignTextToFramePadding();
      ui.label(line.title, TextSize::kBody, Ink::kText, wide - kPicker - kNow - 2 * kSmallGap);
      ImGui::SameLine(start + ui.px(wide - kPicker - kNow));
      ImGui::AlignTextToFramePadding();
      ui.label(line.now, TextSize::kBody, Ink::kMuted, kNow - kSmallGap);
      ImGui::SameLine(start + ui.px(wide - kPicker));
      if (const auto step = ui.picker(line.name, line.choices, line.chosen, kPicker)) {
        raise(choice, line.node, *step);
        ++changes_;
      }
    }
  }

  void result(Ui& ui, const PlanPage& page, PlanChoice& choice) {
    ui.label(ui.say(msg("viewmodel.plan-result")), TextSize::kSection);
    if (!page.figure.empty()) {
      ui.label(page.figure, TextSize::kFigure);
      ui.label(page.figure_says, TextSize::kCaption, Ink::kMuted);
    }
    for (const std::string& line : page.result)
      ui.label(line, TextSize::kBody, Ink::kText, ui.width_left());
    ui.space(kSmallGap);
    ui.strong(ui.say(msg("viewmodel.plan-effort-title")));
    ui.tip(page.effort_tip);
    ui.paragraph(page.effort);
    ui.tip(page.effort_tip);
    ui.space(kSmallGap);
    if (page.dimensions.make) ui.figure(page.dimensions, ui.width_left(), page.dimensions.height);
    ui.paragraph(page.note, TextSize::kCaption, Ink::kMuted);
    ui.space(kSmallGap);
    if (ui.button("plan.clear", ui.say(msg("viewmodel.plan-clear")), Ui::Kind::kPlain, page.can_clear)) {
      choice.chosen.clear();
      choice.raises.clear();
      ++changes_;
    }
  }

  std::map<std::string, PlanChoice> choices_;  ///< by file, unit and set
  std::uint64_t changes_ = 0;
  Cached<PlanPage> page_;
};

}  // namespace

std::unique_ptr<PageView> plan_view() {
  return std::make_unique<PlanView>();
}

}  // namespace orienta::gui
