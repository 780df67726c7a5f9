// SPDX-License-Identifier: MIT
#include "reports/brand.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "reports/document_samples.hpp"

using namespace orienta;
using namespace orienta::report;
using charts::Colour;
using charts::Theme;

TEST_CASE("an accent is six digits of a colour and nothing else", "[reports]") {
  CHECK(colour_from("#1f4e9c") == Colour{0x1F, 0x4E, 0x9C});
  CHECK(colour_from("#1F4E9C") == Colour{0x1F, 0x4E, 0x9C});
  for (const char* text :
       {"", "#", "#fff", "1f4e9c0", "#1f4e9", "#1f4e9c0", "#+f4e9c", "#-1f4e9", "red", "#12345;"})
    CHECK_FALSE(colour_from(text));
}

TEST_CASE("text in an accent can be read in both themes", "[reports]") {
  CHECK(rc::check([](std::uint8_t r, std::uint8_t g, std::uint8_t b) {
    for (const Theme theme : {Theme::kLight, Theme::kDark})
      for (const charts::Ink ground : {charts::Ink::kSurface, charts::Ink::kBackground})
        RC_ASSERT(charts::contrast(readable({r, g, b}, theme), charts::colour_of({ground}, theme)) >= 4.5);
  }));
  CHECK(readable({0x1F, 0x4E, 0x9C}, Theme::kLight) == Colour{0x1F, 0x4E, 0x9C});
}

TEST_CASE("the size of a PNG is known when it is whole", "[reports]") {
  const std::string png = samples::small_png();
  REQUIRE(png_size(png));
  CHECK(png_size(png)->width == 2);
  CHECK(png_size(png)->height == 1);
  for (std::size_t size = 0; size < png.size(); ++size)
    CHECK_FALSE(png_size(std::string_view(png).substr(0, size)));
  CHECK_FALSE(png_size(png + "x"));
  CHECK_FALSE(png_size("GIF89a" + png));
}

TEST_CASE("a PNG that claims too much is refused", "[reports]") {
  std::string png = samples::small_png();
  png[16] = '\x7F';  // the first byte of its width
  CHECK_FALSE(png_size(png));
  CHECK(rc::check([](std::size_t at, char byte) {
    std::string changed = samples::small_png();
    changed[at % changed.size()] = byte;
    png_size(changed);
  }));
}
