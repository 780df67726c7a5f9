// SPDX-License-Identifier: MIT
#include <algorithm>

#include "view/page_view.hpp"
#include "viewmodel/overview.hpp"

namespace orienta::gui {
namespace {

constexpr std::size_t kCardsInRow = 4;
constexpr float kLeastCard = 230;
/// Below this the two charts stand one above the other.
constexpr float kLeastForTwo = 760;
/// What a heat map needs for its rows' names, and for the heading of a column.
constexpr float kHeatNames = 180;
constexpr float kLeastHeatColumn = 72;
/// Title and padding around a chart in its card.
constexpr float kFigureFrame = 56 + kCardPadding;

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
  }

 private:
  static void cards(Ui& ui, const OverviewPage& page) {
    const auto fitting = static_cast<std::size_t>((ui.width_left() + kGap) / (kLeastCard + kGap));
    const std::size_t in_row =
        std::clamp<std::size_t>(page.cards.size(), 2, std::clamp<std::size_t>(fitting, 2, kCardsInRow));
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
    ui.label(card.figure.empty() ? "–" : card.figure, TextSize::kFigure,
             card.is_provisional ? Ink::kMuted : Ink::kText);
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

  /// Radar and heat map side by side with gaps and changes below them, or, where the heat map's headings need
  /// the whole width, the radar beside gaps and changes with the heat map below.
  static void charts(Ui& ui, const OverviewPage& page) {
    const float wide = ui.width_left();
    const float half = (wide - kGap) / 2;
    const bool has_units = !page.units.table.rows.empty();
    const float left = std::min(460.0F, (wide - kGap) * 0.42F);
    const float column = (wide - left - kHeatNames) / static_cast<float>(page.units.table.columns.size());
    if (has_units && wide >= kLeastForTwo && column >= kLeastHeatColumn) {
      const float height = std::clamp(page.units.height, 320.0F, 520.0F);
      profile(ui, page, left, height + kFigureFrame);
      ui.beside(kGap);
      units(ui, page, wide - left - kGap, height + kFigureFrame);
      ui.space(kGap);
      const float text = std::max(ui.natural_height("overview.gaps"), ui.natural_height("overview.changes"));
      gaps(ui, page, half, text);
      ui.beside(kGap);
      changes(ui, page, half, text);
      return;
    }
    const bool is_beside = wide >= kLeastForTwo;
    const float between = kGap + ImGui::GetStyle().ItemSpacing.y / ui.px(1);
    const float texts = ui.natural_height("overview.gaps") + between + ui.natural_height("overview.changes");
    const float height = std::max({texts, 360.0F, page.profile.height + kFigureFrame});
    profile(ui, page, is_beside ? half : wide, height);
    is_beside ? ui.beside(kGap) : ui.space(kGap);
    ImGui::BeginGroup();
    gaps(ui, page, is_beside ? half : wide, ui.natural_height("overview.gaps"));
    ui.space(kGap);
    const float rest = height - ui.natural_height("overview.gaps") - between;
    changes(ui, page, is_beside ? half : wide, is_beside ? rest : ui.natural_height("overview.changes"));
    ImGui::EndGroup();
    if (!has_units) return;
    ui.space(kGap);
    units(ui, page, wide, page.units.height + kFigureFrame);
  }

  static void profile(Ui& ui, const OverviewPage& page, float width, float height) {
    ui.card("overview.profile-card", {width, height},
            [&] { ui.figure(page.profile, ui.width_left(), height - kFigureFrame); });
  }

  static void units(Ui& ui, const OverviewPage& page, float width, float height) {
    ui.card("overview.units-card", {width, height}, [&] {
      if (const auto cell = ui.figure(page.units, ui.width_left(), height - kFigureFrame);
          cell && *cell < page.unit_cells.size())
        ui.desk().ask_why(page.unit_cells[*cell]);
    });
  }

  static void gaps(Ui& ui, const OverviewPage& page, float width, float height) {
    ui.card("overview.gaps", {width, height}, [&] {
      ui.label(ui.say(msg("viewmodel.gaps-that-matter")), TextSize::kSection);
      if (page.gaps.empty()) ui.empty(page.gaps_empty);
      for (std::size_t i = 0; i < page.gaps.size(); ++i)
        gap(ui, page.gaps[i], "overview.gap." + std::to_string(i));
      if (!page.settles.empty()) {
        ui.space(4);
        if (ui.link("overview.settle", page.settles)) ui.desk().go(Page::kResults);
      }
    });
  }

  static void changes(Ui& ui, const OverviewPage& page, float width, float height) {
    ui.card("overview.changes", {width, height}, [&] {
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
