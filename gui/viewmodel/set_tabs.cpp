// SPDX-License-Identifier: MIT
#include "viewmodel/set_tabs.hpp"

#include "viewmodel/phrases.hpp"

namespace orienta::gui {

std::vector<SetTab> set_tabs(const Desk& desk) {
  std::vector<SetTab> tabs;
  const auto& sets = desk.study()->assessment->sets;
  for (std::size_t i = 0; i < sets.size(); ++i)
    tabs.push_back({i, "set." + sets[i].id.value, title_of(sets[i], 0, desk.lang()), i == desk.set()});
  return tabs;
}

}  // namespace orienta::gui
