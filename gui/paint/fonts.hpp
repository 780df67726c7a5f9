// SPDX-License-Identifier: MIT
// The product's type scale as ImGui fonts.
#pragma once

#include <imgui.h>

#include <array>
#include <filesystem>

#include "charts/scene.hpp"
#include "charts/text.hpp"

namespace orienta::gui {

/// Where the two faces are. The same file may serve as both.
struct FontFiles {
  std::filesystem::path regular;
  std::filesystem::path strong;  ///< for titles and figures
};

class Fonts {
 public:
  /// Puts the fonts into the current context's atlas, in place of what is there, at `scale` pixels per
  /// logical pixel. Files that cannot be read give ImGui's built-in font, which has Latin letters only;
  /// is_complete() tells.
  static Fonts load(const FontFiles& files, float scale);

  float scale() const { return scale_; }
  bool is_complete() const { return is_complete_; }
  ImFont* font(charts::TextSize size) const { return fonts_[static_cast<std::size_t>(size)]; }
  ImFont* strong_body() const { return strong_body_; }
  /// In pixels of the screen.
  float height(charts::TextSize size) const;
  /// In logical pixels, as charts measure.
  float width(std::string_view text, charts::TextSize size) const;
  charts::TextWidth text_width() const;

 private:
  std::array<ImFont*, 5> fonts_{};
  ImFont* strong_body_ = nullptr;
  float scale_ = 1;
  bool is_complete_ = true;
};

}  // namespace orienta::gui
