// SPDX-License-Identifier: MIT
// What the charts draw with, for the sources of this module only. It keeps the promise of scene.hpp whatever
// a chart asks for: all within the scene, all finite; what cannot be so is left out.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "charts/scene.hpp"
#include "charts/spec.hpp"
#include "charts/text.hpp"

namespace orienta::charts {

/// The value, unless it is absent or not finite.
std::optional<double> finite(const std::optional<double>& value);

/// From values to pixels. Values outside the range are taken to its nearest end.
struct Scale {
  double least = 0;
  double most = 1;
  float from = 0;  ///< where `least` is
  float to = 0;

  bool is_usable() const;
  float at(double value) const;
};

struct TextStyle {
  TextSize size = TextSize::kCaption;
  Paint paint{Ink::kText};
  Align align = Align::kLeft;
  Vertical vertical = Vertical::kMiddle;
};

/// How a part of the key looks.
struct KeyEntry {
  enum class Mark : std::uint8_t { kBox, kLine, kDashedLine, kTick, kWhisker, kHatched, kStroke, kDot };
  Mark mark = Mark::kBox;
  Paint paint;
  std::string name;
};

class Canvas {
 public:
  static constexpr float kAnyWidth = std::numeric_limits<float>::max();

  /// The words and the measurer must outlive it. A size that is not finite, or below zero, is zero.
  Canvas(const Words& words, Size size, const TextWidth& width);

  Rect all() const { return {0, 0, scene_.size.width, scene_.size.height}; }
  float width_of(std::string_view text, TextSize size = TextSize::kCaption) const;
  const TextWidth& measurer() const { return width_; }

  void line(Point from, Point to, Paint paint, float width = 1, bool dashed = false);
  void polyline(std::vector<Point> points, Paint paint, float width = 1, bool dashed = false,
                bool closed = false);
  void polygon(std::vector<Point> points, Paint fill);
  void box(Rect rect, Paint fill, Paint stroke = {}, float radius = 0, bool hatched = false);
  void dot(Point centre, float radius, Paint fill, Paint stroke = {});
  void area(Rect rect, std::string name, std::string tip, std::size_t index);

  /// Writes the text, shortened to `most`. A centred text moves sideways into the scene. False: there was no
  /// room.
  bool label(Point at, std::string_view text, TextStyle style, float most = kAnyWidth);
  /// The same, but only where no other label and no place kept free is in the way, nor, unless `over_lines`,
  /// one to avoid.
  bool label_if_free(Point at, std::string_view text, TextStyle style, float most = kAnyWidth,
                     bool over_lines = false);
  /// Several lines below each other; `at` is their top, middle or bottom as `style.vertical` says (kBaseline:
  /// bottom). All or none.
  bool lines(Point at, const std::vector<std::string>& texts, TextStyle style);
  /// Labels written by label_if_free stay out of it.
  void keep_free(Rect rect) { taken_.push_back(rect); }
  /// Lines of the chart that a label should better not cross.
  void avoid(Rect rect) { avoided_.push_back(rect); }

  /// Writes the note at the bottom of `area`, unless less than `least_left` would be left. Gives what is
  /// left.
  Rect note(Rect area, float least_left);
  /// Writes the entries that have a name at the top, in as many lines as they need; likewise.
  Rect key(Rect area, const std::vector<KeyEntry>& entries, float least_left);

  Scene finish() && { return std::move(scene_); }
  /// Nothing but the text for an empty chart.
  Scene empty() &&;

 private:
  Point inside(Point point) const;
  std::optional<Label> placed(Point at, std::string_view text, TextStyle style, float most) const;
  bool is_inside(const Rect& rect) const;
  void mark(Rect where, const KeyEntry& entry);

  const Words& words_;
  const TextWidth& width_;
  Scene scene_;
  std::vector<Rect> taken_;
  std::vector<Rect> avoided_;
};

inline constexpr float kGap = 8;
/// Of one line in the caption's size, from the ascenders to the descenders.
inline constexpr float kCaptionHeight = 16;

}  // namespace orienta::charts
