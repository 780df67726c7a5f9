// SPDX-License-Identifier: MIT
// An answer to choose: its key in front, its text over as many lines as it needs.
#include <algorithm>

#include "paint/imgui_compat.hpp"
#include "view/ui.hpp"

namespace orienta::gui {
namespace {

constexpr float kKeyWidth = 34;
constexpr float kPadding = 8;

}  // namespace

bool Ui::option(const std::string& name, std::string_view key, std::string_view text, bool is_chosen,
                bool enabled) {
  const float width = width_left();
  ImFont* const font = fonts_->font(TextSize::kBody);
  const float size = compat::size_of(font);
  const float room = px(width - kKeyWidth - kPadding);
  const float lines = font->CalcTextSizeA(size, room, room, text.data(), text.data() + text.size()).y;
  const float height = std::max(lines, size) + 2 * px(kPadding);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const ImVec2 to{from.x + px(width), from.y + height};
  const bool clicked = ImGui::InvisibleButton(name.c_str(), {px(width), height}) && enabled;
  record(name, text, enabled);
  const bool is_hovered = enabled && ImGui::IsItemHovered();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (is_chosen || is_hovered)
    list.AddRectFilled(from, to, colour(is_chosen ? Ink::kActualSoft : Ink::kBackground), px(6));
  list.AddRect(from, to, colour(is_chosen ? Ink::kAccent : Ink::kBorder), px(6), 0, px(1));
  const ImVec2 at{from.x + px(12), from.y + px(kPadding)};
  list.AddText(font, size, at, colour(is_chosen ? Ink::kAccent : Ink::kMuted), key.data(),
               key.data() + key.size());
  list.AddText(font, size, {from.x + px(kKeyWidth), at.y}, colour(enabled ? Ink::kText : Ink::kMuted),
               text.data(), text.data() + text.size(), room);
  return clicked;
}

}  // namespace orienta::gui
