// SPDX-License-Identifier: MIT
// Paints a chart's scene into an ImGui draw list.
#pragma once

#include <imgui.h>

#include "charts/scene.hpp"
#include "charts/theme.hpp"
#include "paint/fonts.hpp"

namespace orienta::gui {

ImU32 colour_of(charts::Paint paint, charts::Theme theme);

/// `origin` is where the scene's corner comes to lie, in pixels of the screen.
void paint(ImDrawList& list, const charts::Scene& scene, ImVec2 origin, const Fonts& fonts,
           charts::Theme theme);

/// Diagonal lines over a rectangle of the screen: what is open looks like this everywhere.
void hatch(ImDrawList& list, ImVec2 from, ImVec2 to, float scale, charts::Theme theme);

}  // namespace orienta::gui
