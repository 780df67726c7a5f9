// SPDX-License-Identifier: MIT
#include "paint/paint.hpp"

#include <algorithm>
#include <cmath>

#include "paint/imgui_compat.hpp"

namespace orienta::gui {
namespace {

using namespace charts;

class Painter {
 public:
  Painter(ImDrawList& list, ImVec2 origin, const Fonts& fonts, Theme theme)
      : list_(list), origin_(origin), fonts_(fonts), theme_(theme), scale_(fonts.scale()) {}

  void operator()(const Line& line) const {
    if (line.paint.ink == Ink::kNone) return;
    stroke(at(line.from), at(line.to), colour(line.paint), line.width, line.dashed);
  }

  void operator()(const Polyline& line) const {
    if (line.paint.ink == Ink::kNone || line.points.size() < 2) return;
    std::vector<ImVec2> points;
    for (const Point& point : line.points)
      points.push_back(at(point));
    if (line.closed) points.push_back(points.front());
    if (!line.dashed) {
      list_.AddPolyline(points.data(), static_cast<int>(points.size()), colour(line.paint), 0,
                        line.width * scale_);
      return;
    }
    for (std::size_t i = 1; i < points.size(); ++i)
      stroke(points[i - 1], points[i], colour(line.paint), line.width, true);
  }

  void operator()(const Polygon& polygon) const {
    if (polygon.fill.ink == Ink::kNone) return;
    std::vector<ImVec2> points;
    for (const Point& point : polygon.points)
      points.push_back(at(point));
    // Neighbours of one area meet without a seam.
    const ImDrawListFlags flags = list_.Flags;
    list_.Flags &= ~ImDrawListFlags_AntiAliasedFill;
    list_.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), colour(polygon.fill));
    list_.Flags = flags;
  }

  void operator()(const Box& box) const {
    const ImVec2 from = at({box.rect.x, box.rect.y});
    const ImVec2 to = at({box.rect.right(), box.rect.bottom()});
    const float radius = box.radius * scale_;
    if (box.fill.ink != Ink::kNone) list_.AddRectFilled(from, to, colour(box.fill), radius);
    if (box.hatched) hatch(list_, from, to, scale_, theme_);
    if (box.stroke.ink != Ink::kNone) list_.AddRect(from, to, colour(box.stroke), radius, 0, scale_);
  }

  void operator()(const Dot& dot) const {
    const float radius = dot.radius * scale_;
    if (dot.fill.ink != Ink::kNone) list_.AddCircleFilled(at(dot.centre), radius, colour(dot.fill));
    if (dot.stroke.ink != Ink::kNone)
      list_.AddCircle(at(dot.centre), radius - 0.75F * scale_, colour(dot.stroke), 0, 1.5F * scale_);
  }

  void operator()(const Label& label) const {
    if (label.paint.ink == Ink::kNone || label.text.empty()) return;
    ImFont* const font = fonts_.font(label.size);
    const float width = fonts_.width(label.text, label.size) * scale_;
    ImVec2 place = at({label.at.x, baseline_of(label)});
    if (label.align == Align::kCentre) place.x -= width / 2;
    if (label.align == Align::kRight) place.x -= width;
    // Letters are sharp on whole pixels only.
    place = {std::round(place.x), std::round(place.y - compat::ascent_of(font))};
    list_.AddText(font, compat::size_of(font), place, colour(label.paint), label.text.data(),
                  label.text.data() + label.text.size());
  }

 private:
  ImVec2 at(Point point) const { return {origin_.x + point.x * scale_, origin_.y + point.y * scale_}; }
  ImU32 colour(Paint paint) const { return gui::colour_of(paint, theme_); }

  void stroke(ImVec2 from, ImVec2 to, ImU32 colour, float width, bool dashed) const {
    if (!dashed) {
      list_.AddLine(from, to, colour, width * scale_);
      return;
    }
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    const float dash = kDash * scale_;
    if (!(length > 0)) return;
    const auto point = [&](float along) {
      return ImVec2(from.x + (to.x - from.x) * along / length, from.y + (to.y - from.y) * along / length);
    };
    for (float along = 0; along < length; along += 2 * dash)
      list_.AddLine(point(along), point(std::min(along + dash, length)), colour, width * scale_);
  }

  ImDrawList& list_;
  ImVec2 origin_;
  const Fonts& fonts_;
  Theme theme_;
  float scale_;
};

}  // namespace

ImU32 colour_of(charts::Paint paint, charts::Theme theme) {
  if (paint.ink == Ink::kNone) return 0;
  const charts::Colour colour = charts::colour_of(paint, theme);
  return IM_COL32(colour.r, colour.g, colour.b, 255);
}

void hatch(ImDrawList& list, ImVec2 from, ImVec2 to, float scale, charts::Theme theme) {
  const float gap = kHatchGap * scale;
  const float height = to.y - from.y;
  const ImU32 colour = gui::colour_of(Paint{Ink::kPrevious}, theme);
  list.PushClipRect(from, to, true);
  for (float x = from.x - height; x < to.x; x += gap)
    list.AddLine({x, to.y}, {x + height, from.y}, colour, scale);
  list.PopClipRect();
}

void paint(ImDrawList& list, const charts::Scene& scene, ImVec2 origin, const Fonts& fonts,
           charts::Theme theme) {
  const Painter painter(list, origin, fonts, theme);
  for (const Shape& shape : scene.shapes)
    std::visit(painter, shape);
}

}  // namespace orienta::gui
