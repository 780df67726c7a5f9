// SPDX-License-Identifier: MIT
#include "reports/svg.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

#include "charts/text.hpp"
#include "reports/markup.hpp"

namespace orienta {
namespace {

using namespace charts;

constexpr std::string_view kFonts = "Inter, 'Noto Sans', 'DejaVu Sans', sans-serif";

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
  Writer(const Scene& scene, const SvgInPage& place, std::string hatching)
      : scene_(scene), place_(place), hatching_(std::move(hatching)) {}

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
    out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"" + names() + attribute("width", width) +
           attribute("height", height) + attribute("viewBox", "0 0 " + width + " " + height) +
           (is_alone() ? attribute("font-family", kFonts) : "") + ">\n";
    if (!place_.title.empty()) out_ += "<title" + id("title") + ">" + markup(place_.title) + "</title>\n";
    if (!place_.description.empty())
      out_ += "<desc" + id("desc") + ">" + markup(place_.description) + "</desc>\n";
    for (const Shape& shape : scene_.shapes) {
      const Box* box = std::get_if<Box>(&shape);
      if (box != nullptr && box->hatched) return define_hatching();
    }
  }

  bool is_alone() const { return place_.id.empty(); }
  /// In a page, texts are named by id: not all readers of the screen find the title by themselves.
  std::string names() const {
    if (is_alone()) return "";
    std::string list;
    if (!place_.title.empty()) list += place_.id + "-title";
    if (!place_.description.empty()) list += (list.empty() ? "" : " ") + place_.id + "-desc";
    return list.empty() ? "" : attribute("aria-labelledby", list);
  }
  std::string id(std::string_view what) const {
    return is_alone() ? "" : attribute("id", place_.id + "-" + std::string(what));
  }

  void define_hatching() {
    const std::string gap = number(kHatchGap);
    out_ += "<defs><pattern" + attribute("id", hatching_) + attribute("width", gap) +
            attribute("height", gap) +
            " patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M0 0V" + gap + "\"" +
            attribute("stroke", colour({Ink::kPrevious})) + " stroke-width=\"1.5\"/></pattern></defs>\n";
  }

  std::string colour(Paint paint) const { return paint.ink == Ink::kNone ? "none" : place_.colour(paint); }
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
      out_ += "<rect" + rectangle(rect) + round + attribute("fill", "url(#" + hatching_ + ")") + "/>\n";
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
    out_ += ">" + markup(label.text) + "</text>\n";
  }

  void write(const Area& area) {
    if (area.name.empty() && area.tip.empty()) return;
    const std::string gap = area.name.empty() || area.tip.empty() ? "" : "\n";
    out_ += "<rect" + rectangle(area.rect) + " fill=\"none\" pointer-events=\"all\"><title>" +
            markup(area.name) + gap + markup(area.tip) + "</title></rect>\n";
  }

  const Scene& scene_;
  const SvgInPage& place_;
  std::string hatching_;
  std::string out_;
};

}  // namespace

std::string to_svg(const Scene& scene, Theme theme) {
  const SvgInPage alone{"", scene.title, scene.description,
                        [theme](Paint paint) { return hex(colour_of(paint, theme)); }};
  // Several charts in one page define the same pattern by the same name: whichever is found looks right.
  return Writer(scene, alone, theme == Theme::kLight ? "hatching-light" : "hatching-dark").run();
}

std::string to_svg(const Scene& scene, const SvgInPage& in_page) {
  return Writer(scene, in_page, in_page.id + "-hatching").run();
}

}  // namespace orienta
