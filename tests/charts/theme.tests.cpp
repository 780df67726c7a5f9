// SPDX-License-Identifier: MIT
#include "charts/theme.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

using namespace orienta::charts;

namespace {

constexpr Theme kThemes[] = {Theme::kLight, Theme::kDark};
constexpr double kReadable = 4.5;

double contrast_of(Paint one, Paint other, Theme theme) {
  return contrast(colour_of(one, theme), colour_of(other, theme));
}

}  // namespace

TEST_CASE("contrast is that of the guidelines", "[charts]") {
  CHECK(std::abs(contrast({0, 0, 0}, {255, 255, 255}) - 21) < 1e-9);
  CHECK(contrast({10, 20, 30}, {10, 20, 30}) == 1);
  // The grey that is known as the lightest one readable on white.
  CHECK(std::abs(contrast({0x76, 0x76, 0x76}, {255, 255, 255}) - 4.54) < 0.01);
}

TEST_CASE("text can be read on every ground and on every step of both scales", "[charts]") {
  for (const Theme theme : kThemes) {
    for (const Ink ground : {Ink::kBackground, Ink::kSurface, Ink::kActualSoft}) {
      CHECK(contrast_of(text_on({ground}), {ground}, theme) >= kReadable);
      CHECK(contrast_of({Ink::kMuted}, {ground == Ink::kActualSoft ? Ink::kSurface : ground}, theme) >=
            kReadable);
    }
    for (int i = -200; i <= 200; ++i) {
      const float value = static_cast<float>(i) / 200;
      for (const Ink scale : {Ink::kSequential, Ink::kDiverging}) {
        INFO(value << " on scale " << static_cast<int>(scale));
        CHECK(contrast_of(text_on({scale, value}), {scale, value}, theme) >= kReadable);
      }
    }
  }
}

TEST_CASE("what carries meaning stands out from the surface", "[charts]") {
  for (const Theme theme : kThemes)
    for (const Ink ink : {Ink::kActual, Ink::kTarget, Ink::kBelow, Ink::kAbove})
      CHECK(contrast_of({ink}, {Ink::kSurface}, theme) >= 3);
}

TEST_CASE("the sequential scale goes one way in lightness, away from the surface", "[charts]") {
  for (const Theme theme : kThemes) {
    double before = 0;
    for (int i = 0; i <= 100; ++i) {
      const double now = contrast_of({Ink::kSequential, static_cast<float>(i) / 100}, {Ink::kSurface}, theme);
      CHECK(now >= before);
      before = now;
    }
    CHECK(before > 7);
  }
}

TEST_CASE("a value outside a scale has the colour of its end", "[charts]") {
  constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
  constexpr float kInfinite = std::numeric_limits<float>::infinity();
  for (const Theme theme : kThemes) {
    CHECK(colour_of({Ink::kSequential, 7}, theme) == colour_of({Ink::kSequential, 1}, theme));
    CHECK(colour_of({Ink::kSequential, kNan}, theme) == colour_of({Ink::kSequential, 0}, theme));
    CHECK(colour_of({Ink::kDiverging, -kInfinite}, theme) == colour_of({Ink::kDiverging, -1}, theme));
    CHECK(colour_of({Ink::kSeries, 6}, theme) == colour_of({Ink::kSeries, 0}, theme));
    CHECK(colour_of({Ink::kSeries, kInfinite}, theme) == colour_of({Ink::kSeries, 1e6F}, theme));
    CHECK(colour_of({Ink::kDiverging, -1}, theme) == colour_of({Ink::kBelow}, theme));
    CHECK(colour_of({Ink::kDiverging, 1}, theme) == colour_of({Ink::kAbove}, theme));
  }
}
