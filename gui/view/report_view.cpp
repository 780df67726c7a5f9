// SPDX-License-Identifier: MIT
#include "viewmodel/report.hpp"

#include <algorithm>
#include <set>

#include "view/page_view.hpp"

namespace orienta::gui {
namespace {

class ReportView : public PageView {
 public:
  void draw(Ui& ui) override {
    const ReportPage& page = page_.get(ui.desk().stamp(), [&] { return report_page(ui.desk()); });
    ui.label(page.title, TextSize::kTitle, Ink::kText, ui.width_left());
    ui.paragraph(page.about, TextSize::kCaption, Ink::kMuted);
    ui.space(kSmallGap);
    const float half = (ui.width_left() - kGap) / 2;
    ImGui::BeginGroup();
    ui.card("report.content", {.width = half}, [&] { content(ui, page); });
    ImGui::EndGroup();
    ui.beside(kGap);
    ImGui::BeginGroup();
    ui.card("report.place", {.width = half}, [&] { place(ui, page); });
    ImGui::EndGroup();
    ui.space(kGap);
  }

 private:
  void content(Ui& ui, const ReportPage& page) {
    ui.label(ui.say(msg("viewmodel.report-content")), TextSize::kSection);
    for (const ReportSection& section : page.sections) {
      ui.space(4);
      ui.label(section.title, TextSize::kBody, Ink::kMuted, ui.width_left());
      for (const ReportItem& item : section.items) {
        bool wanted = !item.is_empty && !left_out_.contains(item.name);
        ImGui::BeginDisabled(item.is_empty);
        if (ui.checkbox("report." + item.name, item.title, wanted)) {
          if (wanted)
            left_out_.erase(item.name);
          else
            left_out_.insert(item.name);
        }
        ImGui::EndDisabled();
        if (item.known.empty()) continue;
        const float width = ui.fonts().width(item.known, TextSize::kCaption);
        ImGui::SameLine(ImGui::GetWindowWidth() - ui.px(width + kCardPadding));
        ui.label(item.known, TextSize::kCaption, Ink::kMuted);
      }
    }
    ui.space(kSmallGap);
    if (ui.link("report.all", ui.say(msg("viewmodel.report-all")))) left_out_.clear();
    ui.beside(kGap);
    if (ui.link("report.none", ui.say(msg("viewmodel.report-none"))))
      for (const ReportSection& section : page.sections)
        for (const ReportItem& item : section.items)
          left_out_.insert(item.name);
  }

  void place(Ui& ui, const ReportPage& page) {
    if (folder_of_ != page.folder) {
      folder_of_ = page.folder;
      folder_ = page.folder;
    }
    std::vector<ReportItem> wanted;
    for (const ReportSection& section : page.sections)
      for (const ReportItem& item : section.items)
        if (!item.is_empty && !left_out_.contains(item.name)) wanted.push_back(item);
    ui.label(ui.say(msg("viewmodel.report-where")), TextSize::kSection);
    ui.paragraph(ui.say(msg("viewmodel.report-formats")), TextSize::kBody, Ink::kMuted);
    ui.space(kSmallGap);
    ui.label(ui.say(msg("viewmodel.folder")), TextSize::kCaption, Ink::kMuted);
    ui.input("report.folder", folder_, page.folder, ui.width_left());
    ui.space(kSmallGap);
    if (ui.button("report.write", ui.say(msg("viewmodel.report-write", {{"n", wanted.size()}})),
                  Ui::Kind::kPrimary, !wanted.empty() && !folder_.empty()))
      write_report(ui.desk(), folder_, std::move(wanted));
  }

  Cached<ReportPage> page_;
  std::set<std::string> left_out_;
  std::string folder_;
  std::string folder_of_;  ///< what was proposed when it was filled in
};

}  // namespace

std::unique_ptr<PageView> report_view() {
  return std::make_unique<ReportView>();
}

}  // namespace orienta::gui
