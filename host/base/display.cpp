// SPDX-License-Identifier: MIT
// Rounding for people: on the decimal digits themselves, so that ties are ties.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "base/catalogue.hpp"

namespace orienta {
namespace {

constexpr int kSignificant = 15;

/// |value| = 0.d1d2d3… × 10^`point`
struct Digits {
  std::string text;
  int point = 0;
};

Digits digits_of(double magnitude) {
  std::array<char, 32> buffer{};
  char* const begin = buffer.data();
  char* const end =
      std::to_chars(begin, begin + buffer.size(), magnitude, std::chars_format::scientific, kSignificant - 1)
          .ptr;
  char* const exponent = std::find(begin, end, 'e');
  Digits digits{std::string(begin, exponent), 0};
  digits.text.erase(1, 1);
  // "e+05": from_chars knows no plus.
  std::from_chars(exponent + (exponent[1] == '+' ? 2 : 1), end, digits.point);
  ++digits.point;
  return digits;
}

/// Leaves `wanted` digits, rounded half away from zero.
void round_to(Digits& digits, int wanted) {
  if (wanted < 0) digits = {"0", 1};
  if (wanted < 0 || wanted >= static_cast<int>(digits.text.size())) return;
  const bool up = digits.text[static_cast<std::size_t>(wanted)] >= '5';
  digits.text.resize(static_cast<std::size_t>(wanted));
  if (!up) return;
  auto digit = digits.text.rbegin();
  for (; digit != digits.text.rend() && *digit == '9'; ++digit)
    *digit = '0';
  if (digit != digits.text.rend()) {
    ++*digit;
  } else {
    digits.text.insert(0, 1, '1');
    ++digits.point;
  }
}

}  // namespace

std::string display_number(double value, int digits, Lang lang) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  digits = std::clamp(digits, 0, kSignificant);
  Digits number = digits_of(std::abs(value));
  round_to(number, number.point + digits);

  std::string text = std::move(number.text);
  if (number.point < 1) text.insert(0, static_cast<std::size_t>(1 - number.point), '0');
  const auto whole = static_cast<std::size_t>(std::max(number.point, 1));
  text.resize(whole + static_cast<std::size_t>(digits), '0');
  const bool zero = text.find_first_not_of('0') == std::string::npos;
  if (digits > 0) text.insert(whole, 1, lang == Lang::kEn ? '.' : ',');
  if (value < 0 && !zero) text.insert(0, 1, '-');
  return text;
}

}  // namespace orienta
