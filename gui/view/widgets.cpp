// SPDX-License-Identifier: MIT
// What can be clicked and typed into.
#include <imgui.h>
#include <imgui_stdlib.h>

#include "paint/imgui_compat.hpp"
#include "view/ui.hpp"

namespace orienta::gui {
namespace {

/// ImGui finds a widget by what stands behind "##"; what stands before is shown. A text with such signs of
/// its own gets a space between them.
std::string shown_as(std::string_view text, const std::string& name) {
  std::string shown;
  for (const char c : text) {
    if (c == '#' && !shown.empty() && shown.back() == '#') shown += ' ';
    shown += c;
  }
  return shown + "###" + name;
}

}  // namespace

bool Ui::button(const std::string& name, std::string_view text, Kind kind, bool enabled, float width) {
  int colours = 0;
  const auto push = [&](ImGuiCol which, ImU32 value) {
    ImGui::PushStyleColor(which, value);
    ++colours;
  };
  if (kind == Kind::kPrimary) {
    push(ImGuiCol_Button, colour(Ink::kAccent));
    push(ImGuiCol_ButtonHovered, colour(Ink::kAccent));
    push(ImGuiCol_ButtonActive, colour(Ink::kAccent));
    push(ImGuiCol_Text, colour(Ink::kSurface));
    push(ImGuiCol_Border, colour(Ink::kAccent));
  } else if (kind == Kind::kQuiet) {
    push(ImGuiCol_Button, 0);
    push(ImGuiCol_Border, 0);
  }
  ImGui::BeginDisabled(!enabled);
  bool clicked = ImGui::Button(shown_as(text, name).c_str(), {px(width), 0});
  clicked = clicked || (enabled && is_entered_by_key());
  record(name, text, enabled);
  ImGui::EndDisabled();
  ImGui::PopStyleColor(colours);
  if (width > 0) note_if_cut(text, px(width) - 2 * ImGui::GetStyle().FramePadding.x);
  return clicked;
}

bool Ui::link(const std::string& name, std::string_view text, Ink ink) {
  label(text, TextSize::kBody, ink);
  const ImVec2 from = ImGui::GetItemRectMin();
  const ImVec2 to = ImGui::GetItemRectMax();
  ImGui::SetCursorScreenPos(from);
  const bool clicked =
      ImGui::InvisibleButton(name.c_str(), {to.x - from.x, to.y - from.y}) || is_entered_by_key();
  record(name, text);
  if (ImGui::IsItemHovered() || compat::shows_focus()) {
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImGui::GetWindowDrawList()->AddLine({from.x, to.y}, to, colour(ink), px(1));
  }
  return clicked;
}

bool Ui::choice(const std::string& name, std::string_view text, bool is_chosen) {
  if (is_chosen) {
    ImGui::PushStyleColor(ImGuiCol_Button, colour(Ink::kActualSoft));
    ImGui::PushStyleColor(ImGuiCol_Border, colour(Ink::kAccent));
  } else {
    ImGui::PushStyleColor(ImGuiCol_Button, 0);
    ImGui::PushStyleColor(ImGuiCol_Border, colour(Ink::kBorder));
  }
  const bool clicked = ImGui::Button(shown_as(text, name).c_str()) || is_entered_by_key();
  record(name, text);
  ImGui::PopStyleColor(2);
  return clicked;
}

bool Ui::toggle(const std::string& name, bool is_open) {
  const float height = ImGui::GetTextLineHeight();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool clicked = ImGui::InvisibleButton(name.c_str(), {px(18), height});
  record(name, is_open ? "-" : "+");
  const ImU32 ink = colour(ImGui::IsItemHovered() ? Ink::kAccent : Ink::kMuted);
  const ImVec2 middle{at.x + px(6), at.y + height / 2};
  const float half = px(4);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (is_open)
    list.AddTriangleFilled({middle.x - half, middle.y - half / 2}, {middle.x + half, middle.y - half / 2},
                           {middle.x, middle.y + half / 2}, ink);
  else
    list.AddTriangleFilled({middle.x - half / 2, middle.y - half}, {middle.x + half / 2, middle.y},
                           {middle.x - half / 2, middle.y + half}, ink);
  return clicked;
}

bool Ui::checkbox(const std::string& name, std::string_view text, bool& value) {
  const bool changed = ImGui::Checkbox(shown_as(text, name).c_str(), &value);
  record(name, text);
  return changed;
}

bool Ui::row(const std::string& name, std::string_view text, bool is_chosen) {
  const bool clicked = ImGui::Selectable(shown_as(text, name).c_str(), is_chosen) || is_entered_by_key();
  record(name, text);
  return clicked;
}

std::optional<std::size_t> Ui::picker(const std::string& name, const std::vector<std::string>& texts,
                                      std::size_t chosen, float width) {
  std::optional<std::size_t> now;
  ImGui::SetNextItemWidth(px(width));
  const std::string shown = chosen < texts.size() ? charts::shortened(texts[chosen], TextSize::kBody,
                                                                      width - 44, fonts_->text_width())
                                                  : std::string();
  const bool open = ImGui::BeginCombo(("###" + name).c_str(), shown.c_str(), ImGuiComboFlags_HeightLarge);
  record(name, shown);
  if (!open) {
    if (chosen < texts.size() && shown != texts[chosen]) tip(texts[chosen]);
    return now;
  }
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(texts.size()));
  while (clipper.Step())
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const auto index = static_cast<std::size_t>(i);
      if (row(name + "." + std::to_string(i), texts[index], index == chosen)) now = index;
    }
  ImGui::EndCombo();
  return now;
}

bool Ui::input(const std::string& name, std::string& text, std::string_view hint, float width) {
  ImGui::SetNextItemWidth(px(width));
  if (name == wants_focus_) {
    wants_focus_.clear();
    focus_next();
  }
  const bool changed = ImGui::InputTextWithHint(("###" + name).c_str(), std::string(hint).c_str(), &text);
  record(name, text);
  return changed;
}

bool Ui::input_lines(const std::string& name, std::string& text, std::string_view hint, float width,
                     float height) {
  if (name == wants_focus_) {
    wants_focus_.clear();
    focus_next();
  }
  const bool changed = ImGui::InputTextMultiline(("###" + name).c_str(), &text, {px(width), px(height)});
  record(name, text);
  if (text.empty() && !ImGui::IsItemActive()) {
    const ImVec2 from = ImGui::GetItemRectMin();
    const ImVec2 padding = ImGui::GetStyle().FramePadding;
    ImGui::GetWindowDrawList()->AddText({from.x + padding.x, from.y + padding.y}, colour(Ink::kMuted),
                                        hint.data(), hint.data() + hint.size());
  }
  return changed;
}

}  // namespace orienta::gui
