// SPDX-License-Identifier: MIT
#include "base/decimal.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>

using namespace orienta;

namespace {

Decimal any_decimal() {
  const auto units = *rc::gen::inRange<std::int64_t>(-Decimal::kMaxUnits + 1, Decimal::kMaxUnits);
  return {units, *rc::gen::inRange<std::uint8_t>(0, Decimal::kMaxDigits + 1)};
}

}  // namespace

TEST_CASE("a decimal is read as it is written", "[base]") {
  CHECK(parse_decimal("4.40")->units == 440);
  CHECK(parse_decimal("4.40")->digits == 2);
  CHECK(parse_decimal("-0.05")->units == -5);
  CHECK(parse_decimal("+7")->units == 7);
  CHECK(parse_decimal("007")->units == 7);
  CHECK(parse_decimal("0")->to_string() == "0");
  CHECK(parse_decimal("-0.0")->to_string() == "0.0");
}

TEST_CASE("what is not a plain decimal is refused", "[base]") {
  for (const char* text :
       {"",    "+",    "-",  ".",  ",",     ".5",    "5.",    "-.5",   "1e3", "1E3", "0x10", "nan", "NaN",
        "inf", "-inf", " 1", "1 ", "1 000", "1'000", "1_000", "1.2.3", "--1", "+-1", "½",    "٣",   "1\n"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_decimal(text));
    CHECK_FALSE(parse_decimal(text, DecimalMark::kPointOrComma));
  }
  CHECK_FALSE(parse_decimal(std::string_view("1\0", 2)));
}

TEST_CASE("a comma is a decimal mark only where it is allowed", "[base]") {
  CHECK_FALSE(parse_decimal("4,4"));
  CHECK(parse_decimal("4,4", DecimalMark::kPointOrComma) == Decimal{44, 1});
  CHECK(parse_decimal("4.4", DecimalMark::kPointOrComma) == Decimal{44, 1});
  CHECK_FALSE(parse_decimal("1,234.5", DecimalMark::kPointOrComma));
  CHECK_FALSE(parse_decimal("1.234,5", DecimalMark::kPointOrComma));
  CHECK_FALSE(parse_decimal("1,234,567", DecimalMark::kPointOrComma));
}

TEST_CASE("a decimal out of range is refused, not wrapped", "[base]") {
  CHECK(parse_decimal("999999999999999")->units == Decimal::kMaxUnits - 1);
  CHECK_FALSE(parse_decimal("1000000000000000"));
  CHECK_FALSE(parse_decimal("-1000000000000000"));
  CHECK_FALSE(parse_decimal("9223372036854775808"));
  CHECK_FALSE(parse_decimal(std::string(1000, '9')));
  CHECK(parse_decimal(std::string(1000, '0') + "1")->units == 1);
  CHECK(parse_decimal("0.000000001")->digits == 9);
  CHECK_FALSE(parse_decimal("0.0000000001"));
}

TEST_CASE("decimals are equal by value, not by spelling", "[base]") {
  CHECK(*parse_decimal("4.4") == *parse_decimal("4.40"));
  CHECK(*parse_decimal("-1.5") < *parse_decimal("-1.2"));
  CHECK(*parse_decimal("-0.5") < *parse_decimal("0.5"));
  CHECK(*parse_decimal("999999999999999") > *parse_decimal("999999.999999999"));
}

TEST_CASE("digits are added freely and dropped only when they are zeros", "[base]") {
  CHECK(Decimal{44, 1}.with_digits(3)->units == 4400);
  CHECK(Decimal{4400, 3}.with_digits(1)->units == 44);
  CHECK_FALSE(Decimal{4401, 3}.with_digits(1));
  CHECK_FALSE(Decimal{1, 0}.with_digits(10));
  CHECK_FALSE(Decimal{Decimal::kMaxUnits - 1, 0}.with_digits(1));
  CHECK_FALSE(Decimal{1 - Decimal::kMaxUnits, 0}.with_digits(1));
  CHECK(Decimal{99'999'999'999'999, 0}.with_digits(1)->units == 999'999'999'999'990);
}

TEST_CASE("every decimal survives being written and read", "[base]") {
  CHECK(rc::check([] {
    const Decimal number = any_decimal();
    const auto again = parse_decimal(number.to_string());
    RC_ASSERT(again.has_value());
    RC_ASSERT(again->units == number.units);
    RC_ASSERT(again->digits == number.digits);
  }));
}

TEST_CASE("the order of decimals is that of their values", "[base]") {
  CHECK(rc::check([] {
    const Decimal a = any_decimal();
    const Decimal b = any_decimal();
    RC_ASSERT(((a <=> b) < 0) == ((b <=> a) > 0));
    if (a.to_double() < b.to_double()) RC_ASSERT(a < b);
    if (const auto finer = a.with_digits(9)) RC_ASSERT(*finer == a);
  }));
}

TEST_CASE("a decimal becomes the nearest real number", "[base]") {
  CHECK(Decimal{1, 1}.to_double() == 0.1);
  CHECK(Decimal{-76'25, 2}.to_double() == -76.25);
  CHECK(Decimal{999'999'999'999'999, 9}.to_double() == 999'999.999'999'999);
}
