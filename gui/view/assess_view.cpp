// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "paint/imgui_compat.hpp"
#include "view/page_view.hpp"
#include "view/question_view.hpp"
#include "view/tabs.hpp"

namespace orienta::gui {
namespace {

constexpr float kFindWidth = 220;

class AssessView : public PageView {
 public:
  void draw(Ui& ui) override {
    // Pages of either number are new pages; neither ever goes back.
    const std::uint64_t stamp = ui.desk().stamp() + state_.revision;
    const AssessPage& page = page_.get(stamp, [&] { return assess_page(ui.desk(), state_); });
    keys(ui, page);
    header(ui, page);
    if (!page.no_input.empty()) ui.paragraph(page.no_input, TextSize::kBody, Ink::kBelow);
    if (!page.filters.empty()) filters(ui, page);
    if (!page.says.empty()) ui.empty(page.says);
    ui.space(kSmallGap);
    const float height = std::max(ui.height_left() - 4, 240.0F);
    const float wide = ui.width_left();
    const float left = std::clamp(wide * 0.42F, 320.0F, 500.0F);
    if (!page.list.rows.empty()) {
      list(ui, page, left, height);
      ui.beside(kGap);
    }
    if (page.card) question(ui, *page.card, page.list.rows.empty() ? wide : wide - left - kGap, height);
  }

 private:
  void header(Ui& ui, const AssessPage& page) {
    const float wide = ui.width_left();
    ui.label(page.unit, TextSize::kTitle, Ink::kText, wide * 0.45F);
    const float says = ui.fonts().width(page.level_says, TextSize::kCaption);
    const float level = ui.fonts().width(page.level, TextSize::kTitle);
    const float room = wide * 0.55F - level - kGap;
    ImGui::SameLine(ui.px(std::max(wide * 0.45F, wide - std::min(says, room) - level - kGap)));
    ui.label(page.level, TextSize::kTitle, Ink::kAccent);
    ui.beside(kSmallGap);
    ui.label(page.level_says, TextSize::kCaption, Ink::kMuted, std::max(room, 60.0F));
    draw_tabs(ui, set_tabs(ui.desk()));
    ui.space(kSmallGap);
  }

  void filters(Ui& ui, const AssessPage& page) {
    for (const FilterChoice& filter : page.filters) {
      if (&filter != &page.filters.front()) ui.beside(4);
      if (ui.choice(filter.name, filter.text, filter.is_chosen)) {
        state_.filter = filter.filter;
        ++state_.revision;
      }
    }
    ui.beside();
    if (std::exchange(focuses_find_, false)) ui.focus_next();
    if (ui.input("assess.find", state_.find, ui.say(msg("viewmodel.assess-find")),
                 std::clamp(ui.width_left(), 80.0F, kFindWidth)))
      ++state_.revision;
  }

  void list(Ui& ui, const AssessPage& page, float width, float height) {
    ImGui::BeginChild("assess.left", {ui.px(width), ui.px(height)});
    if (const auto row = ui.grid("assess.list", page.list, height, page.chosen_row)) {
      const std::size_t first = page.row_indicator[*row] ? *row : *row + 1;
      leave(ui, page);
      if (first < page.row_indicator.size() && page.row_indicator[first])
        choose_indicator(ui.desk(), state_, *page.row_indicator[first]);
    }
    ImGui::EndChild();
  }

  void question(Ui& ui, const QuestionCard& card, float width, float height) {
    ImGui::BeginChild("assess.right", {ui.px(width), ui.px(height)});
    ui.card("assess.card", {}, [&] { question_.draw(ui, card, state_); });
    ImGui::EndChild();
  }

  /// What was written but not saved yet is saved before another question is shown.
  void leave(Ui& ui, const AssessPage& page) {
    if (page.card) save_draft(ui.desk(), *page.card, state_.draft);
  }

  void keys(Ui& ui, const AssessPage& page) {
    using compat::Key;
    if (ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) return;
    ui.take_keys();
    if (ImGui::GetIO().KeyCtrl && compat::is_pressed(compat::letter('F'))) focuses_find_ = true;
    if (ui.is_typing()) return;
    if (compat::is_pressed(Key::kDown, true)) move(ui, page, 1);
    if (compat::is_pressed(Key::kUp, true)) move(ui, page, -1);
    if (compat::is_pressed(Key::kEnter)) {
      leave(ui, page);
      go_on(ui.desk(), state_, page);
      question_.arrive();
    }
    if (page.card) question_.take_keys(ui, *page.card, state_);
  }

  void move(Ui& ui, const AssessPage& page, int by) {
    leave(ui, page);
    step(ui.desk(), state_, page, by);
  }

  AssessState state_;
  Cached<AssessPage> page_;
  QuestionView question_;
  bool focuses_find_ = false;
};

}  // namespace

std::unique_ptr<PageView> assess_view() {
  return std::make_unique<AssessView>();
}

}  // namespace orienta::gui
