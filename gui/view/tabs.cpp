// SPDX-License-Identifier: MIT
#include "view/tabs.hpp"

namespace orienta::gui {

void draw_tabs(Ui& ui, const std::vector<SetTab>& tabs) {
  constexpr float kPadding = 20;
  const float wide = ui.width_left();
  float used = 0;
  for (const SetTab& tab : tabs) {
    const float width = ui.fonts().width(tab.title, TextSize::kBody) + kPadding;
    if (used > 0 && used + kSmallGap + width <= wide) {
      ui.beside();
      used += kSmallGap;
    } else {
      used = 0;
    }
    used += width;
    if (ui.choice(tab.name, tab.title, tab.is_chosen)) ui.desk().choose_set(tab.set);
  }
}

}  // namespace orienta::gui
