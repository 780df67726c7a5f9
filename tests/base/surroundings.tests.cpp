// SPDX-License-Identifier: MIT
// Numbers, days and texts are the same under a locale with decimal commas and in any time zone.
#include <catch2/catch_test_macros.hpp>
#include <clocale>
#include <cstdlib>
#include <ctime>
#include <locale>

#include "base/catalogue.hpp"
#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/mo_builder.hpp"
#include "base/os.hpp"
#include "support/temp_folder.hpp"

using namespace orienta;

namespace {

class Commas : public std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return ' '; }
  std::string do_grouping() const override { return "\3"; }
};

/// The C++ locale, which streams follow.
class WithCommas {
 public:
  WithCommas() : old_(std::locale::global(std::locale(std::locale::classic(), new Commas))) {}
  ~WithCommas() { std::locale::global(old_); }
  WithCommas(const WithCommas&) = delete;
  WithCommas& operator=(const WithCommas&) = delete;

 private:
  std::locale old_;
};

class InTimeZone {
 public:
  explicit InTimeZone(const char* zone) : old_(os::environment("TZ")) {
    ::setenv("TZ", zone, 1);
    ::tzset();
  }
  ~InTimeZone() {
    if (old_)
      ::setenv("TZ", old_->c_str(), 1);
    else
      ::unsetenv("TZ");
    ::tzset();
  }
  InTimeZone(const InTimeZone&) = delete;
  InTimeZone& operator=(const InTimeZone&) = delete;

 private:
  std::optional<std::string> old_;
};

std::string everything() {
  Catalogue words(Lang::kEn);
  REQUIRE(words.add_bytes(test::build_mo({{"test.code", "{a} {b} {b:.1} {a:.1} {c:%}"}}), "test.mo"));
  std::string text = words.text(Message{"test.code", {{"a", 1234567}, {"b", 76.25}, {"c", 0.855}}});
  text += '|' + display_number(1234.5, 2, Lang::kEn) + '|' + display_number(1234.5, 2, Lang::kPl);
  text += '|' + parse_decimal("12345.67")->to_string() + '|' + (parse_decimal("1,5") ? "read" : "refused");
  text += '|' + std::to_string(parse_date("1970-01-02")->days) + '|' + parse_date("22.11.2026")->to_string();
  return text;
}

}  // namespace

TEST_CASE("streams with decimal commas change nothing", "[base]") {
  const std::string before = everything();
  CHECK(before == "1234567 76.25 76.3 1234567.0 86 %|1234.50|1234,50|12345.67|refused|1|2026-11-22");
  const WithCommas commas;
  CHECK(everything() == before);
}

TEST_CASE("a Polish C locale changes nothing", "[base][full]") {
  const test::TempFolder folder;
  const std::string make = "localedef --no-archive -i pl_PL -f UTF-8 " + (folder / "pl_PL.UTF-8").string();
  if (std::system((make + " >/dev/null 2>&1").c_str()) != 0) SKIP("this machine cannot make locales");
  ::setenv("LOCPATH", folder.path().c_str(), 1);
  const std::string before = everything();
  REQUIRE(std::setlocale(LC_ALL, "pl_PL.UTF-8"));
  const std::string mark = std::localeconv()->decimal_point;
  const std::string inside = everything();
  std::setlocale(LC_ALL, "C");
  ::unsetenv("LOCPATH");
  CHECK(mark == ",");
  CHECK(inside == before);
}

TEST_CASE("a time zone changes neither days nor the clock of the log", "[base]") {
  const std::string before = everything();
  for (const char* zone : {"XXX-14", "YYY+12"}) {
    const InTimeZone elsewhere(zone);
    CHECK(everything() == before);
    // Midnight may pass between the two calls.
    const Date first = os::today();
    const std::string now = os::now_utc();
    const Date last = os::today();
    const std::time_t clock = std::time(nullptr);
    CHECK(clock / 86400 - first.days <= 1);
    CHECK(clock / 86400 >= first.days);
    CHECK((now.substr(0, 10) == first.to_string() || now.substr(0, 10) == last.to_string()));
  }
}

TEST_CASE("the time of the log is written in one form", "[base]") {
  const std::string now = os::now_utc();
  REQUIRE(now.size() == 20);
  CHECK(parse_date(now.substr(0, 10)));
  CHECK(now[10] == 'T');
  CHECK(now[13] == ':');
  CHECK(now[16] == ':');
  CHECK(now.back() == 'Z');
}
