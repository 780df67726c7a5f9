// SPDX-License-Identifier: MIT
#include "base/draws.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace orienta;

// Computed with Python's hashlib.blake2b(digest_size=32) from the definition.
TEST_CASE("draws are those of the definition on every machine", "[base]") {
  CHECK(draw(7, "north") == 0.9827206878292785);
  CHECK(draw(7, "south") == 0.9284321938004271);
  CHECK(draw(8, "north") == 0.7278222734833166);
  CHECK(draw(7, "north", 1) == 0.1262818204409567);
  CHECK(draw(0, "") == 0.09035328808278764);
}

TEST_CASE("draws lie in 0 to 1 and are spread evenly", "[base]") {
  double sum = 0;
  constexpr int kMany = 4000;
  for (int i = 0; i < kMany; ++i) {
    const double one = draw(1, std::to_string(i));
    CHECK(one >= 0);
    CHECK(one < 1);
    sum += one;
  }
  // Four standard errors of the mean of a uniform draw: 4 * sqrt(1 / 12 / n).
  CHECK(sum / kMany > 0.5 - 0.0183);
  CHECK(sum / kMany < 0.5 + 0.0183);
}
