// SPDX-License-Identifier: MIT
// A question before something that is not simply undone, or takes more along than it seems.
#pragma once

#include <functional>
#include <string>

#include "view/ui.hpp"

namespace orienta::gui {

class Confirm {
 public:
  /// Asks with the next draw(). `yes` is what the button says, `act` what it does.
  void ask(std::string question, std::string yes, std::function<void()> act);
  /// Call once a frame, outside of cards. Its buttons are "confirm.yes" and "confirm.no".
  void draw(Ui& ui);

 private:
  std::string question_;
  std::string yes_;
  std::function<void()> act_;
};

}  // namespace orienta::gui
