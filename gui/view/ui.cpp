// SPDX-License-Identifier: MIT
#include "view/ui.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "paint/imgui_compat.hpp"
#include "paint/paint.hpp"

namespace orienta::gui {

namespace {

ImVec4 as_vec(ImU32 colour) {
  return ImGui::ColorConvertU32ToFloat4(colour);
}

ImU32 mixed(ImU32 one, ImU32 other, float share) {
  const ImVec4 a = as_vec(one);
  const ImVec4 b = as_vec(other);
  return ImGui::ColorConvertFloat4ToU32(
      {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, a.z + (b.z - a.z) * share, 1});
}

}  // namespace

void Ui::begin_frame() {
  wants_frame_ = false;
  has_resized_ = false;
  recorder_->begin_frame();
  before_ = std::exchange(order_, {});
  ImGuiConfigFlags& config = ImGui::GetIO().ConfigFlags;
  if (has_taken_keys_ && (config & ImGuiConfigFlags_NavEnableKeyboard) != 0) {
    config &= ~ImGuiConfigFlags_NavEnableKeyboard;
    gives_keys_back_ = true;
  } else if (!has_taken_keys_ && gives_keys_back_) {
    config |= ImGuiConfigFlags_NavEnableKeyboard;
    gives_keys_back_ = false;
  }
  has_taken_keys_ = false;
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.FramePadding = {px(10), px(6)};
  style.ItemSpacing = {px(8), px(6)};
  style.ItemInnerSpacing = {px(8), px(4)};
  style.CellPadding = {px(8), px(5)};
  style.ScrollbarSize = px(12);
  style.FrameRounding = style.PopupRounding = style.GrabRounding = px(6);
  style.ScrollbarRounding = px(6);
  style.WindowRounding = style.ChildRounding = px(6);
  style.FrameBorderSize = style.PopupBorderSize = style.ChildBorderSize = px(1);
  style.WindowBorderSize = 0;
  style.DisabledAlpha = 0.5F;
  ImVec4* const colours = style.Colors;
  const ImU32 surface = colour(Ink::kSurface);
  const ImU32 hovered = mixed(surface, colour(Ink::kAccent), 0.08F);
  const ImU32 active = mixed(surface, colour(Ink::kAccent), 0.16F);
  const auto put = [&](ImGuiCol which, ImU32 value) { colours[which] = as_vec(value); };
  put(ImGuiCol_Text, colour(Ink::kText));
  put(ImGuiCol_TextDisabled, colour(Ink::kMuted));
  put(ImGuiCol_WindowBg, colour(Ink::kBackground));
  put(ImGuiCol_ChildBg, colour(Ink::kBackground));
  put(ImGuiCol_PopupBg, surface);
  put(ImGuiCol_Border, colour(Ink::kBorder));
  put(ImGuiCol_FrameBg, surface);
  put(ImGuiCol_FrameBgHovered, hovered);
  put(ImGuiCol_FrameBgActive, hovered);
  put(ImGuiCol_Button, surface);
  put(ImGuiCol_ButtonHovered, hovered);
  put(ImGuiCol_ButtonActive, active);
  put(ImGuiCol_Header, active);
  put(ImGuiCol_HeaderHovered, hovered);
  put(ImGuiCol_HeaderActive, active);
  put(ImGuiCol_CheckMark, colour(Ink::kAccent));
  put(ImGuiCol_TextSelectedBg, mixed(surface, colour(Ink::kAccent), 0.3F));
  put(ImGuiCol_ScrollbarBg, colour(Ink::kBackground));
  put(ImGuiCol_ScrollbarGrab, colour(Ink::kBorder));
  put(ImGuiCol_ScrollbarGrabHovered, colour(Ink::kPrevious));
  put(ImGuiCol_ScrollbarGrabActive, colour(Ink::kMuted));
  put(ImGuiCol_TableHeaderBg, surface);
  put(ImGuiCol_TableBorderLight, colour(Ink::kBorder));
  put(ImGuiCol_TableBorderStrong, colour(Ink::kBorder));
  put(ImGuiCol_Separator, colour(Ink::kBorder));
  put(ImGuiCol_NavHighlight, colour(Ink::kAccent));
  colours[ImGuiCol_TableRowBg] = colours[ImGuiCol_TableRowBgAlt] = {0, 0, 0, 0};
  colours[ImGuiCol_ModalWindowDimBg] = {0, 0, 0, 0.35F};
}

ImU32 Ui::colour(Ink ink) const {
  return gui::colour_of({ink}, desk_->theme());
}

ImU32 Ui::colour(charts::Paint paint) const {
  return gui::colour_of(paint, desk_->theme());
}

float Ui::width_left() const {
  return ImGui::GetContentRegionAvail().x / fonts_->scale();
}

float Ui::height_left() const {
  return ImGui::GetContentRegionAvail().y / fonts_->scale();
}

void Ui::space(float height) {
  ImGui::Dummy({0, std::max(0.0F, px(height) - ImGui::GetStyle().ItemSpacing.y)});
}

void Ui::beside(float gap) {
  ImGui::SameLine(0, px(gap));
}

void Ui::label(std::string_view text, TextSize size, Ink ink, float most) {
  const std::string shown =
      most > 0 ? charts::shortened(text, size, most, fonts_->text_width()) : std::string(text);
  compat::push_font(fonts_->font(size), fonts_->height(size));
  ImGui::PushStyleColor(ImGuiCol_Text, colour(ink));
  ImGui::TextUnformatted(shown.data(), shown.data() + shown.size());
  ImGui::PopStyleColor();
  ImGui::PopFont();
  if (shown != text) tip(text);
  if (most <= 0) note_if_cut(text, 0);
}

void Ui::strong(std::string_view text, Ink ink) {
  compat::push_font(fonts_->strong_body(), fonts_->height(TextSize::kBody));
  ImGui::PushStyleColor(ImGuiCol_Text, colour(ink));
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

void Ui::paragraph(std::string_view text, TextSize size, Ink ink) {
  compat::push_font(fonts_->font(size), fonts_->height(size));
  ImGui::PushStyleColor(ImGuiCol_Text, colour(ink));
  const float most = fonts_->width("n", size) * 72 * fonts_->scale();
  ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + std::min(most, ImGui::GetContentRegionAvail().x));
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

void Ui::tip(std::string_view text) {
  if (text.empty() || !ImGui::IsItemHovered()) return;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(10), px(8)});
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(px(420));
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
  ImGui::PopStyleVar();
}

void Ui::empty(std::string_view text) {
  space(kSmallGap);
  paragraph(text, TextSize::kBody, Ink::kMuted);
  space(kSmallGap);
}

void Ui::focus_next() {
  ImGui::SetKeyboardFocusHere();
}

bool Ui::is_entered() const {
  return ImGui::IsItemDeactivatedAfterEdit();
}

bool Ui::is_typing() const {
  return ImGui::GetIO().WantTextInput;
}

bool Ui::card(const std::string& name, const Card& card, const std::function<void()>& body) {
  const auto known = heights_.find(name);
  const float height = card.height > 0 ? card.height : known != heights_.end() ? known->second : 120;
  ImGui::PushStyleColor(ImGuiCol_ChildBg, colour(Ink::kSurface));
  if (card.is_chosen) ImGui::PushStyleColor(ImGuiCol_Border, colour(Ink::kAccent));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(kCardPadding), px(kCardPadding)});
  ImGui::BeginChild(name.c_str(), {px(card.width), px(height)}, true,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleVar();
  body();
  const float natural =
      std::ceil((ImGui::GetCursorPosY() - ImGui::GetStyle().ItemSpacing.y) / fonts_->scale() + kCardPadding);
  const bool clicked = card.is_clickable && ImGui::IsWindowHovered() && !ImGui::IsAnyItemHovered() &&
                       ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  if (card.is_clickable && ImGui::IsWindowHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  const ImVec2 from = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  recorder_->put(name, {from, {from.x + size.x, from.y + size.y}, card.is_clickable, {}});
  ImGui::EndChild();
  if (card.is_chosen) ImGui::PopStyleColor();
  ImGui::PopStyleColor();
  float& kept = heights_[name];
  if (std::abs(kept - natural) > 0.5F) {
    kept = natural;
    wants_frame_ = true;
    has_resized_ = true;
  }
  return clicked;
}

float Ui::natural_height(const std::string& name) const {
  const auto found = heights_.find(name);
  return found == heights_.end() ? 0 : found->second;
}

void Ui::focus_last() {
  compat::focus_last_item();
}

void Ui::walk_by_tab() {
  const ImGuiIO& io = ImGui::GetIO();
  if (gives_keys_back_ || io.KeyCtrl || before_.empty() || !compat::is_pressed(compat::Key::kTab, true))
    return;
  compat::cancel_tab();
  const auto at = std::ranges::find(before_, focused_);
  const std::size_t step = io.KeyShift ? before_.size() - 1 : 1;
  const std::size_t next =
      at == before_.end() ? 0 : (static_cast<std::size_t>(at - before_.begin()) + step) % before_.size();
  wants_focus_ = before_[next];
}

bool Ui::is_entered_by_key() const {
  return compat::shows_focus() && !gives_keys_back_ && !is_typing() &&
         compat::is_pressed(compat::Key::kEnter);
}

void Ui::record(const std::string& name, std::string_view text, bool enabled) {
  if (enabled && ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows)) order_.push_back(name);
  if (ImGui::IsItemFocused()) focused_ = name;
  if (enabled && name == wants_focus_) {
    compat::focus_last_item();
    if (!ImGui::IsItemVisible()) ImGui::SetScrollHereY();
    wants_focus_.clear();
  }
  if (!recorder_->is_on()) return;
  recorder_->put(name, {ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), enabled, std::string(text)});
}

void Ui::note_if_cut(std::string_view text, float have) {
  // What is scrolled out of sight is not laid out.
  if (!recorder_->is_on() || !ImGui::IsRectVisible({1, 1})) return;
  const float room = have > 0 ? have : ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
  const float end =
      have > 0 ? fonts_->width(text, TextSize::kBody) * fonts_->scale() : ImGui::GetItemRectMax().x;
  if (end > room + 1) recorder_->put_cut(std::string(text));
}

}  // namespace orienta::gui
