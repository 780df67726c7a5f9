// SPDX-License-Identifier: MIT
#include <set>

#include "view/page_view.hpp"
#include "view/window.hpp"
#include "viewmodel/why.hpp"

namespace orienta::gui {
namespace {

constexpr float kIndent = 14;
constexpr float kToggle = 18;

class WhyView : public PageView {
 public:
  void draw(Ui& ui) override {
    if (asked_ != ui.desk().why()) {
      asked_ = ui.desk().why();
      toggled_.clear();
      ImGui::SetScrollY(0);
    }
    const WhyPage& page = page_.get(ui.desk().stamp(), [&] { return why_page(ui.desk()); });
    ui.label(ui.say(msg("viewmodel.why")), TextSize::kCaption, Ink::kMuted);
    const std::string close = ui.say(msg("viewmodel.close"));
    ImGui::SameLine(ImGui::GetWindowWidth() - ui.px(ui.fonts().width(close, TextSize::kBody) + 2 * kGap));
    if (ui.link("why.close", close)) {
      ui.desk().close_why();
      return;
    }
    crumbs(ui, page.units, "why.unit.");
    ui.label(page.unit, TextSize::kBody, Ink::kText, ui.width_left());
    ui.space(kSmallGap);
    crumbs(ui, page.nodes, "why.up.");
    ui.paragraph(page.title, TextSize::kSection);
    ui.space(kSmallGap);
    if (!page.says.empty()) ui.empty(page.says);
    parts(ui, page.parts);
    for (const std::size_t i : shown_lines(page, toggled_))
      line(ui, page.lines[i], i);
    ui.space(kGap);
  }

 private:
  static void crumbs(Ui& ui, const std::vector<WhyCrumb>& crumbs, const std::string& name) {
    for (std::size_t i = 0; i < crumbs.size(); ++i) {
      const std::string shown =
          charts::shortened(crumbs[i].title, TextSize::kBody, ui.width_left() - 16, ui.fonts().text_width());
      if (ui.link(name + std::to_string(i), shown)) ui.desk().ask_why(crumbs[i].why);
      ui.tip(crumbs[i].title);
      ui.beside(4);
      ui.label("›", TextSize::kBody, Ink::kMuted);
    }
  }

  static void parts(Ui& ui, const WhyFigure& parts) {
    if (parts.figure.make) {
      if (const auto step = ui.figure(parts.figure, ui.width_left(), parts.figure.height);
          step && *step < parts.steps.size() && parts.steps[*step])
        ui.desk().ask_why(*parts.steps[*step]);
    }
    if (!parts.note.empty()) ui.paragraph(parts.note, TextSize::kCaption, Ink::kMuted);
    ui.space(kGap);
  }

  /// The unit of the reasons may be another one than the page shows.
  static void to_question(Desk& desk, const WhyLine& line) {
    if (const auto unit = desk.study()->assessment->organisation.find(desk.why()->unit))
      desk.choose_unit(*unit);
    desk.ask_indicator(*line.question);
  }

  void line(Ui& ui, const WhyLine& line, std::size_t index) {
    const std::string name = "why." + std::to_string(index);
    const float indent = ui.px(kIndent * static_cast<float>(line.depth)) + 1;
    ImGui::Indent(indent);
    if (line.has_below) {
      const bool is_open = line.opens_first != toggled_.contains(index);
      if (ui.toggle(name + ".fold", is_open) && toggled_.erase(index) == 0) toggled_.insert(index);
      ui.beside(0);
    } else {
      ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.px(kToggle));
    }
    using Kind = ExplainLine::Kind;
    const bool is_main =
        line.kind == Kind::kNode || line.kind == Kind::kUnit || line.kind == Kind::kIndicator;
    ui.paragraph(line.text, is_main ? TextSize::kBody : TextSize::kCaption,
                 line.kind == Kind::kRemark              ? Ink::kBelow
                 : is_main || line.kind == Kind::kReason ? Ink::kText
                                                         : Ink::kMuted);
    if (line.why || line.question) {
      ui.recorder().put(name, {ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), true, line.text});
      if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      if (line.question) ui.tip(ui.say(msg("viewmodel.why-to-question")));
      if (ImGui::IsItemClicked()) line.why ? ui.desk().ask_why(*line.why) : to_question(ui.desk(), line);
    }
    ImGui::Unindent(indent);
  }

  Cached<WhyPage> page_;
  std::optional<Why> asked_;
  std::set<std::size_t> toggled_;  ///< lines that were folded or unfolded
};

}  // namespace

std::unique_ptr<PageView> why_view() {
  return std::make_unique<WhyView>();
}

}  // namespace orienta::gui
