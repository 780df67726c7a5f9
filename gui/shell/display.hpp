// SPDX-License-Identifier: MIT
// The window on the screen: GLFW and OpenGL 3.3. Main thread only.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace orienta::gui {

class Display {
 public:
  struct Wish {
    int width = 1280;
    int height = 800;
    std::string title = "Orienta";
  };
  /// kIo with the reason and what helps: no display, no OpenGL 3.3, no window.
  static Result<Display> open(const Wish& wish);
  ~Display();
  Display(Display&&) noexcept;
  Display& operator=(Display&&) = delete;

  bool wants_close() const;
  /// Pixels of the screen per logical pixel.
  float scale() const;
  /// Files that were dropped onto the window since the last call.
  std::vector<std::filesystem::path> take_dropped();
  bool is_focused() const;
  /// Whether anything came from mouse or keyboard since the last call, or waits for the next frame.
  bool had_input();

  /// Waits for something to happen, at most so many seconds; below 0 without limit.
  void wait(double seconds) const;
  /// Ends wait(); from any thread.
  static void wake();

  void begin_frame();
  /// RGBA rows from the top.
  struct Picture {
    int width = 0;
    int height = 0;
    std::vector<unsigned char> pixels;
  };
  /// Shows what ImGui::Render() has made; a picture of it is taken where one is wanted.
  void end_frame(std::uint32_t background, Picture* picture = nullptr);
  /// Makes the font texture again, from fonts that were loaded anew.
  static void renew_fonts();

  struct Impl;  ///< inside display.cpp only

 private:
  explicit Display(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace orienta::gui
