// SPDX-License-Identifier: MIT
// What differs between Dear ImGui 1.86 (Debian 12) and 1.90 and later. Nothing else asks for a version.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

namespace orienta::gui::compat {

/// Keys that the dashboard listens to, besides those that ImGui handles itself.
enum class Key {
  kEnter,
  kEscape,
  kTab,
  kUp,
  kDown,
  kPageUp,
  kPageDown,
  kHome,
  kEnd,
  kSpace,
  kF1,
  kMinus,
  kEqual,                   ///< the plus of most keyboards
  kDigit0,                  ///< … up to 9 follow
  kLetterA = kDigit0 + 10,  ///< … up to Z follow
  kCount = kLetterA + 26,
};
constexpr Key digit(int number) {
  return static_cast<Key>(static_cast<int>(Key::kDigit0) + number);
}
constexpr Key letter(char upper) {
  return static_cast<Key>(static_cast<int>(Key::kLetterA) + (upper - 'A'));
}

#if IMGUI_VERSION_NUM < 18700
/// ImGui 1.86 hands letters and digits through as the window system numbers them. GLFW, and the tests, number
/// them by their ASCII codes.
inline int native(Key key) {
  const int index = static_cast<int>(key);
  if (index >= static_cast<int>(Key::kLetterA)) return 'A' + index - static_cast<int>(Key::kLetterA);
  if (index >= static_cast<int>(Key::kDigit0)) return '0' + index - static_cast<int>(Key::kDigit0);
  switch (key) {
    case Key::kEnter:
      return ImGui::GetKeyIndex(ImGuiKey_Enter);
    case Key::kEscape:
      return ImGui::GetKeyIndex(ImGuiKey_Escape);
    case Key::kTab:
      return ImGui::GetKeyIndex(ImGuiKey_Tab);
    case Key::kUp:
      return ImGui::GetKeyIndex(ImGuiKey_UpArrow);
    case Key::kDown:
      return ImGui::GetKeyIndex(ImGuiKey_DownArrow);
    case Key::kPageUp:
      return ImGui::GetKeyIndex(ImGuiKey_PageUp);
    case Key::kPageDown:
      return ImGui::GetKeyIndex(ImGuiKey_PageDown);
    case Key::kHome:
      return ImGui::GetKeyIndex(ImGuiKey_Home);
    case Key::kEnd:
      return ImGui::GetKeyIndex(ImGuiKey_End);
    case Key::kSpace:
      return ImGui::GetKeyIndex(ImGuiKey_Space);
    case Key::kMinus:
      return '-';
    case Key::kEqual:
      return '=';
    default:
      return 290;  // F1 of GLFW
  }
}
inline bool is_pressed(Key key, bool repeat = false) {
  return ImGui::IsKeyPressed(native(key), repeat);
}
inline void put_key(Key key, bool down) {
  ImGui::GetIO().KeysDown[native(key)] = down;
}
inline void put_control(bool down) {
  ImGui::GetIO().KeyCtrl = down;
}
inline void put_shift(bool down) {
  ImGui::GetIO().KeyShift = down;
}
inline void put_mouse(ImVec2 place) {
  ImGui::GetIO().MousePos = place;
}
inline void put_button(bool down) {
  ImGui::GetIO().MouseDown[0] = down;
}
/// Numbers keys as GLFW does, for a context without a window.
inline void map_keys_without_window() {
  ImGuiIO& io = ImGui::GetIO();
  io.KeyMap[ImGuiKey_Tab] = 258;
  io.KeyMap[ImGuiKey_LeftArrow] = 263;
  io.KeyMap[ImGuiKey_RightArrow] = 262;
  io.KeyMap[ImGuiKey_UpArrow] = 265;
  io.KeyMap[ImGuiKey_DownArrow] = 264;
  io.KeyMap[ImGuiKey_PageUp] = 266;
  io.KeyMap[ImGuiKey_PageDown] = 267;
  io.KeyMap[ImGuiKey_Home] = 268;
  io.KeyMap[ImGuiKey_End] = 269;
  io.KeyMap[ImGuiKey_Delete] = 261;
  io.KeyMap[ImGuiKey_Backspace] = 259;
  io.KeyMap[ImGuiKey_Space] = 32;
  io.KeyMap[ImGuiKey_Enter] = 257;
  io.KeyMap[ImGuiKey_Escape] = 256;
  io.KeyMap[ImGuiKey_A] = 'A';
  io.KeyMap[ImGuiKey_C] = 'C';
  io.KeyMap[ImGuiKey_V] = 'V';
  io.KeyMap[ImGuiKey_X] = 'X';
  io.KeyMap[ImGuiKey_Y] = 'Y';
  io.KeyMap[ImGuiKey_Z] = 'Z';
}
#else
inline ImGuiKey native(Key key) {
  const int index = static_cast<int>(key);
  if (index >= static_cast<int>(Key::kLetterA))
    return static_cast<ImGuiKey>(ImGuiKey_A + index - static_cast<int>(Key::kLetterA));
  if (index >= static_cast<int>(Key::kDigit0))
    return static_cast<ImGuiKey>(ImGuiKey_0 + index - static_cast<int>(Key::kDigit0));
  switch (key) {
    case Key::kEnter:
      return ImGuiKey_Enter;
    case Key::kEscape:
      return ImGuiKey_Escape;
    case Key::kTab:
      return ImGuiKey_Tab;
    case Key::kUp:
      return ImGuiKey_UpArrow;
    case Key::kDown:
      return ImGuiKey_DownArrow;
    case Key::kPageUp:
      return ImGuiKey_PageUp;
    case Key::kPageDown:
      return ImGuiKey_PageDown;
    case Key::kHome:
      return ImGuiKey_Home;
    case Key::kEnd:
      return ImGuiKey_End;
    case Key::kSpace:
      return ImGuiKey_Space;
    case Key::kMinus:
      return ImGuiKey_Minus;
    case Key::kEqual:
      return ImGuiKey_Equal;
    default:
      return ImGuiKey_F1;
  }
}
inline bool is_pressed(Key key, bool repeat = false) {
  return ImGui::IsKeyPressed(native(key), repeat);
}
inline void put_key(Key key, bool down) {
  ImGui::GetIO().AddKeyEvent(native(key), down);
}
inline void put_control(bool down) {
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, down);
}
inline void put_shift(bool down) {
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, down);
}
inline void put_mouse(ImVec2 place) {
  ImGui::GetIO().AddMousePosEvent(place.x, place.y);
}
inline void put_button(bool down) {
  ImGui::GetIO().AddMouseButtonEvent(0, down);
}
inline void map_keys_without_window() {}
#endif

/// The widget that was drawn last gets the keyboard, and it is seen.
inline void focus_last_item() {
  ImGuiContext& context = *ImGui::GetCurrentContext();
  if (context.LastItemData.ID == 0) return;
  ImGui::SetFocusID(context.LastItemData.ID, context.CurrentWindow);
#if IMGUI_VERSION_NUM < 19140
  context.NavDisableHighlight = false;
#else
  ImGui::SetNavCursorVisible(true);
#endif
}
/// Whether the last widget has the keyboard, and it is seen that it has.
inline bool shows_focus() {
#if IMGUI_VERSION_NUM < 19140
  return ImGui::IsItemFocused() && !ImGui::GetCurrentContext()->NavDisableHighlight;
#else
  return ImGui::IsItemFocused() && ImGui::GetCurrentContext()->NavCursorVisible;
#endif
}
/// Takes Tab away from ImGui, for this frame; what was typed stays.
inline void cancel_tab() {
  ImGui::NavMoveRequestCancel();
  ImGui::ClearActiveID();
}

/// A child window that keeps its padding although it has no border.
#if IMGUI_VERSION_NUM < 19000
inline void begin_padded_child(const char* name, ImVec2 size, ImGuiWindowFlags flags) {
  ImGui::BeginChild(name, size, false, flags | ImGuiWindowFlags_AlwaysUseWindowPadding);
}
#else
inline void begin_padded_child(const char* name, ImVec2 size, ImGuiWindowFlags flags) {
  ImGui::BeginChild(name, size, ImGuiChildFlags_AlwaysUseWindowPadding, flags);
}
#endif

#if IMGUI_VERSION_NUM < 19200
inline float size_of(const ImFont* font) {
  return font->FontSize;
}
inline float ascent_of(const ImFont* font) {
  return font->Ascent;
}
inline void push_font(ImFont* font, float) {
  ImGui::PushFont(font);
}
#else
inline float size_of(const ImFont* font) {
  return font->LegacySize;
}
inline float ascent_of(const ImFont* font) {
  return const_cast<ImFont*>(font)->GetFontBaked(font->LegacySize)->Ascent;
}
inline void push_font(ImFont* font, float size) {
  ImGui::PushFont(font, size);
}
#endif

/// For a context that nothing renders.
inline void build_fonts_without_renderer() {
#if IMGUI_VERSION_NUM < 19200
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  ImGui::GetIO().Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
#else
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
#endif
}

}  // namespace orienta::gui::compat
