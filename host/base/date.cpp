// SPDX-License-Identifier: MIT
#include "base/date.hpp"

#include <fmt/core.h>

#include <chrono>

namespace orienta {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

/// The number that all of `text` spells in digits, up to four of them; -1 when it is anything else.
int number_of(std::string_view text) {
  if (text.empty() || text.size() > 4) return -1;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::optional<Date> date_of(int year, int month, int day) {
  constexpr int kFirstYear = 1900;
  constexpr int kLastYear = 2200;
  if (year < kFirstYear || year > kLastYear || month < 1 || day < 1) return std::nullopt;
  const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return Date{static_cast<std::int32_t>(sys_days(date).time_since_epoch().count())};
}

/// `months` whole months from the first of a month.
std::optional<Period> months_from(int year, int month, int months) {
  const auto from = date_of(year, month, 1);
  if (!from) return std::nullopt;
  const auto to = std::chrono::year(year) / month / 1 + std::chrono::months(months);
  return Period{*from, Date{static_cast<std::int32_t>(sys_days(to).time_since_epoch().count())}};
}

std::optional<Period> range(std::optional<Date> first, std::optional<Date> last) {
  if (!first || !last || *last < *first) return std::nullopt;
  return Period{*first, Date{last->days + 1}};
}

/// What follows "YYYY-": "H1", "Q3" or "09".
std::optional<Period> part_of_year(int year, std::string_view part) {
  if (part.size() != 2) return std::nullopt;
  if (number_of(part) >= 0)
    return number_of(part) <= 12 ? months_from(year, number_of(part), 1) : std::nullopt;
  const int which = number_of(part.substr(1));
  const bool half = part[0] == 'H' || part[0] == 'h';
  const bool quarter = part[0] == 'Q' || part[0] == 'q';
  if (half && (which == 1 || which == 2)) return months_from(year, which * 6 - 5, 6);
  if (quarter && which >= 1 && which <= 4) return months_from(year, which * 3 - 2, 3);
  return std::nullopt;
}

}  // namespace

std::string Date::to_string() const {
  const year_month_day date{sys_days(std::chrono::days(days))};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10) return std::nullopt;
  if (text[4] == '-' && text[7] == '-')
    return date_of(number_of(text.substr(0, 4)), number_of(text.substr(5, 2)), number_of(text.substr(8, 2)));
  if (text[2] == '.' && text[5] == '.')
    return date_of(number_of(text.substr(6, 4)), number_of(text.substr(3, 2)), number_of(text.substr(0, 2)));
  return std::nullopt;
}

std::optional<Period> parse_period(std::string_view text) {
  if (const auto dots = text.find(".."); dots != std::string_view::npos)
    return range(parse_date(text.substr(0, dots)), parse_date(text.substr(dots + 2)));
  if (text.size() == 10) return range(parse_date(text), parse_date(text));
  const int year = number_of(text.substr(0, 4));
  if (text.size() == 4) return months_from(year, 1, 12);
  if (text.size() == 7 && text[4] == '-') return part_of_year(year, text.substr(5));
  return std::nullopt;
}

}  // namespace orienta
