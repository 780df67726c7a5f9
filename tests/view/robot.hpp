// SPDX-License-Identifier: MIT
// A user without a window: sees the named widgets of the dashboard's last frame, clicks and types.
#pragma once

#include <imgui.h>

#include <filesystem>
#include <memory>
#include <string>

#include "paint/imgui_compat.hpp"
#include "support/temp_folder.hpp"
#include "view/window.hpp"

namespace orienta::gui {

class Robot {
 public:
  /// A dashboard without a project, on a screen of that size.
  explicit Robot(ImVec2 screen = {1280, 800});
  ~Robot();
  Robot(const Robot&) = delete;
  Robot& operator=(const Robot&) = delete;

  /// Opens a copy of the invented network, which it may change.
  void open_network();
  void open(const std::filesystem::path& file);

  /// Draws one frame.
  void frame();
  /// Lets the background finish and draws until nothing changes any more.
  void settle();

  bool sees(const std::string& name) const;
  /// What the widget says; fails the test when it is not there.
  std::string text_of(const std::string& name) const;
  bool is_enabled(const std::string& name) const;
  /// Clicks the widget and settles; fails the test when it is not there or lies outside of the screen.
  void click(const std::string& name);
  /// Types into the widget that has the keyboard.
  void type(const std::string& text);
  void press(compat::Key key, bool control = false, bool shift = false);

  Desk& desk() { return desk_; }
  const Recorder& recorder() const { return recorder_; }
  const std::filesystem::path& file() const { return file_; }

 private:
  struct Context {
    explicit Context(ImVec2 screen);
    ~Context();
  };
  const Spot& spot(const std::string& name) const;

  test::TempFolder folder_;
  std::filesystem::path file_;
  Context context_;
  Fonts fonts_;
  Recorder recorder_;
  Desk desk_;
  Ui ui_;
  Window window_;
};

}  // namespace orienta::gui
