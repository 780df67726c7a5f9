// SPDX-License-Identifier: MIT
#include "answers/reasons.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace orienta;

namespace {

Message unknown(const std::string& unit) {
  return msg("answers.unknown-unit", {{"unit", unit}});
}

}  // namespace

TEST_CASE("equal messages are one reason that counts every row and names the first", "[reasons]") {
  Reasons reasons;
  for (std::uint32_t line = 2; line < 1002; ++line)
    reasons.add(unknown("typical"), line, Severity::kError);
  REQUIRE(reasons.all().size() == 1);
  CHECK(reasons.all()[0].rows == 1000);
  CHECK(reasons.all()[0].lines == std::vector<std::uint32_t>{2, 3, 4, 5, 6});
  CHECK_FALSE(reasons.all()[0].is_varied);
}

TEST_CASE("many messages of one kind become one reason, other kinds and warnings stay apart", "[reasons]") {
  Reasons reasons;
  reasons.add(msg("answers.bad-date"), 1, Severity::kWarning);
  for (std::uint32_t line = 2; line < 12; ++line)
    reasons.add(unknown(std::to_string(line)), line, Severity::kError);
  reasons.add(msg("answers.bad-date"), 20, Severity::kError);
  REQUIRE(reasons.all().size() == 3);
  CHECK(reasons.all()[0].severity == Severity::kWarning);
  CHECK(reasons.all()[1].rows == 10);
  CHECK(reasons.all()[1].is_varied);
  CHECK(reasons.all()[1].message == unknown("2"));
  CHECK(reasons.all()[1].lines == std::vector<std::uint32_t>{2, 3, 4, 5, 6});
  CHECK(reasons.all()[2].rows == 1);
}

TEST_CASE("a row with the same problem twice counts once, what is only counted has no reason", "[reasons]") {
  Reasons reasons;
  reasons.add(unknown("a"), 7, Severity::kError);
  reasons.add(unknown("a"), 7, Severity::kError);
  reasons.add({}, 8, Severity::kError);
  REQUIRE(reasons.all().size() == 1);
  CHECK(reasons.all()[0].rows == 1);
}
