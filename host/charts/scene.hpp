// SPDX-License-Identifier: MIT
// A chart after layout and before paint: shapes in logical pixels (scale 1), x to the right, y downward, in
// the order in which they are painted. The dashboard, SVG and pictures paint the same scene alike.
//
// A scene knows no colours, only what a colour means (Ink), so one scene serves the light and the dark theme;
// theme.hpp resolves it. Every shape lies within the scene's size and every number is finite.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace orienta::charts {

struct Point {
  float x = 0;
  float y = 0;
  bool operator==(const Point&) const = default;
};

struct Size {
  float width = 0;
  float height = 0;
  bool operator==(const Size&) const = default;
};

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  float right() const { return x + width; }
  float bottom() const { return y + height; }
  Point centre() const { return {x + width / 2, y + height / 2}; }
  bool operator==(const Rect&) const = default;
};

/// What a colour means.
enum class Ink : std::uint8_t {
  kNone,  ///< not painted
  kBackground,
  kSurface,
  kBorder,  ///< also grid lines and axes
  kText,
  kMuted,
  kAccent,
  kActual,
  kActualSoft,  ///< the area of an actual line and the band of its interval; opaque, lines stand on it
  kTarget,
  kPrevious,      ///< also the lines of hatching
  kBelow,         ///< below target
  kAbove,         ///< at or above target
  kSequential,    ///< value: 0 to 1 on the one sequential scale
  kDiverging,     ///< value: -1 (worst answer) through 0 (neutral) to 1 (best)
  kSeries,        ///< value: index of a further series, from 0; they repeat after six
  kOnSequential,  ///< text over kSequential of the same value
  kOnDiverging,   ///< text over kDiverging of the same value
};

struct Paint {
  Ink ink = Ink::kNone;
  float value = 0;  ///< where the ink has a scale or an index
  bool operator==(const Paint&) const = default;
};

/// The type scale, by height in pixels: 13, 15, 18, 24, 40.
enum class TextSize : std::uint8_t { kCaption, kBody, kSection, kTitle, kFigure };
enum class Align : std::uint8_t { kLeft, kCentre, kRight };
/// What `Label::at.y` is: the base line, the middle of the capital letters, or the top of the line.
enum class Vertical : std::uint8_t { kBaseline, kMiddle, kTop };

struct Line {
  Point from;
  Point to;
  Paint paint{};
  float width = 1;
  bool dashed = false;  ///< kDash on, kDash off
};

struct Polyline {
  std::vector<Point> points;  ///< two or more
  Paint paint{};
  float width = 1;
  bool dashed = false;
  bool closed = false;
};

/// Filled and always convex (a painter may rely on it); concave areas come as several.
struct Polygon {
  std::vector<Point> points;  ///< three or more
  Paint fill{};
};

/// A rectangle. When `hatched`, thin diagonal lines in Ink::kPrevious, kHatchGap apart, cover the fill: this
/// is how all that is open looks.
struct Box {
  Rect rect;
  Paint fill{};
  Paint stroke{};  ///< 1 wide, inside the rectangle
  float radius = 0;
  bool hatched = false;
};

struct Dot {
  Point centre;
  float radius = 0;
  Paint fill{};
  Paint stroke{};  ///< 1.5 wide, inside the circle
};

/// One line of text, UTF-8, nothing to be interpreted in it.
struct Label {
  Point at;
  std::string text;
  TextSize size = TextSize::kCaption;
  Paint paint{Ink::kText};
  Align align = Align::kLeft;
  Vertical vertical = Vertical::kMiddle;
};

using Shape = std::variant<Line, Polyline, Polygon, Box, Dot, Label>;

inline constexpr float kDash = 4;
inline constexpr float kHatchGap = 6;

/// A place that the mouse can be over: the dashboard shows the tip and takes the click, SVG has a title.
struct Area {
  Rect rect;
  std::string name;       ///< of what is there: "Warsaw, Complaints"
  std::string tip;        ///< ready text, may have several lines
  std::size_t index = 0;  ///< of the row, point, cell or step in the spec that the scene was made from
};

struct Scene {
  Size size;
  std::vector<Shape> shapes;
  std::vector<Area> areas;  ///< where two overlap, the later one is on top
  std::string title;
  std::string description;  ///< for readers of the screen
};

}  // namespace orienta::charts
