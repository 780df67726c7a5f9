// SPDX-License-Identifier: MIT
#include "view/preferences.hpp"

#include <string>
#include <utility>

namespace orienta::gui {
namespace {

std::string other_theme(Ui& ui, charts::Theme theme) {
  return ui.say(theme == charts::Theme::kLight ? msg("viewmodel.dark") : msg("viewmodel.light"));
}

}  // namespace

float preferences_width(Ui& ui) {
  return ui.fonts().width(other_theme(ui, ui.desk().theme()), TextSize::kBody) + 20 + 3 * 44 + 2 * kSmallGap;
}

void preferences(Ui& ui) {
  Desk& desk = ui.desk();
  bool is_first = true;
  for (const auto& [lang, code] :
       {std::pair(Lang::kEn, "EN"), std::pair(Lang::kRu, "RU"), std::pair(Lang::kPl, "PL")}) {
    if (!std::exchange(is_first, false)) ui.beside(2);
    if (ui.choice(std::string("top.lang-") + code, code, desk.lang() == lang)) desk.choose_lang(lang);
  }
  ui.beside();
  if (ui.button("top.theme", other_theme(ui, desk.theme()), Ui::Kind::kQuiet))
    desk.choose_theme(desk.theme() == charts::Theme::kLight ? charts::Theme::kDark : charts::Theme::kLight);
}

}  // namespace orienta::gui
