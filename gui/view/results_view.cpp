// SPDX-License-Identifier: MIT
#include <algorithm>

#include "view/page_view.hpp"
#include "view/tabs.hpp"
#include "viewmodel/results.hpp"

namespace orienta::gui {
namespace {

constexpr float kMatrixHeight = 400;
/// Of a card above its chart: title, switch and gap.
constexpr float kFigureHead = 56;

class ResultsView : public PageView {
 public:
  void draw(Ui& ui) override {
    if (ui.desk().study()->assessment->sets.empty()) {
      ui.empty(ui.say(msg("viewmodel.no-sets")));
      return;
    }
    const ResultsPage& page = page_.get(ui.desk().stamp(), [&] { return results_page(ui.desk()); });
    draw_tabs(ui, page.tabs);
    ui.space(kSmallGap);
    if (!page.failed.empty()) {
      ui.paragraph(page.failed, TextSize::kBody, Ink::kBelow);
      return;
    }
    if (!page.head.empty()) ui.paragraph(page.head, TextSize::kSection);
    ui.space(kSmallGap);
    next_and_settle(ui, page);
    ui.space(kGap);
    gaps(ui, page);
    matrix(ui, page);
    nodes(ui, page);
    ui.space(kGap);
  }

 private:
  static void next_and_settle(Ui& ui, const ResultsPage& page) {
    const bool has_two = !page.settle.empty();
    const float wide = ui.width_left();
    const float width = has_two ? (wide - kGap) / 2 : wide;
    const float height =
        has_two ? std::max(ui.natural_height("results.next"), ui.natural_height("results.settle")) : 0;
    ui.card("results.next", {width, height}, [&] { next(ui, page); });
    if (!has_two) return;
    ui.beside(kGap);
    ui.card("results.settle", {width, height}, [&] { settle(ui, page); });
  }

  static void next(Ui& ui, const ResultsPage& page) {
    ui.label(page.next_title, TextSize::kSection, Ink::kText, ui.width_left());
    if (!page.next_note.empty()) ui.paragraph(page.next_note, TextSize::kCaption, Ink::kMuted);
    for (std::size_t i = 0; i < page.next.size(); ++i) {
      const NamedWhy& each = page.next[i];
      const float wide = ui.width_left();
      const float right = ui.fonts().width(each.says, TextSize::kCaption);
      const std::string title =
          charts::shortened(each.title, TextSize::kBody, wide - right - kGap, ui.fonts().text_width());
      if (ui.link("results.next." + std::to_string(i), title, Ink::kText)) ui.desk().ask_why(each.why);
      ui.tip(each.title);
      if (each.says.empty()) continue;
      ui.beside(kGap);
      ui.label(each.says, TextSize::kCaption, Ink::kMuted);
    }
  }

  static void settle(Ui& ui, const ResultsPage& page) {
    ui.paragraph(page.settle_title, TextSize::kSection);
    for (std::size_t i = 0; i < page.settle.size(); ++i) {
      const SettleLine& each = page.settle[i];
      const std::string shown =
          charts::shortened(each.question, TextSize::kBody, ui.width_left() - 1, ui.fonts().text_width());
      const std::string name = "results.settle." + std::to_string(i);
      if (page.can_answer) {
        if (ui.link(name, shown)) ui.desk().ask_indicator(each.asked);
      } else {
        ui.label(shown);
      }
      ui.tip(each.question + "\n" + each.place);
    }
  }

  static void gaps(Ui& ui, const ResultsPage& page) {
    ui.card("results.gaps", {}, [&] {
      if (!page.gaps_empty.empty() || !page.gaps.figure.make) {
        ui.label(ui.say(msg("viewmodel.results-gaps")), TextSize::kSection);
        ui.empty(page.gaps_empty);
        return;
      }
      if (const auto bar = ui.figure(page.gaps.figure, ui.width_left(), page.gaps.figure.height);
          bar && *bar < page.gaps.rows.size())
        ui.desk().ask_why(page.gaps.rows[*bar]);
    });
    ui.space(kGap);
  }

  static void matrix(Ui& ui, const ResultsPage& page) {
    if (page.matrix.rows.empty()) return;
    ui.card("results.matrix", {0, kMatrixHeight + kFigureHead + kCardPadding}, [&] {
      if (const auto point = ui.figure(page.matrix.figure, ui.width_left(), kMatrixHeight);
          point && *point < page.matrix.rows.size())
        ui.desk().ask_why(page.matrix.rows[*point]);
    });
    ui.space(kGap);
  }

  static void nodes(Ui& ui, const ResultsPage& page) {
    ui.card("results.nodes", {}, [&] {
      ui.label(ui.say(msg("viewmodel.results-nodes")), TextSize::kSection);
      const std::string copy = ui.say(msg("viewmodel.copy"));
      ImGui::SameLine(ImGui::GetCursorPosX() +
                      ui.px(ui.width_left() - ui.fonts().width(copy, TextSize::kBody)));
      if (ui.link("results.copy", copy)) ImGui::SetClipboardText(copied(page.nodes).c_str());
      ui.space(kSmallGap);
      if (const auto row = ui.grid("results.rows", page.nodes)) ui.desk().ask_why(page.node_rows[*row]);
    });
  }

  Cached<ResultsPage> page_;
};

}  // namespace

std::unique_ptr<PageView> results_view() {
  return std::make_unique<ResultsView>();
}

}  // namespace orienta::gui
