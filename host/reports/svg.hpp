// SPDX-License-Identifier: MIT
// A chart as a picture that scales and whose text stays text.
#pragma once

#include <functional>
#include <string>

#include "charts/scene.hpp"
#include "charts/theme.hpp"

namespace orienta {

/// One <svg> element with a line end, fit for a file and for a place within HTML. The same scene gives the
/// same bytes everywhere. The ground is left open: what stands behind it should be the theme's surface.
std::string to_svg(const charts::Scene& scene, charts::Theme theme);

/// How a chart stands within a page that has more charts and a style sheet of its own.
struct SvgInPage {
  std::string id;  ///< unique in the page, fit for an attribute as it is; the ids within begin with it
  std::string title;
  std::string description;
  std::function<std::string(charts::Paint)> colour;  ///< for fill and stroke; never asked for Ink::kNone
};

/// The same with the page's colours and font. Readers of the screen are told `title` and `description` in
/// place of the scene's.
std::string to_svg(const charts::Scene& scene, const SvgInPage& in_page);

}  // namespace orienta
