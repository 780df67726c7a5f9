// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "view/ui.hpp"
#include "viewmodel/set_tabs.hpp"

namespace orienta::gui {

/// The sets side by side, in further lines where they do not fit into one. A click chooses the set.
void draw_tabs(Ui& ui, const std::vector<SetTab>& tabs);

}  // namespace orienta::gui
