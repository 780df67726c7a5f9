// SPDX-License-Identifier: MIT
// What the dashboard remembers of its user between starts: language, theme, zoom, recent projects.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "base/lang.hpp"
#include "base/result.hpp"
#include "charts/theme.hpp"

namespace orienta::gui {

struct Settings {
  std::optional<Lang> lang;  ///< nothing: as the system says
  charts::Theme theme = charts::Theme::kLight;
  int zoom = 100;                             ///< per cent of the display's own scale: one of kZooms
  std::vector<std::filesystem::path> recent;  ///< newest first, at most kMostRecent
  bool operator==(const Settings&) const = default;
};

inline constexpr std::size_t kMostRecent = 8;
inline constexpr std::array kZooms{80, 90, 100, 110, 125, 150, 175, 200};

/// `<user config folder>/dashboard.json`; empty when the account has no home.
std::filesystem::path settings_file();

/// What the file says. A file that is missing or cannot be read gives the defaults: settings are never worth
/// an error at start.
Settings read_settings(const std::filesystem::path& file);
/// Makes the folder where it is missing.
Status write_settings(const std::filesystem::path& file, const Settings& settings);

/// Puts the project on top of the recent ones.
void remember(Settings& settings, const std::filesystem::path& project);

}  // namespace orienta::gui
