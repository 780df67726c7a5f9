// SPDX-License-Identifier: MIT
#include "base/date.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>

using namespace orienta;

namespace {

Date day(const char* text) {
  const auto date = parse_date(text);
  REQUIRE(date);
  return *date;
}

std::string ends(const char* text) {
  const auto period = parse_period(text);
  return period ? period->from.to_string() + " " + period->to.to_string() : "nothing";
}

}  // namespace

TEST_CASE("days are counted from 1970", "[base]") {
  CHECK(day("1970-01-01").days == 0);
  CHECK(day("1969-12-31").days == -1);
  CHECK(day("2000-03-01").days == 11017);
  CHECK(day("2026-11-22").to_string() == "2026-11-22");
}

TEST_CASE("a day may be written as spreadsheets in Russia and Poland write it", "[base]") {
  CHECK(day("22.11.2026") == day("2026-11-22"));
  CHECK(day("01.02.2026") == day("2026-02-01"));
}

TEST_CASE("days that do not exist are refused", "[base]") {
  for (const char* text :
       {"2026-02-29", "2026-02-30", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32",
        "1900-02-29", "2100-02-29", "31.06.2026", "11.22.2026", "1899-12-31", "2201-01-01"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("leap days exist in leap years", "[base]") {
  CHECK(parse_date("2024-02-29"));
  CHECK(parse_date("2000-02-29"));
  CHECK(day("2024-03-01").days - day("2024-02-28").days == 2);
}

TEST_CASE("other spellings of a day are refused", "[base]") {
  for (const char* text :
       {"", "2026", "2026-1-01", "26-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-01", "1.2.2026",
        "2026-01-0x", "+026-01-01", "2026.01.01", "01-02-2026", "01/02/2026", "46348", "2026-01-01T00:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("every day survives being written and read", "[base]") {
  CHECK(rc::check([] {
    const Date date{*rc::gen::inRange(day("1900-01-01").days, day("2200-12-31").days + 1)};
    RC_ASSERT(parse_date(date.to_string()) == date);
  }));
}

TEST_CASE("periods are read as people write them", "[base]") {
  CHECK(ends("2026") == "2026-01-01 2027-01-01");
  CHECK(ends("2026-H1") == "2026-01-01 2026-07-01");
  CHECK(ends("2026-H2") == "2026-07-01 2027-01-01");
  CHECK(ends("2026-h2") == ends("2026-H2"));
  CHECK(ends("2026-Q1") == "2026-01-01 2026-04-01");
  CHECK(ends("2026-Q3") == "2026-07-01 2026-10-01");
  CHECK(ends("2026-q4") == "2026-10-01 2027-01-01");
  CHECK(ends("2026-09") == "2026-09-01 2026-10-01");
  CHECK(ends("2026-12") == "2026-12-01 2027-01-01");
  CHECK(ends("2024-02") == "2024-02-01 2024-03-01");
  CHECK(ends("2026-09-14") == "2026-09-14 2026-09-15");
  CHECK(ends("14.09.2026") == "2026-09-14 2026-09-15");
  CHECK(ends("2026-07-01..2026-12-31") == "2026-07-01 2027-01-01");
  CHECK(ends("01.07.2026..31.12.2026") == ends("2026-H2"));
  CHECK(ends("2200-12-31") == "2200-12-31 2201-01-01");
}

TEST_CASE("what is no period is refused", "[base]") {
  for (const char* text : {"",
                           "26",
                           "2026-",
                           "2026-H0",
                           "2026-H3",
                           "2026-Q0",
                           "2026-Q5",
                           "2026-Q",
                           "2026-00",
                           "2026-13",
                           "2026-1",
                           "2026H1",
                           "2026-QQ",
                           "1899",
                           "2201",
                           "..",
                           "2026-01-01..",
                           "..2026-01-01",
                           "2026-02-01..2026-01-31",
                           "2026-01-01...2026-02-01",
                           "2026..2027",
                           "abcd",
                           "2026-09-31"}) {
    CAPTURE(text);
    CHECK(ends(text) == "nothing");
  }
}

TEST_CASE("the first day of a period is in and its end is out", "[base]") {
  const auto half = parse_period("2026-H2");
  REQUIRE(half);
  CHECK(half->contains(day("2026-07-01")));
  CHECK(half->contains(day("2026-12-31")));
  CHECK_FALSE(half->contains(day("2026-06-30")));
  CHECK_FALSE(half->contains(day("2027-01-01")));
}

TEST_CASE("the parts of a year follow each other without a gap", "[base]") {
  CHECK(rc::check([] {
    const std::string year = std::to_string(*rc::gen::inRange(1900, 2201));
    const auto whole = parse_period(year);
    RC_ASSERT(parse_period(year + "-H1")->to == parse_period(year + "-H2")->from);
    RC_ASSERT(parse_period(year + "-Q2")->to == parse_period(year + "-Q3")->from);
    RC_ASSERT(parse_period(year + "-Q1")->from == whole->from);
    RC_ASSERT(parse_period(year + "-Q4")->to == whole->to);
  }));
}
