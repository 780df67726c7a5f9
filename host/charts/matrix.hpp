// SPDX-License-Identifier: MIT
// Importance against performance: points in four quadrants.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "charts/scene.hpp"
#include "charts/spec.hpp"
#include "charts/text.hpp"

namespace orienta::charts {

struct MatrixPoint {
  std::string name;  ///< written beside the point where there is room
  double x = 0;      ///< a point with a coordinate that is not finite is left out
  double y = 0;
  Standing standing = Standing::kNoTarget;
  std::string tip;
};

struct MatrixAxis {
  std::string name;
  double least = 0;
  double most = 100;
  std::vector<Tick> ticks;
  std::optional<double> cross;  ///< where the line between the quadrants stands
};

struct MatrixSpec {
  Words words;
  MatrixAxis x;
  MatrixAxis y;
  /// Top left, top right, bottom left, bottom right. Shown when both axes have their cross.
  std::array<std::string, 4> quadrants;
  std::vector<MatrixPoint> points;  ///< in the order of importance: the first ones get their names first
};

/// Points outside the axes are drawn at the nearest edge. Areas: one per point that is drawn.
Scene matrix(const MatrixSpec& spec, Size size, const TextWidth& width);

}  // namespace orienta::charts
