// SPDX-License-Identifier: MIT
#include "view/page_view.hpp"
#include "view/window.hpp"
#include "viewmodel/why.hpp"

namespace orienta::gui {
namespace {

constexpr float kIndent = 14;

class WhyView : public PageView {
 public:
  void draw(Ui& ui) override {
    const WhyPage& page = page_.get(ui.desk().stamp(), [&] { return why_page(ui.desk()); });
    ui.label(ui.say(msg("viewmodel.why")), TextSize::kCaption, Ink::kMuted);
    ImGui::SameLine(ImGui::GetWindowWidth() - ui.px(92));
    if (ui.link("why.close", ui.say(msg("viewmodel.close")))) {
      ui.desk().close_why();
      return;
    }
    ui.paragraph(page.title, TextSize::kSection);
    ui.label(page.unit, TextSize::kCaption, Ink::kMuted, ui.width_left());
    ui.space(kSmallGap);
    if (!page.says.empty()) ui.empty(page.says);
    for (std::size_t i = 0; i < page.lines.size(); ++i)
      line(ui, page.lines[i], "why." + std::to_string(i));
  }

 private:
  static void line(Ui& ui, const WhyLine& line, const std::string& name) {
    const float indent = ui.px(kIndent * static_cast<float>(line.depth)) + 1;
    ImGui::Indent(indent);
    if (line.why) {
      ui.paragraph(line.text, TextSize::kBody, Ink::kText);
      ui.recorder().put(name, {ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), true, line.text});
      if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      if (ImGui::IsItemClicked()) ui.desk().ask_why(*line.why);
    } else {
      ui.paragraph(line.text, TextSize::kCaption,
                   line.kind == ExplainLine::Kind::kRemark ? Ink::kBelow
                   : line.kind == ExplainLine::Kind::kNode ? Ink::kText
                                                           : Ink::kMuted);
    }
    ImGui::Unindent(indent);
  }

  Cached<WhyPage> page_;
};

}  // namespace

std::unique_ptr<PageView> why_view() {
  return std::make_unique<WhyView>();
}

}  // namespace orienta::gui
