// SPDX-License-Identifier: MIT
// Numbers are the same where a decimal comma and another time zone are set.
#include <catch2/catch_test_macros.hpp>
#include <clocale>
#include <cstdlib>
#include <ctime>
#include <locale>
#include <string>

#include "answers/small_set.hpp"
#include "answers/tallying.hpp"
#include "base/os.hpp"
#include "scoring/reading.hpp"
#include "scoring/result.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

/// Every number on the way from an answer to a result.
std::string numbers() {
  const CriteriaSet set = small_set();
  Answer given;
  given.key = {UnitId("unit"), SetId("set"), NodeId("hours"), Source::kSystem, PersonId(""), ""};
  given.date = parse_date("2026-11-22");
  given.figure = parse_decimal("2.5");
  const TallySheet sheet = tally_answers(set, layout_of(set), std::span(&given, 1), {}, Date{0});
  Readings readings;
  read_tallies(set, sheet, {}, 0, {}, readings);
  orienta_score_t score{};
  score.value = readings.combined[2].value;
  score.level = ORIENTA_NO_LEVEL;
  score.completeness = 1;
  const NodeResult result = put_together(set, score, nullptr, nullptr);
  return sheet.bytes() + std::to_string(static_cast<int>(*result.index * 1000)) + given.date->to_string();
}

class Commas : public std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return ' '; }
  std::string do_grouping() const override { return "\3"; }
};

/// Streams of C++ follow the one, functions of C the other; a locale that is not installed changes nothing.
class Elsewhere {
 public:
  Elsewhere()
      : streams_(std::locale::global(std::locale(std::locale::classic(), new Commas))),
        numbers_(std::setlocale(LC_NUMERIC, nullptr)),
        zone_(os::environment("TZ")) {
    for (const char* name : {"pl_PL.UTF-8", "ru_RU.UTF-8", "de_DE.UTF-8"})
      if (std::setlocale(LC_NUMERIC, name) != nullptr) break;
    ::setenv("TZ", "Asia/Kamchatka", 1);
    ::tzset();
  }
  ~Elsewhere() {
    std::locale::global(streams_);
    std::setlocale(LC_NUMERIC, numbers_.c_str());
    if (zone_)
      ::setenv("TZ", zone_->c_str(), 1);
    else
      ::unsetenv("TZ");
    ::tzset();
  }
  Elsewhere(const Elsewhere&) = delete;
  Elsewhere& operator=(const Elsewhere&) = delete;

 private:
  std::locale streams_;
  std::string numbers_;
  std::optional<std::string> zone_;
};

}  // namespace

TEST_CASE("neither decimal comma nor time zone changes a number", "[scoring]") {
  const std::string here = numbers();
  const Elsewhere elsewhere;
  CHECK(numbers() == here);
}
