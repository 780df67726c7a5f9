// SPDX-License-Identifier: MIT
#include "viewmodel/criteria.hpp"

#include <algorithm>

#include "view/page_view.hpp"

namespace orienta::gui {
namespace {

constexpr float kListWidth = 248;
constexpr float kLeastOutline = 300;
constexpr float kAroundOutline = 300;

class CriteriaView : public PageView {
 public:
  void draw(Ui& ui) override {
    const CriteriaPage& page =
        page_.get(ui.desk().stamp() + revision_, [&] { return criteria_page(ui.desk(), set_); });
    if (page.sets.empty()) {
      ui.empty(page.says.empty() ? ui.say(msg("viewmodel.no-sets")) : page.says);
      return;
    }
    const float outline = std::max(kLeastOutline, ui.height_left() - kAroundOutline);
    ImGui::BeginGroup();
    ui.card("criteria.sets", {.width = kListWidth}, [&] { list(ui, page); });
    ImGui::EndGroup();
    ui.beside(kGap);
    ImGui::BeginGroup();
    set(ui, page, outline);
    ImGui::EndGroup();
  }

 private:
  void list(Ui& ui, const CriteriaPage& page) {
    for (std::size_t i = 0; i < page.sets.size(); ++i) {
      const SetItem& item = page.sets[i];
      const float wide = ui.width_left();
      const std::string title = charts::shortened(item.title, TextSize::kBody, wide, ui.fonts().text_width());
      if (ui.link("criteria.set." + item.id, title, i == page.chosen ? Ink::kAccent : Ink::kText)) {
        set_ = item.id;
        row_.reset();
        revision_ += kRevision;
      }
      ui.tip(item.title);
      ui.label(item.note, TextSize::kCaption, item.is_broken ? Ink::kBelow : Ink::kMuted, wide);
      ui.space(4);
    }
    if (!page.says.empty()) ui.label(page.says, TextSize::kCaption, Ink::kMuted);
  }

  void set(Ui& ui, const CriteriaPage& page, float height) {
    ui.card("criteria.outline-card", {.width = ui.width_left()}, [&] {
      ui.label(page.title, TextSize::kSection, Ink::kText, ui.width_left());
      if (!page.about.empty()) ui.label(page.about, TextSize::kCaption, Ink::kMuted, ui.width_left());
      if (!page.description.empty()) ui.paragraph(page.description);
      if (page.outline.rows.empty()) return;
      ui.space(kSmallGap);
      if (const auto row = ui.grid("criteria.outline", page.outline, height, row_)) row_ = row;
    });
    if (row_ && *row_ < page.details.size()) {
      ui.space(kGap);
      ui.card("criteria.detail", {.width = ui.width_left()}, [&] {
        const OutlineDetail& detail = page.details[*row_];
        ui.paragraph(detail.title, TextSize::kSection);
        for (const std::string& line : detail.lines)
          ui.paragraph(line, TextSize::kBody, line == detail.lines.front() ? Ink::kMuted : Ink::kText);
      });
    }
    lines(ui, "criteria.remarks", ui.say(msg("viewmodel.criteria-remarks")), page.remarks);
    lines(ui, "criteria.levels", ui.say(msg("viewmodel.criteria-levels")), page.levels);
    lines(ui, "criteria.references", ui.say(msg("viewmodel.criteria-references")), page.references);
    ui.space(kGap);
  }

  static void lines(Ui& ui, const std::string& name, const std::string& title,
                    const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    ui.space(kGap);
    ui.card(name, {.width = ui.width_left()}, [&] {
      ui.label(title, TextSize::kSection);
      for (const std::string& line : lines)
        ui.paragraph(line);
    });
  }

  /// Added to the stamp by each choice here, far beyond any number of changes.
  static constexpr std::uint64_t kRevision = std::uint64_t{1} << 40;

  Cached<CriteriaPage> page_;
  std::string set_;
  std::uint64_t revision_ = 0;
  std::optional<std::size_t> row_;
};

}  // namespace

std::unique_ptr<PageView> criteria_view() {
  return std::make_unique<CriteriaView>();
}

}  // namespace orienta::gui
