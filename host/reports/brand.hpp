// SPDX-License-Identifier: MIT
// What of a brand can be used. A project's owner typed it, so nothing of it is taken on trust.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "charts/theme.hpp"

namespace orienta::report {

/// The colour of "#1f4e9c", in letters of either size; nothing for any other text.
std::optional<charts::Colour> colour_from(std::string_view text);

/// The colour, or where text in it could not be read (contrast below 4.5 on the theme's surface or
/// background) the nearest one on the way to the theme's text colour that can.
charts::Colour readable(charts::Colour colour, charts::Theme theme);

/// Pixels.
struct PictureSize {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};

/// The size of a PNG whose chunks are in order from the first byte to the last: 1 to 8,192 pixels a side, at
/// most 4 MiB. Nothing when it is anything else. The pixels are not decoded.
std::optional<PictureSize> png_size(std::string_view bytes);

}  // namespace orienta::report
