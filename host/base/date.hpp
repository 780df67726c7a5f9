// SPDX-License-Identifier: MIT
// Calendar days without time zones. "Today" enters the program in one place (os.hpp, for the log and for
// defaults at the command line); scoring knows only the assessment's as-of date.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace orienta {

struct Date {
  std::int32_t days = 0;  ///< since 1970-01-01, proleptic Gregorian

  std::string to_string() const;  ///< "2026-11-22"
  auto operator<=>(const Date&) const = default;
};

/// Reads YYYY-MM-DD, and dd.mm.yyyy as spreadsheets in Russia and Poland write it; years 1900 to 2200, days
/// that exist.
std::optional<Date> parse_date(std::string_view text);

/// [from, to): from is in, to is out.
struct Period {
  Date from;
  Date to;

  bool contains(Date day) const { return from <= day && day < to; }
  bool operator==(const Period&) const = default;
};

/// Reads a period as people write it, both ends included: "2026-07-01..2026-12-31", a year "2026", a half
/// "2026-H2", a quarter "2026-Q3", a month "2026-09", a day "2026-09-14"; h and q may be small. Nothing when
/// it is none of these or ends before it begins.
std::optional<Period> parse_period(std::string_view text);

}  // namespace orienta
