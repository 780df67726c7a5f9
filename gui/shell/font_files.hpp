// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "paint/fonts.hpp"

namespace orienta::gui {

struct FoundFonts {
  FontFiles files;
  std::string family;           ///< what was found: "Inter"
  bool is_first_choice = true;  ///< false: another family stands in for Inter
};

/// Inter, else Noto Sans, else DejaVu Sans, else whatever the system has for Cyrillic and Polish. Empty paths
/// when there is no font at all.
FoundFonts find_fonts();

}  // namespace orienta::gui
