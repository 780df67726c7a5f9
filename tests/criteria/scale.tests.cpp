// SPDX-License-Identifier: MIT
#include "criteria/scale.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>

using namespace orienta;

namespace {

Measure with_bands(std::vector<Band> bands) {
  Measure measure;
  measure.bands = std::move(bands);
  return measure;
}

Band band(Band::Edge edge, std::string_view bound, double value) {
  return {edge, *parse_decimal(bound), value, {}};
}

std::optional<double> at(const Measure& measure, std::string_view figure) {
  return value_of(measure, *parse_decimal(figure));
}

}  // namespace

TEST_CASE("a point's value is its place between the least and the most", "[criteria]") {
  Scale scale;
  scale.points = {{"a", 1, {}}, {"b", 4, {}}, {"c", 5, {}}};
  CHECK(scale.least_point() == 1);
  CHECK(scale.most_point() == 5);
  CHECK(normalised(scale, 1) == 0);
  CHECK(normalised(scale, 4) == 0.75);
  CHECK(normalised(scale, 5) == 1);
  CHECK(scale.point("c") == 2);
  CHECK_FALSE(scale.point("d"));
  CHECK(normalised(Scale{}, 3) == 0);
}

TEST_CASE("bands are compared as decimals at their very bounds", "[criteria]") {
  const Measure claim = with_bands({band(Band::Edge::kUpto, "1", 1), band(Band::Edge::kUpto, "24", 0.6),
                                    band(Band::Edge::kAbove, "24", 0)});
  CHECK(at(claim, "-5") == 1);
  CHECK(at(claim, "1.000") == 1);
  CHECK(at(claim, "1.000000001") == 0.6);
  CHECK(at(claim, "24") == 0.6);
  CHECK(at(claim, "24.000000001") == 0);
  CHECK(value_of(claim, 24.0) == 0.6);
  CHECK(value_of(claim, 24.0 + 1e-9) == 0);

  const Measure rated = with_bands({band(Band::Edge::kFrom, "0.3", 1), band(Band::Edge::kBelow, "0.3", 0)});
  CHECK(at(rated, "0.3") == 1);
  CHECK(at(rated, "0.30") == 1);
  CHECK(at(rated, "0.299999999") == 0);
}

TEST_CASE("the order of bands in the file is of no account", "[criteria]") {
  const Measure measure =
      with_bands({band(Band::Edge::kAbove, "85", 1), band(Band::Edge::kUpto, "15", 0),
                  band(Band::Edge::kAbove, "50", 0.7), band(Band::Edge::kAbove, "15", 0.3)});
  CHECK(at(measure, "15") == 0);
  CHECK(at(measure, "50") == 0.3);
  CHECK(at(measure, "85") == 0.7);
  CHECK(at(measure, "100") == 1);
  CHECK(bands_by_figure(measure.bands) == std::vector<std::size_t>{1, 3, 2, 0});
}

TEST_CASE("a figure that no band holds has no value", "[criteria]") {
  const Measure measure = with_bands({band(Band::Edge::kFrom, "10", 1), band(Band::Edge::kFrom, "0", 0)});
  CHECK(at(measure, "0") == 0);
  CHECK_FALSE(at(measure, "-1"));
  CHECK_FALSE(value_of(measure, std::numeric_limits<double>::quiet_NaN()));
  CHECK_FALSE(value_of(Measure{}, 3.0));
}

TEST_CASE("between the worst and the best figure the value is linear and outside it is clipped",
          "[criteria]") {
  Measure measure;
  measure.from = parse_decimal("30");
  measure.to = parse_decimal("10");
  CHECK(at(measure, "30") == 0);
  CHECK(at(measure, "15") == 0.75);
  CHECK(at(measure, "10") == 1);
  CHECK(at(measure, "100") == 0);
  CHECK(at(measure, "0") == 1);
  CHECK(value_of(measure, 20.0) == 0.5);
}
