// SPDX-License-Identifier: MIT
#include "reports/picture.hpp"

#include <cairo.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string_view>

namespace orienta {
namespace {

using namespace charts;

/// Owns an object of one of the C libraries.
template <auto release>
struct Releaser {
  template <class Object>
  void operator()(Object* object) const {
    release(object);
  }
};
using Surface = std::unique_ptr<cairo_surface_t, Releaser<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Releaser<cairo_destroy>>;
using FontMap = std::unique_ptr<PangoFontMap, Releaser<g_object_unref>>;
using TextContext = std::unique_ptr<PangoContext, Releaser<g_object_unref>>;
using Layout = std::unique_ptr<PangoLayout, Releaser<g_object_unref>>;
using Font = std::unique_ptr<PangoFontDescription, Releaser<pango_font_description_free>>;
using FontOptions = std::unique_ptr<cairo_font_options_t, Releaser<cairo_font_options_destroy>>;

constexpr const char* kFonts = "Inter, Noto Sans, DejaVu Sans, sans-serif";

/// Sets text. A font map of its own: the library's shared one is not for several threads.
class Typesetter {
 public:
  Typesetter() : map_(pango_cairo_font_map_new()), context_(pango_font_map_create_context(map_.get())) {
    // Unhinted, so that a text is as wide at every scale as it was measured.
    const FontOptions options(cairo_font_options_create());
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    pango_cairo_context_set_font_options(context_.get(), options.get());
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    layout_.reset(pango_layout_new(context_.get()));
    pango_layout_set_single_paragraph_mode(layout_.get(), TRUE);
    font_.reset(pango_font_description_from_string(kFonts));
  }

  PangoLayout* set(std::string_view text, TextSize size) {
    pango_font_description_set_absolute_size(font_.get(), static_cast<double>(pixels(size)) * PANGO_SCALE);
    pango_layout_set_font_description(layout_.get(), font_.get());
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
    return layout_.get();
  }

  double width(std::string_view text, TextSize size) {
    PangoRectangle logical{};
    pango_layout_get_extents(set(text, size), nullptr, &logical);
    return static_cast<double>(logical.width) / PANGO_SCALE;
  }

 private:
  FontMap map_;
  TextContext context_;
  Layout layout_;
  Font font_;
};

class Painter {
 public:
  Painter(cairo_t* cairo, Theme theme) : cairo_(cairo), theme_(theme) {}

  void operator()(const Line& line) {
    cairo_move_to(cairo_, line.from.x, line.from.y);
    cairo_line_to(cairo_, line.to.x, line.to.y);
    stroke(line.paint, line.width, line.dashed);
  }
  void operator()(const Polyline& line) {
    path(line.points);
    if (line.closed) cairo_close_path(cairo_);
    stroke(line.paint, line.width, line.dashed);
  }
  void operator()(const Polygon& polygon) {
    path(polygon.points);
    fill(polygon.fill);
  }
  void operator()(const Dot& dot) {
    // Filled no further than the middle of the rim, or a hair of the fill would show around it.
    const bool has_rim = dot.stroke.ink != Ink::kNone;
    const float radius = has_rim ? std::max(0.0F, dot.radius - 0.75F) : dot.radius;
    circle(dot.centre, radius);
    fill(dot.fill);
    if (!has_rim) return;
    circle(dot.centre, radius);
    stroke(dot.stroke, 1.5F, false);
  }
  void operator()(const Box& box) {
    rectangle(box.rect, box.radius, 0);
    fill(box.fill);
    if (box.hatched) hatch(box);
    if (box.stroke.ink == Ink::kNone) return;
    rectangle(box.rect, box.radius, 0.5);
    stroke(box.stroke, 1, false);
  }
  void operator()(const Label& label) {
    PangoLayout* layout = typesetter_.set(label.text, label.size);
    const double width = typesetter_.width(label.text, label.size);
    const double shift = label.align == Align::kLeft ? 0 : label.align == Align::kCentre ? width / 2 : width;
    const double baseline = static_cast<double>(pango_layout_get_baseline(layout)) / PANGO_SCALE;
    colour(label.paint);
    cairo_move_to(cairo_, static_cast<double>(label.at.x) - shift,
                  static_cast<double>(baseline_of(label)) - baseline);
    pango_cairo_show_layout(cairo_, layout);
  }

  void ground() {
    colour({Ink::kSurface});
    cairo_paint(cairo_);
  }

 private:
  void colour(Paint paint) {
    const Colour c = colour_of(paint, theme_);
    cairo_set_source_rgb(cairo_, c.r / 255.0, c.g / 255.0, c.b / 255.0);
  }
  void fill(Paint paint) {
    if (paint.ink == Ink::kNone) return cairo_new_path(cairo_);
    colour(paint);
    cairo_fill(cairo_);
  }
  void stroke(Paint paint, float width, bool dashed) {
    if (paint.ink == Ink::kNone) return cairo_new_path(cairo_);
    const double dash = kDash;
    cairo_set_dash(cairo_, &dash, dashed ? 1 : 0, 0);
    cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_width(cairo_, width);
    colour(paint);
    cairo_stroke(cairo_);
  }
  void path(const std::vector<Point>& points) {
    // Text leaves a point behind, which would become the first corner.
    cairo_new_path(cairo_);
    for (const Point point : points)
      cairo_line_to(cairo_, point.x, point.y);
  }
  void circle(Point centre, float radius) {
    cairo_new_sub_path(cairo_);
    cairo_arc(cairo_, centre.x, centre.y, radius, 0, 2 * M_PI);
  }
  void rectangle(Rect rect, float rounded, double inset) {
    const double left = rect.x + inset;
    const double top = rect.y + inset;
    const double right = rect.right() - inset;
    const double bottom = rect.bottom() - inset;
    const double r = std::max(0.0, std::min({rounded - inset, (right - left) / 2, (bottom - top) / 2}));
    cairo_new_sub_path(cairo_);
    cairo_arc(cairo_, right - r, top + r, r, -M_PI / 2, 0);
    cairo_arc(cairo_, right - r, bottom - r, r, 0, M_PI / 2);
    cairo_arc(cairo_, left + r, bottom - r, r, M_PI / 2, M_PI);
    cairo_arc(cairo_, left + r, top + r, r, M_PI, 3 * M_PI / 2);
    cairo_close_path(cairo_);
  }
  /// Rising lines, at the same places in all boxes, as in SVG.
  void hatch(const Box& box) {
    const double step = kHatchGap * M_SQRT2;
    const Rect& rect = box.rect;
    cairo_save(cairo_);
    rectangle(rect, box.radius, 0);
    cairo_clip(cairo_);
    // A line rises to the right where x + y stays the same.
    const double first = std::floor((rect.x + rect.y) / step) * step;
    for (double sum = first; sum <= static_cast<double>(rect.right()) + rect.bottom(); sum += step) {
      cairo_move_to(cairo_, sum - rect.bottom() - 1, rect.bottom() + 1);
      cairo_line_to(cairo_, sum - rect.y + 1, rect.y - 1);
    }
    stroke({Ink::kPrevious}, 1, false);
    cairo_restore(cairo_);
  }

  cairo_t* cairo_;
  Theme theme_;
  Typesetter typesetter_;
};

cairo_status_t append(void* out, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Result<std::string> to_png(const Scene& scene, Theme theme, double scale) {
  constexpr double kMostPixels = 16'384;
  const double width = std::ceil(static_cast<double>(scene.size.width) * scale);
  const double height = std::ceil(static_cast<double>(scene.size.height) * scale);
  const bool has_size = width >= 1 && width <= kMostPixels && height >= 1 && height <= kMostPixels;
  if (!has_size) return failure(ErrorKind::kLimit, msg("reports.picture-size", {{"most", 16'384}}));
  const Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height)));
  const Context cairo(cairo_create(surface.get()));
  cairo_scale(cairo.get(), scale, scale);
  Painter painter(cairo.get(), theme);
  painter.ground();
  for (const Shape& shape : scene.shapes)
    std::visit(painter, shape);
  std::string png;
  cairo_status_t status = cairo_status(cairo.get());
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_write_to_png_stream(surface.get(), append, &png);
  if (status != CAIRO_STATUS_SUCCESS)
    return failure(ErrorKind::kLimit,
                   msg("reports.picture-failed", {{"reason", cairo_status_to_string(status)}}));
  return png;
}

TextWidth picture_text_width() {
  return [typesetter = std::make_shared<Typesetter>()](std::string_view text, TextSize size) {
    return static_cast<float>(typesetter->width(text, size));
  };
}

}  // namespace orienta
