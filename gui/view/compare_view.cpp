// SPDX-License-Identifier: MIT
#include <algorithm>

#include "view/page_view.hpp"
#include "view/tabs.hpp"
#include "viewmodel/compare.hpp"

namespace orienta::gui {
namespace {

constexpr float kPicker = 240;

class CompareView : public PageView {
 public:
  void draw(Ui& ui) override {
    const Study& study = *ui.desk().study();
    if (study.assessment->sets.empty()) {
      ui.empty(ui.say(msg("viewmodel.no-sets")));
      return;
    }
    if (file_ != study.file) {
      file_ = study.file;
      choice_ = {choice_.units, {}, {}, {}, {}, choice_.changes + 1};
    }
    const ComparePage& page = page_.get(ui.desk().stamp() + (choice_.changes << 32U),
                                        [&] { return compare_page(ui.desk(), choice_); });
    pickers(ui, page);
    ui.space(kSmallGap);
    draw_tabs(ui, page.tabs);
    ui.space(kSmallGap);
    ui.label(page.heading, TextSize::kSection, Ink::kText, ui.width_left());
    if (!page.says.empty()) ui.empty(page.says);
    for (const std::string& line : page.lines)
      ui.paragraph(line);
    for (const std::string& note : page.notes)
      ui.paragraph(note, TextSize::kCaption, Ink::kMuted);
    if (page.table.rows.empty()) return;
    ui.space(kSmallGap);
    ui.card("compare.profile", {}, [&] { ui.figure(page.profile, ui.width_left(), page.profile.height); });
    ui.space(kGap);
    ui.card("compare.table", {}, [&] { table(ui, page); });
    ui.space(kGap);
  }

 private:
  void pickers(Ui& ui, const ComparePage& page) {
    if (ui.choice("compare.assessments", ui.say(msg("viewmodel.compare-assessments")), !page.units))
      choose_kind(choice_, false);
    ui.beside();
    if (ui.choice("compare.units", ui.say(msg("viewmodel.compare-units")), page.units))
      choose_kind(choice_, true);
    ui.space(kSmallGap);
    const float width = std::min(kPicker, (ui.width_left() - 200) / 2);
    if (const auto chosen = ui.picker("compare.first", page.names, page.first, width))
      choose_first(choice_, page.ids[*chosen]);
    ui.beside();
    if (ui.button("compare.swap", ui.say(msg("viewmodel.compare-swap")), Ui::Kind::kQuiet))
      swap_sides(choice_);
    ui.beside();
    if (const auto chosen = ui.picker("compare.second", page.names, page.second, width))
      choose_second(choice_, page.ids[*chosen]);
  }

  static void table(Ui& ui, const ComparePage& page) {
    ui.label(ui.say(msg("viewmodel.compare-change")), TextSize::kSection);
    const std::string copy = ui.say(msg("viewmodel.copy"));
    ImGui::SameLine(ImGui::GetCursorPosX() +
                    ui.px(ui.width_left() - ui.fonts().width(copy, TextSize::kBody)));
    if (ui.link("compare.copy", copy)) ImGui::SetClipboardText(copied(page.table).c_str());
    ui.space(kSmallGap);
    ui.grid("compare.rows", page.table);
  }

  std::filesystem::path file_;
  CompareChoice choice_;
  Cached<ComparePage> page_;
};

}  // namespace

std::unique_ptr<PageView> compare_view() {
  return std::make_unique<CompareView>();
}

}  // namespace orienta::gui
