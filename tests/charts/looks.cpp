// SPDX-License-Identifier: MIT
#include "charts/looks.hpp"

#include <algorithm>
#include <cmath>

namespace orienta::charts {
namespace {

/// The places that a shape touches, and its own name for a failure.
struct Reach {
  std::string name;
  std::vector<Point> points;
};

std::vector<Point> corners(Rect rect) {
  return {{rect.x, rect.y}, {rect.right(), rect.bottom()}};
}

Reach reach_of(const Shape& shape, const TextWidth& width) {
  if (const auto* line = std::get_if<Line>(&shape)) return {"line", {line->from, line->to}};
  if (const auto* line = std::get_if<Polyline>(&shape)) return {"polyline", line->points};
  if (const auto* polygon = std::get_if<Polygon>(&shape)) return {"polygon", polygon->points};
  if (const auto* box = std::get_if<Box>(&shape)) return {"box", corners(box->rect)};
  if (const auto* dot = std::get_if<Dot>(&shape)) {
    const float r = dot->radius;
    return {"dot", corners({dot->centre.x - r, dot->centre.y - r, 2 * r, 2 * r})};
  }
  const auto& label = std::get<Label>(shape);
  return {"label " + label.text, corners(bounds_of(label, width))};
}

bool is_in(Point point, Size size) {
  constexpr float kHair = 0.05F;
  return point.x >= -kHair && point.y >= -kHair && point.x <= size.width + kHair &&
         point.y <= size.height + kHair;
}

}  // namespace

std::vector<Box> boxes_of(const Scene& scene, Ink fill) {
  std::vector<Box> boxes = all_of<Box>(scene);
  std::erase_if(boxes, [&](const Box& box) { return box.fill.ink != fill || box.hatched; });
  return boxes;
}

std::vector<Box> hatched_boxes(const Scene& scene) {
  std::vector<Box> boxes = all_of<Box>(scene);
  std::erase_if(boxes, [](const Box& box) { return !box.hatched; });
  return boxes;
}

bool says(const Scene& scene, std::string_view text) {
  return std::ranges::any_of(all_of<Label>(scene), [&](const Label& label) { return label.text == text; });
}

std::string outside(const Scene& scene, const TextWidth& width) {
  for (const Shape& shape : scene.shapes) {
    const Reach reach = reach_of(shape, width);
    for (const Point point : reach.points)
      // A comparison with something that is not a number is false: such a point is outside.
      if (!is_in(point, scene.size))
        return reach.name + " at " + std::to_string(point.x) + ", " + std::to_string(point.y);
  }
  for (const Area& area : scene.areas)
    for (const Point point : corners(area.rect))
      if (!is_in(point, scene.size)) return "area " + area.name;
  return {};
}

std::string overlapping(const Scene& scene, const TextWidth& width) {
  constexpr float kHair = 0.1F;
  const std::vector<Label> labels = all_of<Label>(scene);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Rect a = bounds_of(labels[i], width);
    for (std::size_t k = i + 1; k < labels.size(); ++k) {
      const Rect b = bounds_of(labels[k], width);
      if (a.x + kHair < b.right() && b.x + kHair < a.right() && a.y + kHair < b.bottom() &&
          b.y + kHair < a.bottom())
        return labels[i].text + " | " + labels[k].text;
    }
  }
  return {};
}

}  // namespace orienta::charts
