// SPDX-License-Identifier: MIT
#include "sheets/cell_text.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

#include "base/date.hpp"

namespace orienta {
namespace {

constexpr double kLastDay = 2'958'465;         // 9999-12-31
constexpr std::int32_t kDay0Of1900 = -25'569;  // 1899-12-30, from 1 March 1900 on
constexpr std::int32_t kDay0Of1904 = -24'107;  // 1904-01-01
constexpr std::int32_t kFirstMarch1900 = 61;
constexpr int kSecondsOfDay = 86'400;

/// Fifteen digits, as spreadsheets show: what they computed in binary looks decimal again.
std::string plain(double value) {
  std::array<char, 64> room{};
  const auto general =
      std::to_chars(room.data(), room.data() + room.size(), value, std::chars_format::general, 15);
  std::string text(room.data(), general.ptr);
  if (text.find('e') == std::string::npos || std::abs(value) >= 1) return text;
  const auto fixed =
      std::to_chars(room.data(), room.data() + room.size(), value, std::chars_format::fixed, 15);
  text.assign(room.data(), fixed.ptr);
  while (text.back() == '0')
    text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string clock(int seconds) {
  return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string calendar(double value, bool from_1904) {
  const double whole = std::floor(value);
  auto day = static_cast<std::int32_t>(whole);
  auto seconds = static_cast<int>(std::lround((value - whole) * kSecondsOfDay));
  if (seconds == kSecondsOfDay) {
    ++day;
    seconds = 0;
  }
  const std::int32_t early = !from_1904 && day < kFirstMarch1900 ? 1 : 0;
  const Date date{day + early + (from_1904 ? kDay0Of1904 : kDay0Of1900)};
  return seconds == 0 ? date.to_string() : date.to_string() + " " + clock(seconds);
}

/// The letters of a format code that stand for parts of a number; what is quoted or escaped shows as it is.
/// Brackets hold colours and conditions, but also hours beyond a day: [h].
std::string placeholders_of(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == ';' && !out.empty()) break;  // the rest is for negative numbers
    if (c == '"') {
      const auto end = code.find('"', i + 1);
      if (end == std::string_view::npos) break;
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {
      const auto end = code.find(']', i);
      if (end == std::string_view::npos) break;
      const std::string_view inside = code.substr(i + 1, end - i - 1);
      if (inside.find_first_not_of("hHmMsS") == std::string_view::npos) out += inside;
      i = end;
    } else {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return out;
}

}  // namespace

NumberLook look_of_builtin(std::uint32_t format) {
  if (format == 9 || format == 10) return NumberLook::kPerCent;
  if ((format >= 18 && format <= 21) || (format >= 45 && format <= 47)) return NumberLook::kTime;
  if ((format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 50 && format <= 58))
    return NumberLook::kDate;
  return NumberLook::kPlain;
}

NumberLook look_of_format(std::string_view code) {
  const std::string letters = placeholders_of(code);
  if (letters.starts_with("general")) return NumberLook::kPlain;
  if (letters.find('%') != std::string::npos) return NumberLook::kPerCent;
  if (letters.find_first_of("yd") != std::string::npos) return NumberLook::kDate;
  if (letters.find_first_of("hs") != std::string::npos) return NumberLook::kTime;
  return letters.find('m') != std::string::npos ? NumberLook::kDate : NumberLook::kPlain;
}

std::optional<NumberText> number_text(std::string_view raw, NumberLook look, bool from_1904) {
  double value = 0;
  if (raw.starts_with('+')) raw.remove_prefix(1);
  const auto [end, error] = std::from_chars(raw.data(), raw.data() + raw.size(), value);
  if (error != std::errc{} || end != raw.data() + raw.size() || !std::isfinite(value)) return std::nullopt;
  if (look == NumberLook::kPerCent) return NumberText{SheetCell::Kind::kNumber, plain(value * 100) + "%"};
  if (look == NumberLook::kTime && value >= 0 && value < 1)
    return NumberText{SheetCell::Kind::kDate,
                      clock(static_cast<int>(std::lround(value * kSecondsOfDay)) % kSecondsOfDay)};
  if (look != NumberLook::kPlain && value >= 1 && value <= kLastDay)
    return NumberText{SheetCell::Kind::kDate, calendar(value, from_1904)};
  return NumberText{SheetCell::Kind::kNumber, plain(value)};
}

}  // namespace orienta
