// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "base/os.hpp"
#include "paint/imgui_compat.hpp"
#include "view/folder_browser.hpp"
#include "view/page_view.hpp"
#include "view/preferences.hpp"
#include "viewmodel/start.hpp"

namespace orienta::gui {
namespace {

class StartView : public PageView {
 public:
  void draw(Ui& ui) override {
    const StartPage& page = page_.get(ui.desk().stamp(), [&] { return start_page(ui.desk()); });
    const bool is_alone = ui.desk().study() == nullptr;
    if (is_alone) {
      ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.px(ui.width_left() - preferences_width(ui)));
      preferences(ui);
    }
    ui.space(is_alone ? 8 : 40);
    ui.label(page.title, TextSize::kFigure);
    ui.paragraph(page.what, TextSize::kSection, Ink::kMuted);
    ui.space(24);
    const float half = (ui.width_left() - kGap) / 2;
    ImGui::BeginGroup();
    ui.card("start.do", {.width = half}, [&] { what_to_do(ui, page); });
    ImGui::EndGroup();
    ui.beside(kGap);
    ImGui::BeginGroup();
    ui.card("start.hints", {.width = half}, [&] { hints(ui, page); });
    if (is_making_) {
      ui.space(kGap);
      ui.card("start.new-card", {.width = half}, [&] { form(ui); });
    }
    ImGui::EndGroup();
    if (ui.desk().takes(Desk::Wish::kNewProject)) open_form(ui);
    if (ui.desk().takes(Desk::Wish::kOpenProject)) browse(ui);
    browser_.draw(ui);
  }

 private:
  void browse(Ui& ui) {
    Desk& desk = ui.desk();
    browser_.ask(ui, FileKind::kProject, path_,
                 [&desk](const std::filesystem::path& file) { desk.open(file); });
  }

  void what_to_do(Ui& ui, const StartPage& page) {
    if (ui.button("start.sample", ui.say(msg("viewmodel.explore")), Ui::Kind::kPrimary))
      ui.desk().explore_sample();
    // Who has only a keyboard begins here.
    if (!std::exchange(has_begun_, true)) ui.focus_last();
    ui.beside();
    if (ui.button("start.new", ui.say(msg("viewmodel.new-project")))) open_form(ui);
    ui.space(kGap);
    ui.label(ui.say(msg("viewmodel.recent")), TextSize::kSection);
    if (page.recent.empty()) ui.empty(ui.say(msg("viewmodel.no-recent")));
    for (std::size_t i = 0; i < page.recent.size(); ++i) {
      if (ui.link("start.recent." + std::to_string(i), page.recent[i].name))
        ui.desk().open(page.recent[i].file);
      ui.label(page.recent[i].folder, TextSize::kCaption, Ink::kMuted, ui.width_left());
    }
    ui.space(kGap);
    ui.label(ui.say(msg("viewmodel.open-file")), TextSize::kSection);
    if (ui.button("start.browse", ui.say(msg("viewmodel.browse")))) browse(ui);
    ui.beside();
    const std::string open = ui.say(msg("viewmodel.open"));
    ui.input("start.path", path_, ui.say(msg("viewmodel.path-hint")),
             ui.width_left() - ui.fonts().width(open, TextSize::kBody) - 20 - kSmallGap);
    const bool is_entered = ui.is_entered() && compat::is_pressed(compat::Key::kEnter);
    ui.beside();
    if (ui.button("start.open", open, Ui::Kind::kPlain, !path_.empty()) || (is_entered && !path_.empty()))
      ui.desk().open(path_);
    ui.paragraph(ui.say(msg("viewmodel.drop-hint")), TextSize::kCaption, Ink::kMuted);
  }

  static void hints(Ui& ui, const StartPage& page) {
    ui.label(ui.say(msg("viewmodel.good-to-know")), TextSize::kSection);
    ui.space(4);
    for (const std::string& hint : page.hints) {
      ui.paragraph(hint);
      ui.space(4);
    }
  }

  void open_form(Ui& ui) {
    is_making_ = true;
    form_ = {};
    form_.folder = os::environment("HOME").value_or(".");
    sets_ = set_choices(ui.desk());
  }

  void form(Ui& ui) {
    ui.label(ui.say(msg("viewmodel.new-project")), TextSize::kSection);
    const float wide = ui.width_left();
    ui.label(ui.say(msg("viewmodel.organisation-name")), TextSize::kCaption, Ink::kMuted);
    ui.input("new.organisation", form_.organisation, "", wide);
    ui.label(ui.say(msg("viewmodel.folder")), TextSize::kCaption, Ink::kMuted);
    const std::string other = ui.say(msg("viewmodel.browse"));
    ui.input("new.folder", form_.folder, "",
             wide - ui.fonts().width(other, TextSize::kBody) - 20 - kSmallGap);
    ui.beside();
    if (ui.button("new.browse", other))
      browser_.ask(ui, FileKind::kFolder, form_.folder,
                   [this](const std::filesystem::path& folder) { form_.folder = folder.string(); });
    ui.label(ui.say(msg("viewmodel.units-one-a-line")), TextSize::kCaption, Ink::kMuted);
    ui.input_lines("new.units", form_.units, ui.say(msg("viewmodel.units-hint")), wide, 96);
    ui.label(ui.say(msg("viewmodel.sets-to-use")), TextSize::kCaption, Ink::kMuted);
    for (const SetChoice& set : sets_) {
      bool is_on = std::ranges::find(form_.sets, set.id) != form_.sets.end();
      if (ui.checkbox("new.set." + set.id, set.title, is_on)) {
        if (is_on)
          form_.sets.push_back(set.id);
        else
          std::erase(form_.sets, set.id);
      }
      ui.beside();
      ui.label(set.about, TextSize::kCaption, Ink::kMuted);
    }
    ui.space(kSmallGap);
    const std::string missing = missing_in(form_, ui.desk());
    if (ui.button("new.make", ui.say(msg("viewmodel.make-it")), Ui::Kind::kPrimary, missing.empty())) {
      make(ui.desk(), form_);
      is_making_ = false;
    }
    ui.beside();
    if (ui.button("new.cancel", ui.say(msg("viewmodel.cancel")), Ui::Kind::kQuiet)) is_making_ = false;
    ui.paragraph(missing.empty() ? file_of(form_).string() : missing, TextSize::kCaption, Ink::kMuted);
  }

  Cached<StartPage> page_;
  std::string path_;
  bool is_making_ = false;
  NewProjectForm form_;
  std::vector<SetChoice> sets_;
  FolderBrowser browser_;
  bool has_begun_ = false;
};

}  // namespace

std::unique_ptr<PageView> start_view() {
  return std::make_unique<StartView>();
}

}  // namespace orienta::gui
