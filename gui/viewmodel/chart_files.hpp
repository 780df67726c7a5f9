// SPDX-License-Identifier: MIT
// A chart as files: what the window shows, with its title, as SVG and as PNG.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"
#include "charts/theme.hpp"
#include "viewmodel/desk.hpp"
#include "viewmodel/figure.hpp"

namespace orienta::gui {

/// What stands below the title of a chart that is saved: of which unit, set and period it is.
std::string about_chart(const Study& study, std::size_t set, std::uint32_t unit, Lang lang);

/// Writes `<stem>.svg` and `<stem>.png`, each whole or not at all. On any thread.
Status write_chart(const Figure& figure, const std::string& about, charts::Theme theme,
                   const std::filesystem::path& stem);

}  // namespace orienta::gui
