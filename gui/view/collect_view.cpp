// SPDX-License-Identifier: MIT
#include <algorithm>

#include "view/folder_browser.hpp"
#include "view/page_view.hpp"
#include "view/tabs.hpp"
#include "viewmodel/collect.hpp"
#include "viewmodel/import_form.hpp"

namespace orienta::gui {
namespace {

constexpr float kMostTable = 360;

/// As high as its rows, but no higher than a table that scrolls.
float height_of(const Grid& grid) {
  return std::min(kMostTable, kRowHeight * static_cast<float>(grid.rows.size() + 1) + 8);
}

class CollectView : public PageView {
 public:
  void draw(Ui& ui) override {
    const std::uint64_t stamp = ui.desk().stamp() + form_.revision;
    take_file(ui);
    const CollectPage& page = page_.get(ui.desk().stamp(), [&] { return collect_page(ui.desk()); });
    const ImportPreview& preview = preview_.get(stamp, [&] { return import_preview(ui.desk(), form_); });
    ui.label(page.unit, TextSize::kTitle, Ink::kText, ui.width_left());
    draw_tabs(ui, set_tabs(ui.desk()));
    ui.space(kGap);
    const float right = std::min(460.0F, (ui.width_left() - kGap) * 0.42F);
    const float left = ui.width_left() - kGap - right;
    ImGui::BeginGroup();
    ui.card("collect.units-card", {.width = left}, [&] { units(ui, page); });
    ui.space(kGap);
    ui.card("collect.persons-card", {.width = left}, [&] { persons(ui, page); });
    ImGui::EndGroup();
    ui.beside(kGap);
    ImGui::BeginGroup();
    ui.card("collect.import-card", {.width = right}, [&] { importing(ui, preview); });
    ui.space(kGap);
    ui.card("collect.history-card", {.width = right}, [&] { history(ui, page); });
    ui.space(kGap);
    ui.card("collect.imported-card", {.width = right}, [&] { imported(ui, page); });
    ImGui::EndGroup();
    ui.space(kGap);
    if (ui.desk().takes(Desk::Wish::kImport) && preview.no_input.empty()) browse_data(ui);
    browser_.draw(ui);
  }

 private:
  /// A file that was dropped on the window.
  void take_file(Ui& ui) {
    if (ui.desk().file_to_import().empty()) return;
    form_.file = ui.desk().file_to_import().string();
    ui.desk().take_file_to_import();
    look_at_file(form_);
  }

  static void units(Ui& ui, const CollectPage& page) {
    ui.label(ui.say(msg("viewmodel.collect-progress")), TextSize::kSection);
    if (!page.says.empty()) {
      ui.empty(page.says);
      return;
    }
    ui.paragraph(ui.say(msg("viewmodel.collect-progress-hint")), TextSize::kCaption, Ink::kMuted);
    if (const auto row = ui.grid("collect.units", page.units, height_of(page.units)))
      assess_unit(ui.desk(), page.row_units[*row]);
  }

  static void persons(Ui& ui, const CollectPage& page) {
    ui.label(ui.say(msg("viewmodel.collect-persons")), TextSize::kSection);
    if (!page.says.empty())
      ui.empty(page.says);
    else
      ui.grid("collect.persons", page.persons, height_of(page.persons));
  }

  void browse_data(Ui& ui) {
    browser_.ask(ui, FileKind::kTable, form_.file, [this](const std::filesystem::path& file) {
      form_.file = file.string();
      look_at_file(form_);
    });
  }

  void browse_mapping(Ui& ui) {
    browser_.ask(ui, FileKind::kMapping, form_.mapping.empty() ? form_.file : form_.mapping,
                 [this](const std::filesystem::path& file) {
                   form_.mapping = file.string();
                   form_.is_previewed = false;
                   ++form_.revision;
                 });
  }

  void importing(Ui& ui, const ImportPreview& preview) {
    ui.label(ui.say(msg("viewmodel.collect-import")), TextSize::kSection);
    if (!preview.no_input.empty()) {
      ui.empty(preview.no_input);
      return;
    }
    const float wide = ui.width_left();
    const auto changed = [&](bool is_changed) {
      if (!is_changed) return;
      form_.is_previewed = false;
      ++form_.revision;
    };
    const std::string browse = ui.say(msg("viewmodel.browse"));
    const float field = wide - ui.fonts().width(browse, TextSize::kBody) - 20 - kSmallGap;
    changed(ui.input("import.file", form_.file, ui.say(msg("viewmodel.import-file-hint")), field));
    ui.beside();
    if (ui.button("import.browse", browse)) browse_data(ui);
    changed(ui.input("import.mapping", form_.mapping, ui.say(msg("viewmodel.import-mapping-hint")), field));
    ui.beside();
    if (ui.button("import.browse-mapping", browse)) browse_mapping(ui);
    const std::string look = ui.say(msg("viewmodel.import-look"));
    const float button = ui.fonts().width(look, TextSize::kBody) + 28;
    if (const auto set = ui.picker("import.set", preview.sets, form_.set, wide - button - kSmallGap)) {
      form_.set = *set;
      ++form_.revision;
    }
    ui.beside();
    if (ui.button("import.look", look, preview.is_shown ? Ui::Kind::kPlain : Ui::Kind::kPrimary,
                  preview.can_preview))
      look_at_file(form_);
    if (preview.is_shown) shown(ui, preview);
  }

  void shown(Ui& ui, const ImportPreview& preview) {
    ui.space(kSmallGap);
    ui.paragraph(preview.says);
    std::string counts;
    for (const std::string& count : preview.counts)
      counts += (counts.empty() ? "" : " · ") + count;
    if (!counts.empty()) ui.paragraph(counts);
    if (!preview.rejected.empty() && preview.has_rejected)
      ui.strong(ui.say(msg("viewmodel.import-left-out")), Ink::kBelow);
    reasons(ui, preview.rejected, Ink::kBelow);
    if (!preview.remarkable.empty()) ui.strong(ui.say(msg("viewmodel.import-remarkable")));
    reasons(ui, preview.remarkable, Ink::kMuted);
    if (!preview.more.empty()) ui.paragraph(preview.more, TextSize::kCaption, Ink::kMuted);
    if (preview.has_rejected &&
        ui.checkbox("import.skip", ui.say(msg("viewmodel.import-skip")), form_.skip_rejected))
      ++form_.revision;
    if (!preview.button.empty() &&
        ui.button("import.do", preview.button, Ui::Kind::kPrimary, preview.can_import))
      import_previewed(ui.desk(), form_);
  }

  static void reasons(Ui& ui, const std::vector<ImportReason>& list, Ink ink) {
    for (const ImportReason& reason : list) {
      if (!reason.rows.empty()) ui.label(reason.rows, TextSize::kCaption, ink, ui.width_left());
      ui.paragraph(reason.text, TextSize::kCaption);
    }
    ui.space(4);
  }

  static void history(Ui& ui, const CollectPage& page) {
    ui.label(ui.say(msg("viewmodel.collect-history")), TextSize::kSection);
    if (page.can_undo) {
      const std::string undo =
          charts::shortened(page.undo, TextSize::kBody, ui.width_left() - 28, ui.fonts().text_width());
      if (ui.button("collect.undo", undo)) ui.desk().undo();
      ui.tip(page.undo);
    }
    if (!page.history.rows.empty()) ui.grid("collect.history", page.history);
  }

  static void imported(Ui& ui, const CollectPage& page) {
    ui.label(ui.say(msg("viewmodel.collect-surveys")), TextSize::kSection);
    ui.grid("collect.waves", page.waves, height_of(page.waves));
    ui.space(kSmallGap);
    ui.label(ui.say(msg("viewmodel.collect-measures")), TextSize::kSection);
    ui.grid("collect.measures", page.measures, height_of(page.measures));
  }

  ImportForm form_;
  FolderBrowser browser_;
  Cached<CollectPage> page_;
  Cached<ImportPreview> preview_;
};

}  // namespace

std::unique_ptr<PageView> collect_view() {
  return std::make_unique<CollectView>();
}

}  // namespace orienta::gui
