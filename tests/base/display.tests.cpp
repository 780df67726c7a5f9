// SPDX-License-Identifier: MIT
#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "base/catalogue.hpp"
#include "base/decimal.hpp"

using namespace orienta;

namespace {

std::string shown(double value, int digits) {
  return display_number(value, digits, Lang::kEn);
}

}  // namespace

TEST_CASE("numbers are rounded half away from zero", "[base]") {
  CHECK(shown(0.5, 0) == "1");
  CHECK(shown(1.5, 0) == "2");
  CHECK(shown(2.5, 0) == "3");
  CHECK(shown(-2.5, 0) == "-3");
  CHECK(shown(0.49, 0) == "0");
  CHECK(shown(76.25, 1) == "76.3");
  CHECK(shown(76.25, 2) == "76.25");
  CHECK(shown(76.25, 4) == "76.2500");
  CHECK(shown(9.995, 2) == "10.00");
  CHECK(shown(99.95, 1) == "100.0");
  CHECK(shown(0.05, 1) == "0.1");
  CHECK(shown(0.04, 1) == "0.0");
  CHECK(shown(0.004, 1) == "0.0");
  CHECK(shown(0.5e-5, 5) == "0.00001");
}

TEST_CASE("ties are ties in decimal even where binary falls a little short", "[base]") {
  CHECK(shown(1.005, 2) == "1.01");
  CHECK(shown(2.675, 2) == "2.68");
  CHECK(shown(0.285 * 100, 0) == "29");
  CHECK(shown(0.1 + 0.2, 1) == "0.3");
}

TEST_CASE("what rounds to zero has no sign", "[base]") {
  CHECK(shown(-0.04, 1) == "0.0");
  CHECK(shown(-0.0, 0) == "0");
  CHECK(shown(-0.4, 0) == "0");
  CHECK(shown(-0.05, 1) == "-0.1");
}

TEST_CASE("Russian and Polish have a decimal comma", "[base]") {
  CHECK(display_number(-76.25, 1, Lang::kRu) == "-76,3");
  CHECK(display_number(0.5, 2, Lang::kPl) == "0,50");
  CHECK(display_number(1234567, 0, Lang::kRu) == "1234567");
}

TEST_CASE("very large and very small numbers are printed without harm", "[base]") {
  CHECK(shown(1e20, 1) == "100000000000000000000.0");
  CHECK(shown(123456789.5, 0) == "123456790");
  CHECK(shown(std::numeric_limits<double>::denorm_min(), 2) == "0.00");
  CHECK(shown(std::numeric_limits<double>::max(), 0).size() == 309);
  CHECK(shown(std::nan(""), 1) == "nan");
  CHECK(shown(-HUGE_VAL, 1) == "-inf");
  CHECK(shown(1.25, -3) == "1");
  CHECK(shown(0.25, 99) == "0.250000000000000");
}

TEST_CASE("a shown number is within half a unit of its last digit", "[base]") {
  CHECK(rc::check([] {
    const double value = *rc::gen::inRange(-100'000'000, 100'000'000) / 7.0 / 1000.0;
    const int digits = *rc::gen::inRange(0, 7);
    const auto read = parse_decimal(shown(value, digits));
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->digits == digits);
    RC_ASSERT(std::abs(read->to_double() - value) <= 0.5 * std::pow(10.0, -digits) * (1 + 1e-6));
  }));
}
