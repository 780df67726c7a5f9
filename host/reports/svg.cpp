// SPDX-License-Identifier: MIT
#include "reports/svg.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

#include "charts/text.hpp"

namespace orienta {
namespace {

using namespace charts;

constexpr std::string_view kFonts = "Inter, 'Noto Sans', 'DejaVu Sans', sans-serif";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += '\n';
        break;
      default:
        // XML 1.0 has no place for the other control characters.
        if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
  }
  return out;
}

/// Hundredths of a pixel are enough, and short.
std::string number(float value) {
  std::array<char, 32> buffer{};
  const double rounded = std::round(static_cast<double>(value) * 100) / 100;
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded == 0 ? 0.0 : rounded);
  return error == std::errc() ? std::string(buffer.data(), end) : "0";
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + std::string(value) + '"';
}
std::string attribute(std::string_view name, float value) {
  return attribute(name, number(value));
}

std::string hex(Colour colour) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out = "#";
  for (const unsigned channel : {colour.r, colour.g, colour.b}) {
    out += kDigits[channel >> 4U];
    out += kDigits[channel & 15U];
  }
  return out;
}

class Writer {
 public:
  Writer(const Scene& scene, Theme theme) : scene_(scene), theme_(theme) {}

  std::string run() {
    open();
    for (const Shape& shape : scene_.shapes)
      std::visit([&](const auto& one) { write(one); }, shape);
    for (const Area& area : scene_.areas)
      write(area);
    return std::move(out_) + "</svg>\n";
  }

 private:
  void open() {
    const std::string width = number(scene_.size.width);
    const std::string height = number(scene_.size.height);
    out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"" + attribute("width", width) +
           attribute("height", height) + attribute("viewBox", "0 0 " + width + " " + height) +
           attribute("font-family", kFonts) + ">\n";
    if (!scene_.title.empty()) out_ += "<title>" + escaped(scene_.title) + "</title>\n";
    if (!scene_.description.empty()) out_ += "<desc>" + escaped(scene_.description) + "</desc>\n";
    for (const Shape& shape : scene_.shapes) {
      const Box* box = std::get_if<Box>(&shape);
      if (box != nullptr && box->hatched) return define_hatching();
    }
  }

  void define_hatching() {
    // Several charts in one page define the same pattern by the same name: whichever is found looks right.
    const std::string gap = number(kHatchGap);
    out_ += "<defs><pattern" + attribute("id", hatching()) + attribute("width", gap) +
            attribute("height", gap) +
            " patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M0 0V" + gap + "\"" +
            attribute("stroke", colour({Ink::kPrevious})) + " stroke-width=\"1.5\"/></pattern></defs>\n";
  }
  std::string hatching() const { return theme_ == Theme::kLight ? "hatching-light" : "hatching-dark"; }

  std::string colour(Paint paint) const {
    return paint.ink == Ink::kNone ? "none" : hex(colour_of(paint, theme_));
  }
  std::string stroke(Paint paint, float width, bool dashed) const {
    std::string out = attribute("stroke", colour(paint)) + attribute("stroke-width", width);
    if (dashed) out += attribute("stroke-dasharray", kDash);
    return out;
  }
  static std::string points(const std::vector<Point>& list) {
    std::string out;
    for (const Point point : list)
      out += (out.empty() ? "" : " ") + number(point.x) + "," + number(point.y);
    return out;
  }
  static std::string rectangle(Rect rect) {
    return attribute("x", rect.x) + attribute("y", rect.y) + attribute("width", rect.width) +
           attribute("height", rect.height);
  }

  void write(const Line& line) {
    out_ += "<line" + attribute("x1", line.from.x) + attribute("y1", line.from.y) +
            attribute("x2", line.to.x) + attribute("y2", line.to.y) +
            stroke(line.paint, line.width, line.dashed) + "/>\n";
  }

  void write(const Polyline& line) {
    out_ += std::string(line.closed ? "<polygon" : "<polyline") + attribute("points", points(line.points)) +
            " fill=\"none\" stroke-linejoin=\"round\"" + stroke(line.paint, line.width, line.dashed) + "/>\n";
  }

  void write(const Polygon& polygon) {
    out_ += "<polygon" + attribute("points", points(polygon.points)) +
            attribute("fill", colour(polygon.fill)) + "/>\n";
  }

  void write(const Box& box) {
    Rect rect = box.rect;
    std::string outline;
    if (box.stroke.ink != Ink::kNone) {
      outline = stroke(box.stroke, 1, false);
      // SVG strokes both sides of an edge; the scene's stroke lies inside.
      rect = {rect.x + 0.5F, rect.y + 0.5F, std::max(0.0F, rect.width - 1), std::max(0.0F, rect.height - 1)};
    }
    const std::string round = box.radius > 0 ? attribute("rx", box.radius) : "";
    const std::string fill = attribute("fill", colour(box.fill));
    out_ += "<rect" + rectangle(rect) + round + fill + outline + "/>\n";
    if (box.hatched)
      out_ += "<rect" + rectangle(rect) + round + attribute("fill", "url(#" + hatching() + ")") + "/>\n";
  }

  void write(const Dot& dot) {
    const bool has_stroke = dot.stroke.ink != Ink::kNone;
    out_ += "<circle" + attribute("cx", dot.centre.x) + attribute("cy", dot.centre.y) +
            attribute("r", has_stroke ? std::max(0.0F, dot.radius - 0.75F) : dot.radius) +
            attribute("fill", colour(dot.fill)) + (has_stroke ? stroke(dot.stroke, 1.5F, false) : "") +
            "/>\n";
  }

  void write(const Label& label) {
    constexpr std::array<std::string_view, 3> kAnchors{"start", "middle", "end"};
    out_ += "<text" + attribute("x", label.at.x) + attribute("y", baseline_of(label)) +
            attribute("font-size", pixels(label.size)) + attribute("fill", colour(label.paint));
    if (label.align != Align::kLeft)
      out_ += attribute("text-anchor", kAnchors[static_cast<std::size_t>(label.align)]);
    out_ += ">" + escaped(label.text) + "</text>\n";
  }

  void write(const Area& area) {
    if (area.name.empty() && area.tip.empty()) return;
    const std::string gap = area.name.empty() || area.tip.empty() ? "" : "\n";
    out_ += "<rect" + rectangle(area.rect) + " fill=\"none\" pointer-events=\"all\"><title>" +
            escaped(area.name) + gap + escaped(area.tip) + "</title></rect>\n";
  }

  const Scene& scene_;
  Theme theme_;
  std::string out_;
};

}  // namespace

std::string to_svg(const Scene& scene, Theme theme) {
  return Writer(scene, theme).run();
}

}  // namespace orienta
