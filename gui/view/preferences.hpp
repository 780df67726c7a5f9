// SPDX-License-Identifier: MIT
// Language and theme, on top of every page.
#pragma once

#include "view/ui.hpp"

namespace orienta::gui {

/// In logical pixels.
float preferences_width(Ui& ui);
/// In one line: "top.lang-EN", …, "top.theme".
void preferences(Ui& ui);

}  // namespace orienta::gui
