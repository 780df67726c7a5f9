// SPDX-License-Identifier: MIT
#include "base/nearest.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace orienta;

TEST_CASE("distance counts letters added, removed, changed and swapped", "[criteria]") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("weight", "weight") == 0);
  CHECK(edit_distance("weigth", "weight") == 1);
  CHECK(edit_distance("wight", "weight") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("", "abc") == 3);
}

TEST_CASE("the nearest word is offered only when it can be meant", "[criteria]") {
  constexpr std::array<std::string_view, 4> kKnown{"weight", "title", "target", "to"};
  CHECK(nearest("titel", kKnown) == "title");
  CHECK(nearest("wieght", kKnown) == "weight");
  CHECK(nearest("targets", kKnown) == "target");
  CHECK_FALSE(nearest("colour", kKnown));
  CHECK_FALSE(nearest("x", kKnown));
  CHECK_FALSE(nearest("", kKnown));
  CHECK_FALSE(nearest(std::string(10'000, 'w'), kKnown));
}
