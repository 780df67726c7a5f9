// SPDX-License-Identifier: MIT
#include "view/folder_browser.hpp"

#include <optional>
#include <utility>

#include "paint/imgui_compat.hpp"

namespace orienta::gui {
namespace {

constexpr float kWidth = 640;
constexpr float kListHeight = 320;

}  // namespace

void FolderBrowser::ask(Ui& ui, FileKind kind, const std::string& typed, Chosen chosen) {
  kind_ = kind;
  chosen_ = std::move(chosen);
  enter(ui, first_folder(ui.desk(), typed));
}

void FolderBrowser::enter(Ui& ui, const std::filesystem::path& folder) {
  page_ = folder_page(ui.desk(), folder, kind_);
  has_entered_ = true;
}

void FolderBrowser::draw(Ui& ui) {
  if (!chosen_) return;
  ImGui::OpenPopup("###folder");
  const ImVec2 size = ImGui::GetMainViewport()->WorkSize;
  ImGui::SetNextWindowPos({size.x / 2, size.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::SetNextWindowSize({ui.px(kWidth), 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(24), ui.px(24)});
  if (ImGui::BeginPopupModal("###folder", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove)) {
    content(ui);
    if (!chosen_) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
}

void FolderBrowser::content(Ui& ui) {
  ui.label(page_.title, TextSize::kSection);
  ui.space(kSmallGap);
  std::optional<std::filesystem::path> next;
  const float wide = ui.width_left();
  float used = 0;
  for (std::size_t i = 0; i < page_.places.size(); ++i) {
    const std::string& name = page_.places[i].name;
    const float width = ui.fonts().width(name, TextSize::kBody) + 20;
    if (i > 0 && used + kSmallGap + width <= wide)
      ui.beside();
    else
      used = 0;
    used += kSmallGap + width;
    if (ui.choice("folder.place-" + std::to_string(i), name, page_.places[i].path == page_.folder))
      next = page_.places[i].path;
    ui.tip(page_.places[i].path.string());
  }
  ui.space(kSmallGap);
  const std::string up = ui.say(msg("viewmodel.folder-up"));
  const bool has_above = page_.above.size() > 1;
  if (ui.button("folder.up", up, Ui::Kind::kPlain, has_above)) next = page_.folder.parent_path();
  ui.beside();
  ImGui::AlignTextToFramePadding();
  ui.label(page_.folder.string(), TextSize::kBody, Ink::kMuted, ui.width_left());
  ImGui::BeginChild("folder.list", {0, ui.px(kListHeight)}, true);
  list(ui);
  ImGui::EndChild();
  ui.space(kSmallGap);
  if (kind_ == FileKind::kFolder) {
    if (ui.button("folder.choose", ui.say(msg("viewmodel.folder-choose")), Ui::Kind::kPrimary))
      finish(page_.folder);
    ui.beside();
  }
  if (ui.button("folder.cancel", ui.say(msg("viewmodel.cancel"))) || compat::is_pressed(compat::Key::kEscape))
    chosen_ = {};
  if (next && chosen_) enter(ui, *next);
}

void FolderBrowser::list(Ui& ui) {
  if (!page_.says.empty()) ui.paragraph(page_.says, TextSize::kCaption, Ink::kMuted);
  std::optional<FolderItem> picked;
  for (std::size_t i = 0; i < page_.items.size(); ++i) {
    const FolderItem& item = page_.items[i];
    const bool clicked =
        ui.row("folder." + std::to_string(i), item.is_folder ? item.name + "/" : item.name, false);
    if (i == 0 && has_entered_) ui.focus_last();
    if (clicked) picked = item;
  }
  has_entered_ = false;
  if (!picked) return;
  if (picked->is_folder)
    enter(ui, picked->path);
  else
    finish(picked->path);
}

void FolderBrowser::finish(const std::filesystem::path& path) {
  const Chosen chosen = std::exchange(chosen_, {});
  if (chosen) chosen(path);
}

}  // namespace orienta::gui
