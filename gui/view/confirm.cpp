// SPDX-License-Identifier: MIT
#include "view/confirm.hpp"

#include <utility>

#include "paint/imgui_compat.hpp"

namespace orienta::gui {

void Confirm::ask(std::string question, std::string yes, std::function<void()> act) {
  question_ = std::move(question);
  yes_ = std::move(yes);
  act_ = std::move(act);
}

void Confirm::draw(Ui& ui) {
  if (!act_) return;
  ImGui::OpenPopup("###confirm");
  const ImVec2 size = ImGui::GetMainViewport()->WorkSize;
  ImGui::SetNextWindowPos({size.x / 2, size.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::SetNextWindowSize({ui.px(560), 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(24), ui.px(24)});
  if (ImGui::BeginPopupModal("###confirm", nullptr,
                             ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove)) {
    ui.paragraph(question_);
    ui.space(kGap);
    const bool yes = ui.button("confirm.yes", yes_, Ui::Kind::kPrimary);
    ui.beside();
    const bool no =
        ui.button("confirm.no", ui.say(msg("viewmodel.cancel"))) || compat::is_pressed(compat::Key::kEscape);
    if (yes || no) {
      const auto act = std::exchange(act_, {});
      ImGui::CloseCurrentPopup();
      if (yes) act();
    }
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
}

}  // namespace orienta::gui
