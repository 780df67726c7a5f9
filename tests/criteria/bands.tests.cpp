// SPDX-License-Identifier: MIT
// What lint says of bands, and that bands it passes give every figure exactly one value.
#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "criteria/small_set.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

std::string hours(const std::string& bands, const std::string& more = "") {
  return "{measure: hours" + more + ", bands: [" + bands + "]}";
}

Said said_of(const std::string& bands, const std::string& more = "") {
  return codes(read({.scale = hours(bands, more)}));
}

/// Which of the bands (main ones by rising bound, the closing one last) must hold the figure, from counting
/// bounds.
std::size_t expected_band(const std::set<int>& bounds, bool up, bool inclusive, const Decimal& figure) {
  std::size_t passed = 0;
  for (const int bound : bounds) {
    const auto order = figure <=> Decimal{bound, 0};
    const bool at_bound_passes = up == inclusive;
    if (order > 0 || (order == 0 && at_bound_passes)) ++passed;
  }
  if (!up) return passed;
  return passed == 0 ? bounds.size() : passed - 1;
}

}  // namespace

TEST_CASE("bands that cover the whole line once are good", "[criteria]") {
  CHECK(said_of("{upto: 1, value: 1}, {upto: 24, value: 0.6}, {above: 24, value: 0}").empty());
  CHECK(said_of("{below: 1, value: 1}, {from: 1, value: 0}").empty());
  CHECK(said_of("{from: 50, value: 1}, {from: 30, value: 0.5}, {below: 30, value: 0}").empty());
  CHECK(
      said_of("{upto: 15, value: 0}, {above: 15, value: 0.3}, {above: 50, value: 0.7}, {above: 85, value: 1}")
          .empty());
  CHECK(said_of("{upto: 15, value: 0}, {upto: 50, value: 0.3}, {upto: 85, value: 0.7}, {upto: 100, value: 1}",
                ", most: 100")
            .empty());
  CHECK(said_of("{from: 10, value: 1}, {from: 0, value: 0}", ", least: 0").empty());
}

TEST_CASE("a hole between the bands is named with its ends", "[criteria]") {
  const auto hole = read({.scale = hours("{upto: 5.9, value: 1}, {above: 6.1, value: 0}")});
  CHECK(said(hole) == Said{"7:54 band-hole"});
  CHECK(argument(hole.error().problems, "criteria.band-hole", "from") == "5.9");
  CHECK(argument(hole.error().problems, "criteria.band-hole", "to") == "6.1");
  CHECK(argument(hole.error().problems, "criteria.band-hole", "edge") == "above");
  CHECK(argument(hole.error().problems, "criteria.band-hole", "bound") == "5.9");
  CHECK(said_of("{from: 9, value: 1}, {from: 6, value: 0.5}, {below: 5, value: 0}") == Said{"band-hole"});
}

TEST_CASE("a single figure that is in no band or in two is seen", "[criteria]") {
  CHECK(said_of("{below: 8, value: 1}, {above: 8, value: 0}") == Said{"band-hole-at"});
  CHECK(said_of("{upto: 6, value: 1}, {from: 6, value: 0}") == Said{"band-overlap-at"});
}

TEST_CASE("overlapping bands are named with the figures they share", "[criteria]") {
  CHECK(said_of("{upto: 24, value: 1}, {upto: 48, value: 0.5}, {above: 30, value: 0}") ==
        Said{"band-overlap"});
  CHECK(said_of("{from: 5, value: 1}, {from: 1, value: 0.5}, {below: 3, value: 0}") == Said{"band-overlap"});
}

TEST_CASE("a line that stays open needs a last band or an end of the figures", "[criteria]") {
  CHECK(said_of("{upto: 1, value: 1}, {upto: 24, value: 0}") == Said{"band-open-above"});
  CHECK(said_of("{upto: 1, value: 1}, {upto: 24, value: 0}", ", most: 25") == Said{"band-open-above"});
  CHECK(said_of("{below: 1, value: 1}, {below: 24, value: 0}", ", most: 24") == Said{"band-open-above"});
  CHECK(said_of("{from: 1, value: 1}, {from: 0, value: 0}") == Said{"band-open-below"});
  CHECK(said_of("{above: 1, value: 1}, {above: 0, value: 0}", ", least: 0") == Said{"band-open-below"});
}

TEST_CASE("one scale has one style of bands in order and no bound twice", "[criteria]") {
  CHECK(said_of("{upto: 1, value: 1}, {below: 24, value: 0.6}, {from: 24, value: 0}") == Said{"band-style"});
  CHECK(said_of("{upto: 1, value: 1}, {upto: 2, value: 0.5}, {above: 2, value: 0}, {from: 9, value: 0}") ==
        Said{"band-style"});
  CHECK(
      said_of("{upto: 1, value: 1}, {upto: 24, value: 0.6}, {upto: 12, value: 0.5}, {above: 24, value: 0}") ==
      Said{"band-order"});
  CHECK(said_of("{upto: 1, value: 1}, {upto: 1.0, value: 0.6}, {above: 1, value: 0}") ==
        Said{"band-repeated"});
}

TEST_CASE("bands that are never used or run against better are warned of", "[criteria]") {
  CHECK(said_of("{upto: 1, value: 1}, {upto: 24, value: 0.6}, {above: 24, value: 0}",
                ", least: 0, most: 24") == Said{"band-unused"});
  CHECK(said_of("{from: 50, value: 1}, {from: 0, value: 0.5}, {below: 0, value: 0}", ", least: 0") ==
        Said{"band-unused"});
  CHECK(said_of("{upto: 1, value: 1}, {above: 1, value: 0}", ", better: higher") == Said{"band-direction"});
  CHECK(said_of("{upto: 1, value: 0}, {upto: 2, value: 1}, {above: 2, value: 0.5}", ", better: higher") ==
        Said{"band-direction"});
}

TEST_CASE("bands that lint passes give every figure exactly one value", "[criteria]") {
  CHECK(rc::check([] {
    const auto bounds = *rc::gen::nonEmpty(rc::gen::container<std::set<int>>(rc::gen::inRange(-50, 50)));
    const bool up = *rc::gen::arbitrary<bool>();
    const bool inclusive = *rc::gen::arbitrary<bool>();
    const std::string main = up ? (inclusive ? "from" : "above") : (inclusive ? "upto" : "below");
    const std::string closing = up ? (inclusive ? "below" : "upto") : (inclusive ? "above" : "from");
    std::string bands;
    for (const int bound : bounds)
      bands += "{" + main + ": " + std::to_string(bound) + ", value: 0.5}, ";
    bands += "{" + closing + ": " + std::to_string(up ? *bounds.begin() : *bounds.rbegin()) + ", value: 0.5}";

    const auto set = read({.scale = hours(bands)});
    RC_ASSERT(set.has_value());
    RC_ASSERT(set->remarks.empty());
    const Measure& measure = *set->set.scales[0].measure;
    for (int tenths = -520; tenths <= 520; tenths += 5) {
      const Decimal figure{tenths, 1};
      const std::size_t expected = expected_band(bounds, up, inclusive, figure);
      RC_ASSERT(band_of(measure, figure) == expected);
      RC_ASSERT(band_of(measure, figure.to_double()) == expected);
    }
  }));
}
