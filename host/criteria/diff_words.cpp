// SPDX-License-Identifier: MIT
#include "criteria/diff_words.hpp"

#include <array>
#include <charconv>

namespace orienta {
namespace {

std::string written_measure(const Measure& measure) {
  constexpr std::array<std::string_view, 4> kSigns{">= ", "> ", "<= ", "< "};
  std::string text = measure.unit;
  if (measure.least || measure.most)
    text += " [" + (measure.least ? measure.least->to_string() : "") + ", " +
            (measure.most ? measure.most->to_string() : "") + "]";
  if (measure.from && measure.to) text += " " + measure.from->to_string() + " .. " + measure.to->to_string();
  for (const Band& band : measure.bands) {
    text += &band == &measure.bands.front() ? " " : "; ";
    text += std::string(kSigns[static_cast<std::size_t>(band.edge)]) + band.bound.to_string() + ": " +
            written(band.value);
  }
  return text;
}

}  // namespace

std::string written(double number) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
  return {text.data(), end};
}

std::string written(bool flag) {
  return flag ? "true" : "false";
}

std::string written(const Target& target) {
  if (target.level) return "level: " + std::to_string(*target.level);
  if (target.index) return "index: " + written(*target.index);
  if (target.value) return "value: " + written(*target.value);
  return {};
}

std::string written(const Scale& scale) {
  if (scale.measure) return written_measure(*scale.measure);
  std::vector<std::string> points;
  for (const Point& point : scale.points)
    points.push_back(point.id + ": " + written(point.value));
  return written(points);
}

std::string written(const Param& param) {
  if (const auto* const text = std::get_if<std::string>(&param)) return *text;
  if (const auto* const number = std::get_if<double>(&param)) return written(*number);
  return written(std::get<bool>(param));
}

std::string written(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& each : words)
    text += (text.empty() ? "" : ", ") + each;
  return text;
}

std::string written(const LocalText& text) {
  return text.in(Lang::kEn);
}

}  // namespace orienta
