// SPDX-License-Identifier: MIT
#include "charts/title.hpp"

#include <utility>

namespace orienta::charts {
namespace {

constexpr float kMargin = 16;
constexpr float kTitleLine = 24;
constexpr float kAboutLine = 18;

void move(Point& point, Point by) {
  point.x += by.x;
  point.y += by.y;
}
void move(Line& line, Point by) {
  move(line.from, by);
  move(line.to, by);
}
void move(Polyline& line, Point by) {
  for (Point& point : line.points)
    move(point, by);
}
void move(Polygon& polygon, Point by) {
  for (Point& point : polygon.points)
    move(point, by);
}
void move(Rect& rect, Point by) {
  rect.x += by.x;
  rect.y += by.y;
}
void move(Box& box, Point by) {
  move(box.rect, by);
}
void move(Dot& dot, Point by) {
  move(dot.centre, by);
}
void move(Label& label, Point by) {
  move(label.at, by);
}

}  // namespace

Scene titled(Scene scene, const std::string& title, const std::string& about, const TextWidth& width) {
  const float most = scene.size.width;
  const float head = kTitleLine + (about.empty() ? 0 : kAboutLine) + kMargin / 2;
  const Point by{kMargin, kMargin + head};
  for (Shape& shape : scene.shapes)
    std::visit([&](auto& each) { move(each, by); }, shape);
  for (Area& area : scene.areas)
    move(area.rect, by);
  scene.size = {most + 2 * kMargin, scene.size.height + head + 2 * kMargin};
  scene.shapes.push_back(Label{{kMargin, kMargin},
                               shortened(title, TextSize::kSection, most, width),
                               TextSize::kSection,
                               {Ink::kText},
                               Align::kLeft,
                               Vertical::kTop});
  if (!about.empty())
    scene.shapes.push_back(Label{{kMargin, kMargin + kTitleLine},
                                 shortened(about, TextSize::kCaption, most, width),
                                 TextSize::kCaption,
                                 {Ink::kMuted},
                                 Align::kLeft,
                                 Vertical::kTop});
  return scene;
}

}  // namespace orienta::charts
