// SPDX-License-Identifier: MIT
#include <algorithm>

#include "view/page_view.hpp"
#include "viewmodel/overview.hpp"

namespace orienta::gui {
namespace {

constexpr std::size_t kCardsInRow = 4;

class OverviewView : public PageView {
 public:
  void draw(Ui& ui) override {
    const OverviewPage& page = page_.get(ui.desk().stamp(), [&] { return overview_page(ui.desk()); });
    ui.label(page.unit, TextSize::kTitle, Ink::kText, ui.width_left());
    if (!page.note.empty()) ui.paragraph(page.note, TextSize::kCaption, Ink::kMuted);
    ui.space(kSmallGap);
    cards(ui, page);
    if (page.cards.empty()) {
      ui.empty(ui.say(msg("viewmodel.no-sets")));
      return;
    }
    ui.space(kGap);
    charts(ui, page);
    ui.space(kGap);
    below(ui, page);
    ui.space(kGap);
  }

 private:
  static void cards(Ui& ui, const OverviewPage& page) {
    const std::size_t in_row = std::min(std::max<std::size_t>(page.cards.size(), 2), kCardsInRow);
    const float width =
        (ui.width_left() - kGap * static_cast<float>(in_row - 1)) / static_cast<float>(in_row);
    float height = 0;
    for (const SetCard& card : page.cards)
      height = std::max(height, ui.natural_height(name_of(card)));
    for (std::size_t i = 0; i < page.cards.size(); ++i) {
      if (i % in_row != 0)
        ui.beside(kGap);
      else if (i > 0)
        ui.space(kGap);
      const SetCard& card = page.cards[i];
      if (ui.card(name_of(card), {width, height, card.is_chosen, true}, [&] { set_card(ui, card); }))
        ui.desk().choose_set(card.set);
    }
  }

  static std::string name_of(const SetCard& card) { return "overview.set." + std::to_string(card.set); }

  static void set_card(Ui& ui, const SetCard& card) {
    const float wide = ui.width_left();
    ui.strong(charts::shortened(card.title, TextSize::kBody, wide, ui.fonts().text_width()));
    ui.tip(card.title);
    if (!card.failed.empty()) {
      ui.paragraph(card.failed, TextSize::kCaption, Ink::kBelow);
      if (card.figure.empty()) return;
    }
    ui.label(card.figure.empty() ? "–" : card.figure, TextSize::kFigure);
    ui.label(card.figure_says + (card.means.empty() ? "" : " · " + card.means), TextSize::kCaption,
             Ink::kMuted, wide);
    for (const std::string& line : card.lines)
      ui.label(line, TextSize::kCaption, Ink::kText, wide);
    if (card.ladder.levels > 0) {
      ui.space(4);
      ui.scene(name_of(card) + ".ladder", charts::progress(card.ladder, {wide, 12}, ui.fonts().text_width()));
    }
    ui.space(4);
    ui.label(card.completeness, TextSize::kCaption, Ink::kMuted, wide);
    if (card.why && ui.link(name_of(card) + ".why", ui.say(msg("viewmodel.why"))))
      ui.desk().ask_why(*card.why);
  }

  static void charts(Ui& ui, const OverviewPage& page) {
    const bool has_units = !page.units.table.rows.empty();
    const float wide = ui.width_left();
    const float left = has_units ? std::min(420.0F, (wide - kGap) * 0.42F) : wide;
    const float height =
        has_units ? std::clamp(page.units.height, 320.0F, 520.0F) : std::max(page.profile.height, 320.0F);
    const float inner = height + 56 + kCardPadding;
    ui.card("overview.profile-card", {left, inner},
            [&] { ui.figure(page.profile, ui.width_left(), height); });
    if (!has_units) return;
    ui.beside(kGap);
    ui.card("overview.units-card", {wide - left - kGap, inner}, [&] {
      if (const auto cell = ui.figure(page.units, ui.width_left(), height);
          cell && *cell < page.unit_cells.size())
        ui.desk().ask_why(page.unit_cells[*cell]);
    });
  }

  static void below(Ui& ui, const OverviewPage& page) {
    const float half = (ui.width_left() - kGap) / 2;
    const float height = std::max(ui.natural_height("overview.gaps"), ui.natural_height("overview.changes"));
    ui.card("overview.gaps", {half, height}, [&] {
      ui.label(ui.say(msg("viewmodel.gaps-that-matter")), TextSize::kSection);
      if (page.gaps.empty()) ui.empty(page.gaps_empty);
      for (std::size_t i = 0; i < page.gaps.size(); ++i)
        gap(ui, page.gaps[i], "overview.gap." + std::to_string(i));
      if (!page.settles.empty()) {
        ui.space(4);
        if (ui.link("overview.settle", page.settles)) ui.desk().go(Page::kResults);
      }
    });
    ui.beside(kGap);
    ui.card("overview.changes", {half, height}, [&] {
      ui.label(page.changes_title, TextSize::kSection, Ink::kText, ui.width_left());
      for (const std::string& change : page.changes)
        ui.paragraph(change);
    });
  }

  static void gap(Ui& ui, const GapLine& line, const std::string& name) {
    ui.space(4);
    const float wide = ui.width_left();
    const std::string effect =
        line.effect.empty() ? "" : ui.say(msg("viewmodel.effect-is", {{"effect", line.effect}}));
    const float right = ui.fonts().width(effect, TextSize::kBody);
    const std::string title =
        charts::shortened(line.title, TextSize::kBody, wide - right - kGap, ui.fonts().text_width());
    if (ui.link(name, title, Ink::kText)) ui.desk().ask_why(line.why);
    ui.tip(line.title);
    if (!effect.empty()) {
      ImGui::SameLine(ImGui::GetStyle().WindowPadding.x + ui.px(wide - right));
      ui.label(effect, TextSize::kBody, Ink::kAccent);
    }
    ui.label(line.from_to + (line.blocks.empty() ? "" : " · " + line.blocks), TextSize::kCaption, Ink::kMuted,
             wide);
  }

  Cached<OverviewPage> page_;
};

}  // namespace

std::unique_ptr<PageView> overview_view() {
  return std::make_unique<OverviewView>();
}

}  // namespace orienta::gui
