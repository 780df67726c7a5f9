// SPDX-License-Identifier: MIT
#include "charts/title.hpp"

#include <catch2/catch_test_macros.hpp>

#include "charts/chart_samples.hpp"
#include "charts/looks.hpp"

using namespace orienta::charts;

TEST_CASE("a chart that stands alone has its title above it and keeps all its shapes and areas", "[charts]") {
  for (const auto& [name, scene] : samples::all_scenes(samples::plain_width)) {
    INFO(name);
    const Scene alone = titled(scene, "Профиль", "Mokotów · 2026 H2", samples::plain_width);
    CHECK(alone.shapes.size() == scene.shapes.size() + 2);
    CHECK(alone.areas.size() == scene.areas.size());
    CHECK(alone.size.height > scene.size.height);
    if (scene.size.width < 100) continue;
    CHECK(says(alone, "Профиль"));
    CHECK(says(alone, "Mokotów · 2026 H2"));
    CHECK(outside(alone, samples::plain_width).empty());
    CHECK(overlapping(alone, samples::plain_width) == overlapping(scene, samples::plain_width));
  }
}

TEST_CASE("a title that is too long for its chart is shortened, and no second line takes no room",
          "[charts]") {
  Scene scene;
  scene.size = {200, 100};
  const std::string text = "Удовлетворённость клиентов обслуживанием в Нижнем Новгороде";
  const Scene both = titled(scene, text, text, samples::plain_width);
  const Scene one = titled(scene, text, "", samples::plain_width);
  CHECK(outside(both, samples::plain_width).empty());
  CHECK(one.shapes.size() == 1);
  CHECK(one.size.height < both.size.height);
}
