// SPDX-License-Identifier: MIT
#include "view/window.hpp"

#include <algorithm>
#include <cmath>

#include "paint/imgui_compat.hpp"
#include "view/preferences.hpp"

namespace orienta::gui {
namespace {

using compat::Key;

constexpr float kRail = 184;
constexpr float kTop = 52;
constexpr float kStatus = 34;
constexpr float kPagePadding = 24;
constexpr float kPageWidth = 1200;
constexpr float kWhyWidth = 420;
constexpr ImGuiWindowFlags kPlain = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus;

void child(const char* name, ImVec2 at, ImVec2 size, ImVec2 padding, const std::function<void()>& body,
           ImGuiWindowFlags flags = 0) {
  ImGui::SetCursorPos(at);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
  compat::begin_padded_child(name, size, flags);
  ImGui::PopStyleVar();
  body();
  ImGui::EndChild();
}

}  // namespace

Window::Window() {
  for (std::size_t i = 0; i < views_.size(); ++i)
    views_[i] = view_of(static_cast<Page>(i));
  why_ = why_view();
}

void Window::draw(Ui& ui) {
  const ImGuiViewport* const viewport = ImGui::GetMainViewport();
  ImGui::SetNextWindowPos(viewport->WorkPos);
  ImGui::SetNextWindowSize(viewport->WorkSize);
  ImGui::Begin("orienta", nullptr, kPlain);
  shortcuts(ui);
  ui.walk_by_tab();
  const ImVec2 size = viewport->WorkSize;
  const bool has_study = ui.desk().study() != nullptr;
  const float rail_width = has_study ? ui.px(kRail) : 0;
  const float status_height = ui.px(kStatus);
  const float top_height = has_study ? ui.px(kTop) : 0;
  const float why_width = has_study && ui.desk().why() ? ui.px(kWhyWidth) : 0;

  std::string state;
  if (has_study) {
    const FramePage& page = frame_.get(ui.desk().stamp(), [&] { return frame_page(ui.desk()); });
    state = page.state;
    child("rail", {0, 0}, {rail_width, size.y - status_height}, {ui.px(12), ui.px(12)},
          [&] { rail(ui, page); });
    child(
        "top", {rail_width, 0}, {size.x - rail_width, top_height}, {ui.px(kPagePadding), ui.px(10)},
        [&] { top(ui, page); }, ImGuiWindowFlags_NoScrollbar);
    ImDrawList& lines = *ImGui::GetWindowDrawList();
    const ImVec2 corner = viewport->WorkPos;
    lines.AddLine({corner.x + rail_width, corner.y},
                  {corner.x + rail_width, corner.y + size.y - status_height}, ui.colour(Ink::kBorder),
                  ui.px(1));
  }
  child("page", {rail_width + ui.px(1), top_height},
        {size.x - rail_width - why_width - ui.px(1), size.y - top_height - status_height},
        {ui.px(kPagePadding), ui.px(8)}, [&] { content(ui, has_study ? ui.desk().page() : Page::kStart); });
  // The page may just have closed it.
  if (why_width > 0 && ui.desk().why())
    child("why", {size.x - why_width, top_height}, {why_width, size.y - top_height - status_height},
          {ui.px(kGap), ui.px(8)}, [&] { why_->draw(ui); });
  child(
      "status", {0, size.y - status_height}, {size.x, status_height}, {ui.px(kGap), ui.px(7)},
      [&] { status(ui, state); }, ImGuiWindowFlags_NoScrollbar);
  ImGui::GetWindowDrawList()->AddLine(
      {viewport->WorkPos.x, viewport->WorkPos.y + size.y - status_height},
      {viewport->WorkPos.x + size.x, viewport->WorkPos.y + size.y - status_height}, ui.colour(Ink::kBorder),
      ui.px(1));
  palette(ui);
  dialog(ui);
  ImGui::End();
}

void Window::shortcuts(Ui& ui) {
  const ImGuiIO& io = ImGui::GetIO();
  if (compat::is_pressed(Key::kEscape) && ui.desk().why() && !ui.is_typing()) ui.desk().close_why();
  if (!io.KeyCtrl) return;
  if (compat::is_pressed(compat::letter('K'))) opens_palette_ = true;
  if (compat::is_pressed(Key::kEqual)) ui.desk().zoom_by(1);
  if (compat::is_pressed(Key::kMinus)) ui.desk().zoom_by(-1);
  if (compat::is_pressed(compat::digit(0))) ui.desk().zoom_by(0);
  if (ui.is_typing()) return;
  if (compat::is_pressed(compat::letter('Z'))) io.KeyShift ? ui.desk().redo() : ui.desk().undo();
  if (compat::is_pressed(compat::letter('Y'))) ui.desk().redo();
}

void Window::rail(Ui& ui, const FramePage& page) {
  const auto item = [&](const RailItem& each) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = ui.px(34);
    const bool clicked = ImGui::InvisibleButton(each.name.c_str(), {width, height - ui.px(2)});
    ui.recorder().put(each.name, {from, {from.x + width, from.y + height}, true, each.title});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool hovered = ImGui::IsItemHovered();
    if (each.is_chosen || hovered)
      list.AddRectFilled(from, {from.x + width, from.y + height},
                         ui.colour(each.is_chosen ? Ink::kActualSoft : Ink::kSurface), ui.px(6));
    if (each.is_chosen)
      list.AddRectFilled({from.x, from.y + ui.px(8)}, {from.x + ui.px(3), from.y + height - ui.px(8)},
                         ui.colour(Ink::kAccent), ui.px(2));
    ImFont* const font = ui.fonts().font(TextSize::kBody);
    list.AddText(font, compat::size_of(font),
                 {from.x + ui.px(14), from.y + (height - compat::size_of(font)) / 2},
                 ui.colour(each.is_chosen || hovered ? Ink::kText : Ink::kMuted), each.title.c_str());
    if (ui.fonts().width(each.title, TextSize::kBody) > width / ui.fonts().scale() - 14)
      ui.recorder().put_cut(each.title);
    if (clicked) ui.desk().go(each.page);
  };
  ui.label("Orienta", TextSize::kSection, Ink::kText);
  ui.space(kGap);
  for (const RailItem& each : page.rail)
    item(each);
  const float rest = ImGui::GetContentRegionAvail().y - ui.px(static_cast<float>(page.gear.size()) * 40);
  if (rest > 0) ImGui::Dummy({0, rest});
  for (const RailItem& each : page.gear)
    item(each);
}

void Window::top(Ui& ui, const FramePage& page) {
  Desk& desk = ui.desk();
  const float wide = ui.width_left();
  const float picker = std::min(240.0F, wide * 0.24F);
  if (const auto unit = ui.picker("top.unit", page.units, page.unit, picker))
    desk.choose_unit(page.unit_order[*unit]);
  ui.beside();
  if (const auto chosen =
          ui.picker("top.assessment", page.assessments, page.assessment, std::min(200.0F, wide * 0.2F)))
    desk.look_at(desk.study()->all[*chosen].id.value);
  ui.beside(kGap);
  if (ui.button("top.undo", ui.say(msg("viewmodel.undo")), Ui::Kind::kQuiet, !page.undo_tip.empty()))
    desk.undo();
  ui.tip(page.undo_tip);
  ui.beside(0);
  if (ui.button("top.redo", ui.say(msg("viewmodel.redo")), Ui::Kind::kQuiet, !page.redo_tip.empty()))
    desk.redo();
  ui.tip(page.redo_tip);

  const std::string commands = ui.say(msg("viewmodel.palette"));
  const float needed = preferences_width(ui) + ui.fonts().width(commands, TextSize::kBody) + 20 + kSmallGap;
  ImGui::SameLine(ImGui::GetWindowWidth() - ui.px(needed + kPagePadding));
  if (ui.button("top.palette", commands, Ui::Kind::kQuiet)) opens_palette_ = true;
  ui.tip(ui.say(msg("viewmodel.palette-tip")));
  ui.beside();
  preferences(ui);
}

void Window::content(Ui& ui, Page page) {
  // Lines longer than this are hard to read, and bars across a wide screen say no more.
  const float most = ui.px(kPageWidth);
  const ImVec2 left = ImGui::GetContentRegionAvail();
  const float aside = std::floor(std::max(0.0F, left.x - most) / 2);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + aside);
  ImGui::BeginChild("content", {std::min(most, left.x), 0}, false, ImGuiWindowFlags_NoBackground);
  if (PageView* const view = views_[static_cast<std::size_t>(page)].get()) view->draw(ui);
  ImGui::EndChild();
}

void Window::status(Ui& ui, const std::string& state) {
  const StatusLine line = ui.desk().status();
  ui.label(line.text, TextSize::kCaption, line.is_problem ? Ink::kBelow : Ink::kMuted);
  if (line.progress) {
    ui.beside(kGap);
    ui.label(ui.say(msg("app.per-cent", {{"share", *line.progress}})), TextSize::kCaption);
    ui.beside(kGap);
    if (ui.link("status.cancel", ui.say(msg("viewmodel.cancel")))) ui.desk().cancel();
  }
  if (state.empty()) return;
  ImGui::SameLine(ImGui::GetWindowWidth() - ui.px(ui.fonts().width(state, TextSize::kCaption) + kGap));
  ui.label(state, TextSize::kCaption, Ink::kMuted);
}

void Window::palette(Ui& ui) {
  if (opens_palette_) {
    ImGui::OpenPopup("palette");
    typed_.clear();
    picked_ = 0;
  }
  const ImVec2 size = ImGui::GetMainViewport()->WorkSize;
  ImGui::SetNextWindowPos({size.x / 2, ui.px(96)}, ImGuiCond_Always, {0.5F, 0});
  ImGui::SetNextWindowSize({ui.px(560), 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(12), ui.px(12)});
  if (ImGui::BeginPopup("palette")) {
    if (opens_palette_) ui.focus_next();
    if (ui.input("palette.typed", typed_, ui.say(msg("viewmodel.palette-hint")), 536)) picked_ = 0;
    const std::vector<Command> found = matching(commands(ui.desk()), typed_);
    if (compat::is_pressed(Key::kDown, true)) ++picked_;
    if (compat::is_pressed(Key::kUp, true) && picked_ > 0) --picked_;
    constexpr std::size_t kShown = 12;
    const std::size_t count = std::min(found.size(), kShown);
    picked_ = count == 0 ? 0 : std::min(picked_, count - 1);
    const Command* chosen = nullptr;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string name = "palette." + std::to_string(i);
      if (ui.row(name, found[i].title, i == picked_)) chosen = &found[i];
      if (!found[i].keys.empty()) {
        ImGui::SameLine(ui.px(460));
        ui.label(found[i].keys, TextSize::kCaption, Ink::kMuted);
      }
    }
    if (found.empty()) ui.empty(ui.say(msg("viewmodel.palette-empty")));
    if (compat::is_pressed(Key::kEnter) && count > 0) chosen = &found[picked_];
    if (chosen != nullptr) {
      chosen->run(ui.desk());
      ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
  opens_palette_ = false;
}

namespace {

/// What the user chose to do about the problem; each stands on a line of its own.
std::function<void(Desk&)> remedy_of(Ui& ui, const Dialog& dialog) {
  std::function<void(Desk&)> chosen;
  for (const Dialog::Remedy& remedy : dialog.remedies)
    if (ui.button(remedy.name, remedy.title,
                  &remedy == dialog.remedies.data() ? Ui::Kind::kPrimary : Ui::Kind::kPlain))
      chosen = remedy.run;
  return chosen;
}

}  // namespace

void Window::dialog(Ui& ui) {
  if (!ui.desk().dialog()) return;
  ImGui::OpenPopup("###dialog");
  const ImVec2 size = ImGui::GetMainViewport()->WorkSize;
  ImGui::SetNextWindowPos({size.x / 2, size.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::SetNextWindowSize({ui.px(560), 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(24), ui.px(24)});
  if (ImGui::BeginPopupModal("###dialog", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove)) {
    const Dialog& dialog = *ui.desk().dialog();
    ui.paragraph(dialog.title, TextSize::kSection);
    ui.space(kSmallGap);
    constexpr std::size_t kShown = 12;
    for (std::size_t i = 0; i < std::min(dialog.lines.size(), kShown); ++i)
      ui.paragraph(dialog.lines[i]);
    if (dialog.lines.size() > kShown)
      ui.paragraph(ui.say(msg("viewmodel.more-lines", {{"n", dialog.lines.size() - kShown}})),
                   TextSize::kCaption, Ink::kMuted);
    ui.space(kGap);
    const std::function<void(Desk&)> chosen = remedy_of(ui, dialog);
    const bool is_closed = ui.button("dialog.close", ui.say(msg("viewmodel.close")),
                                     dialog.remedies.empty() ? Ui::Kind::kPrimary : Ui::Kind::kPlain) ||
                           compat::is_pressed(Key::kEscape) ||
                           (dialog.remedies.empty() && compat::is_pressed(Key::kEnter));
    ui.beside();
    if (ui.button("dialog.copy", ui.say(msg("viewmodel.copy")))) {
      std::string text = dialog.title + "\n";
      for (const std::string& each : dialog.lines)
        text += each + "\n";
      ImGui::SetClipboardText(text.c_str());
    }
    if (is_closed || chosen) {
      ui.desk().close_dialog();
      ImGui::CloseCurrentPopup();
    }
    if (chosen) chosen(ui.desk());
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
}

}  // namespace orienta::gui
