// SPDX-License-Identifier: MIT
#include "charts/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.hpp"

namespace orienta::charts {
namespace {

// Of Inter, in parts of the size. Our other fonts differ by less than a pixel at the sizes we use.
constexpr float kAscender = 0.97F;
constexpr float kDescender = 0.25F;
constexpr float kCapitals = 0.727F;
constexpr std::string_view kEllipsis = "…";

float measured(std::string_view text, TextSize size, const TextWidth& width) {
  const float value = width ? width(text, size) : 0;
  return std::isfinite(value) && value > 0 ? value : 0;
}

/// Well-formed characters only; controls and line ends become spaces.
std::string clean(std::string_view text) {
  std::string whole;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text, at);
    whole += text.substr(at, length);
    at += length == 0 ? 1 : length;
  }
  return printable(whole);
}

/// Where each character begins, and the end.
std::vector<std::size_t> boundaries(std::string_view text) {
  std::vector<std::size_t> result;
  for (std::size_t at = 0; at < text.size(); at += utf8_length(text, at))
    result.push_back(at);
  result.push_back(text.size());
  return result;
}

std::string without_end_spaces(std::string_view text) {
  const std::size_t end = text.find_last_not_of(' ');
  return std::string(end == std::string_view::npos ? std::string_view() : text.substr(0, end + 1));
}

/// How much of the text, in whole words, fits into one line; 0: not even the first word.
std::size_t words_that_fit(std::string_view text, TextSize size, float most, const TextWidth& width) {
  std::size_t fits = 0;
  for (std::size_t at = text.find(' ');; at = text.find(' ', at + 1)) {
    const std::size_t end = at == std::string_view::npos ? text.size() : at;
    if (end > 0 && measured(text.substr(0, end), size, width) > most) return fits;
    fits = end;
    if (at == std::string_view::npos) return fits;
  }
}

}  // namespace

float pixels(TextSize size) {
  constexpr std::array<float, 5> kPixels{13, 15, 18, 24, 40};
  return kPixels[static_cast<std::size_t>(size)];
}

float line_height(TextSize size) {
  return pixels(size) * 1.4F;
}

float baseline_of(const Label& label) {
  switch (label.vertical) {
    case Vertical::kBaseline:
      return label.at.y;
    case Vertical::kMiddle:
      return label.at.y + pixels(label.size) * kCapitals / 2;
    case Vertical::kTop:
      return label.at.y + pixels(label.size) * kAscender;
  }
  return label.at.y;
}

Rect bounds_of(const Label& label, const TextWidth& width) {
  const float wide = measured(label.text, label.size, width);
  const float shift = label.align == Align::kLeft ? 0 : label.align == Align::kCentre ? wide / 2 : wide;
  const float high = pixels(label.size);
  return {label.at.x - shift, baseline_of(label) - high * kAscender, wide, high * (kAscender + kDescender)};
}

std::string shortened(std::string_view text, TextSize size, float most, const TextWidth& width) {
  std::string whole = clean(text);
  if (measured(whole, size, width) <= most) return whole;
  const std::vector<std::size_t> cuts = boundaries(whole);
  const auto cut_at = [&](std::size_t characters) {
    return without_end_spaces(std::string_view(whole).substr(0, cuts[characters])) + std::string(kEllipsis);
  };
  // Longer beginnings are wider: halve the range in which the longest that fits must be.
  std::size_t fits = 0;
  std::size_t too_long = cuts.size() - 1;
  while (fits + 1 < too_long) {
    const std::size_t middle = (fits + too_long) / 2;
    (measured(cut_at(middle), size, width) <= most ? fits : too_long) = middle;
  }
  return fits == 0 ? std::string() : cut_at(fits);
}

std::vector<std::string> wrapped(std::string_view text, TextSize size, float most, std::size_t lines,
                                 const TextWidth& width) {
  std::vector<std::string> result;
  const std::string whole = clean(text);
  std::string_view rest = whole;
  while (!rest.empty() && result.size() < lines) {
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    const bool is_last = result.size() + 1 == lines;
    const std::size_t fits = words_that_fit(rest, size, most, width);
    // A word that is too wide for a line of its own takes the rest with it: it is shortened.
    const bool takes_all = is_last || fits == 0;
    std::string line =
        takes_all ? shortened(rest, size, most, width) : without_end_spaces(rest.substr(0, fits));
    if (!line.empty()) result.push_back(std::move(line));
    if (takes_all) break;
    rest.remove_prefix(fits);
  }
  return result;
}

}  // namespace orienta::charts
