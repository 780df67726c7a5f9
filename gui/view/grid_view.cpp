// SPDX-License-Identifier: MIT
// Tables and charts.
#include <algorithm>

#include "paint/imgui_compat.hpp"
#include "paint/paint.hpp"
#include "view/ui.hpp"

namespace orienta::gui {
namespace {

constexpr float kIndent = 16;

}  // namespace

std::optional<std::size_t> Ui::grid(const std::string& name, const Grid& grid, float height,
                                    std::optional<std::size_t> chosen, const CellEditor& editor) {
  if (grid.rows.empty()) {
    empty(grid.empty);
    return std::nullopt;
  }
  std::optional<std::size_t> clicked;
  ImGuiTableFlags flags = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingStretchProp |
                          ImGuiTableFlags_Resizable | ImGuiTableFlags_NoBordersInBody |
                          ImGuiTableFlags_NoSavedSettings;
  if (height > 0) flags |= ImGuiTableFlags_ScrollY;
  if (!ImGui::BeginTable(name.c_str(), static_cast<int>(grid.columns.size()), flags, {0, px(height)}))
    return clicked;
  ImGui::TableSetupScrollFreeze(0, 1);
  for (const GridColumn& column : grid.columns)
    ImGui::TableSetupColumn(column.title.c_str(), ImGuiTableColumnFlags_WidthStretch, column.share);

  const auto text = [&](const std::string& shown, Ink ink, TextSize size, bool right, float indent) {
    const float room = ImGui::GetContentRegionAvail().x / fonts_->scale() - indent;
    const std::string fitting = charts::shortened(shown, size, std::max(room, 8.0F), fonts_->text_width());
    const float width = fonts_->width(fitting, size);
    const float at = right ? std::max(0.0F, room - width) : indent;
    if (at > 0) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + px(at));
    compat::push_font(fonts_->font(size), fonts_->height(size));
    ImGui::PushStyleColor(ImGuiCol_Text, colour(ink));
    ImGui::TextUnformatted(fitting.data(), fitting.data() + fitting.size());
    ImGui::PopStyleColor();
    ImGui::PopFont();
    if (fitting != shown) tip(shown);
  };

  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    ImGui::TableSetColumnIndex(static_cast<int>(i));
    text(grid.columns[i].title, Ink::kMuted, TextSize::kCaption, grid.columns[i].is_number, 0);
    if (!grid.columns[i].tip.empty()) tip(grid.columns[i].tip);
  }
  // A row that is chosen anew is brought into view.
  if (height > 0 && chosen) {
    const auto [before, is_first] = chosen_rows_.try_emplace(name, *chosen);
    if (is_first || before->second != *chosen) {
      before->second = *chosen;
      const float at = px(kRowHeight) * static_cast<float>(*chosen);
      const float low = ImGui::GetScrollY();
      const float room = px(height) - 2 * px(kRowHeight);
      if (at < low || at > low + room - px(kRowHeight)) ImGui::SetScrollY(std::max(0.0F, at - room / 3));
    }
  }
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(grid.rows.size()), px(kRowHeight));
  while (clipper.Step())
    for (int r = clipper.DisplayStart; r < clipper.DisplayEnd; ++r) {
      const GridRow& row = grid.rows[static_cast<std::size_t>(r)];
      ImGui::TableNextRow(0, px(kRowHeight));
      ImGui::TableSetColumnIndex(0);
      const float x = ImGui::GetCursorPosX();
      const std::string widget = "###" + name + "." + std::to_string(r);
      if (ImGui::Selectable(widget.c_str(), chosen == static_cast<std::size_t>(r),
                            ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowItemOverlap,
                            {0, px(kRowHeight) - 2 * ImGui::GetStyle().CellPadding.y}))
        clicked = static_cast<std::size_t>(r);
      record(row.name, row.cells.empty() ? std::string_view() : std::string_view(row.cells.front().text));
      ImGui::SameLine(0, 0);
      ImGui::SetCursorPosX(x);
      const bool is_edited = editor && chosen == static_cast<std::size_t>(r);
      for (std::size_t c = 0; c < std::min(row.cells.size(), grid.columns.size()); ++c) {
        if (c > 0) ImGui::TableSetColumnIndex(static_cast<int>(c));
        if (is_edited && edited(c, c == 0 ? kIndent * static_cast<float>(row.depth) : 0, editor)) continue;
        text(row.cells[c].text, row.cells[c].ink, TextSize::kBody, grid.columns[c].is_number,
             c == 0 ? kIndent * static_cast<float>(row.depth) : 0);
      }
    }
  ImGui::EndTable();
  return clicked;
}

bool Ui::edited(std::size_t column, float indent, const CellEditor& editor) {
  // Frames as low as the row's text, so that the row keeps its height.
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {px(6), px(2)});
  ImGui::SetCursorPos({ImGui::GetCursorPosX() + px(indent), ImGui::GetCursorPosY() - px(2)});
  const bool drawn = editor(column, width_left());
  ImGui::PopStyleVar();
  if (!drawn) ImGui::SetCursorPos({ImGui::GetCursorPosX() - px(indent), ImGui::GetCursorPosY() + px(2)});
  return drawn;
}

std::optional<std::size_t> Ui::scene(const std::string& name, const charts::Scene& scene) {
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const bool clicked = ImGui::InvisibleButton(
      name.c_str(), {px(std::max(scene.size.width, 1.0F)), px(std::max(scene.size.height, 1.0F))});
  record(name, scene.title);
  gui::paint(*ImGui::GetWindowDrawList(), scene, origin, *fonts_, desk_->theme());
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const charts::Area* over = nullptr;
  for (const charts::Area& area : scene.areas) {
    const ImVec2 from{origin.x + px(area.rect.x), origin.y + px(area.rect.y)};
    const ImVec2 to{origin.x + px(area.rect.right()), origin.y + px(area.rect.bottom())};
    recorder_->put(name + "." + std::to_string(area.index), {from, to, true, area.name});
    if (mouse.x >= from.x && mouse.x < to.x && mouse.y >= from.y && mouse.y < to.y) over = &area;
  }
  if (over == nullptr || !ImGui::IsItemHovered()) return std::nullopt;
  tip(over->tip.empty() ? over->name : over->tip);
  return clicked ? std::optional(over->index) : std::nullopt;
}

std::optional<std::size_t> Ui::figure(const Figure& figure, float width, float height) {
  Shown& shown = figures_[figure.name];
  label(figure.title, TextSize::kSection, Ink::kText, std::max(width - 180, 60.0F));
  const std::string table = say(shown.as_table ? msg("viewmodel.as-chart") : msg("viewmodel.as-table"));
  const std::string save = say(shown.as_table ? msg("viewmodel.copy") : msg("viewmodel.save-chart"));
  const float right = fonts_->width(table, TextSize::kBody) + fonts_->width(save, TextSize::kBody) + kGap;
  ImGui::SameLine(ImGui::GetCursorPosX() + px(std::max(0.0F, width - right - 2)));
  if (link(figure.name + ".table", table)) shown.as_table = !shown.as_table;
  beside(kGap);
  if (link(figure.name + ".save", save)) {
    if (shown.as_table)
      ImGui::SetClipboardText(copied(figure.table).c_str());
    else
      desk_->save_chart(figure);
  }
  space(kSmallGap);
  if (shown.as_table) {
    grid(figure.name + ".rows", figure.table, height);
    return std::nullopt;
  }
  const charts::Size size{width, height};
  if (shown.stamp != desk_->stamp() || !(shown.size == size)) {
    shown.scene = figure.make(size, fonts_->text_width());
    shown.stamp = desk_->stamp();
    shown.size = size;
  }
  return scene(figure.name, shown.scene);
}

}  // namespace orienta::gui
