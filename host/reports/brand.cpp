// SPDX-License-Identifier: MIT
#include "reports/brand.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace orienta::report {
namespace {

using charts::Colour;
using charts::Ink;

std::uint8_t mixed(std::uint8_t from, std::uint8_t to, double share) {
  return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

bool is_side(std::uint32_t pixels) {
  constexpr std::uint32_t kMostPixels = 8192;
  return pixels >= 1 && pixels <= kMostPixels;
}

}  // namespace

std::optional<Colour> colour_from(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  // from_chars would take a sign.
  const auto is_digit = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  };
  if (!std::all_of(text.begin() + 1, text.end(), is_digit)) return std::nullopt;
  std::uint32_t value = 0;
  std::from_chars(text.data() + 1, text.data() + text.size(), value, 16);
  return Colour{static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>(value >> 8U & 0xFFU),
                static_cast<std::uint8_t>(value & 0xFFU)};
}

Colour readable(Colour colour, charts::Theme theme) {
  constexpr double kEnough = 4.5;
  constexpr int kSteps = 50;
  const Colour surface = charts::colour_of({Ink::kSurface}, theme);
  const Colour ground = charts::colour_of({Ink::kBackground}, theme);
  const Colour text = charts::colour_of({Ink::kText}, theme);
  for (int step = 0; step < kSteps; ++step) {
    const double share = static_cast<double>(step) / kSteps;
    const Colour tried{mixed(colour.r, text.r, share), mixed(colour.g, text.g, share),
                       mixed(colour.b, text.b, share)};
    if (charts::contrast(tried, surface) >= kEnough && charts::contrast(tried, ground) >= kEnough)
      return tried;
  }
  return text;
}

std::optional<PictureSize> png_size(std::string_view bytes) {
  constexpr std::string_view kSignature("\x89PNG\r\n\x1A\n", 8);
  constexpr std::size_t kMostBytes = 4U << 20U;
  constexpr std::size_t kHeader = 8;   // length and name of a chunk
  constexpr std::size_t kAround = 12;  // and its checksum
  if (bytes.size() > kMostBytes || !bytes.starts_with(kSignature)) return std::nullopt;
  std::optional<PictureSize> size;
  std::size_t at = kSignature.size();
  while (bytes.size() - at >= kAround) {
    const std::size_t length = number_at(bytes, at);
    const std::string_view name = bytes.substr(at + 4, 4);
    if (length > bytes.size() - at - kAround) return std::nullopt;
    if (!size) {
      if (name != "IHDR" || length != 13) return std::nullopt;
      size = {number_at(bytes, at + kHeader), number_at(bytes, at + kHeader + 4)};
      if (!is_side(size->width) || !is_side(size->height)) return std::nullopt;
    }
    at += kAround + length;
    if (name == "IEND") return at == bytes.size() ? size : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace orienta::report
