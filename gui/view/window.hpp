// SPDX-License-Identifier: MIT
// The whole of the dashboard's window: rail, pickers, the page, the status line, and what opens above them.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "view/page_view.hpp"
#include "view/ui.hpp"
#include "viewmodel/frame.hpp"

namespace orienta::gui {

class Window {
 public:
  Window();

  /// Draws one frame, between ImGui::NewFrame() and ImGui::Render().
  void draw(Ui& ui);

 private:
  void shortcuts(Ui& ui);
  void rail(Ui& ui, const FramePage& page);
  void top(Ui& ui, const FramePage& page);
  void content(Ui& ui, Page page);
  void status(Ui& ui, const std::string& state);
  void palette(Ui& ui);
  void dialog(Ui& ui);

  std::array<std::unique_ptr<PageView>, 12> views_;
  std::unique_ptr<PageView> why_;
  Cached<FramePage> frame_;
  std::string typed_;  ///< in the palette
  std::size_t picked_ = 0;
  bool opens_palette_ = false;
};

/// The reasons of a number, in a panel beside the page.
std::unique_ptr<PageView> why_view();

}  // namespace orienta::gui
