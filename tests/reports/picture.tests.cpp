// SPDX-License-Identifier: MIT
#include "reports/picture.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <filesystem>
#include <set>
#include <string>

#include "charts/chart_samples.hpp"
#include "support/temp_folder.hpp"

using namespace orienta;
using namespace orienta::charts;

namespace {

constexpr std::string_view kPngBegin = "\x89PNG\r\n\x1A\n";

// The fifth to eighth byte of the first block and the next four: width and height, most significant first.
std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

}  // namespace

TEST_CASE("every chart becomes a picture in both themes", "[reports]") {
  // Kept in the build folder, where a person can look at them.
  const std::filesystem::path folder = std::filesystem::path(ORIENTA_BUILD_DIR) / "charts";
  for (const auto& [name, scene] : samples::all_scenes(picture_text_width())) {
    INFO(name);
    std::set<std::string> different;
    for (const Theme theme : {Theme::kLight, Theme::kDark}) {
      const Result<std::string> png = to_png(scene, theme);
      REQUIRE(png);
      CHECK(png->starts_with(kPngBegin));
      CHECK(big_endian(*png, 16) == static_cast<std::uint32_t>(std::ceil(scene.size.width * 2)));
      CHECK(big_endian(*png, 20) == static_cast<std::uint32_t>(std::ceil(scene.size.height * 2)));
      test::write_text(folder / (name + (theme == Theme::kLight ? ".light.png" : ".dark.png")), *png);
      different.insert(*png);
    }
    CHECK(different.size() == 2);
  }
}

TEST_CASE("a picture without size, or too large, is refused", "[reports]") {
  Scene scene;
  CHECK_FALSE(to_png(scene, Theme::kLight));
  scene.size = {10'000, 10};
  CHECK_FALSE(to_png(scene, Theme::kLight, 2));
  const auto refused = to_png(scene, Theme::kLight, -1);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kLimit);
}

TEST_CASE("text is measured as it is set", "[reports]") {
  const TextWidth width = picture_text_width();
  CHECK(width("", TextSize::kBody) == 0);
  CHECK(width("Удовлетворённость", TextSize::kBody) > width("Удовл", TextSize::kBody));
  CHECK(width("Wskaźnik", TextSize::kTitle) > width("Wskaźnik", TextSize::kCaption));
}
