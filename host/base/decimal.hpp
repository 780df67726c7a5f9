// SPDX-License-Identifier: MIT
// Fixed-point decimals: what people and spreadsheets write, without the surprises of binary fractions. Bands
// are compared and measures are summed as decimals; reals begin where a formula divides.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace orienta {

/// `units` / 10^`digits`; 4.40 is {440, 2}. digits is 0 to 9, |units| below 10^15.
struct Decimal {
  std::int64_t units = 0;
  std::uint8_t digits = 0;

  static constexpr std::int64_t kMaxUnits = 1'000'000'000'000'000;
  static constexpr std::uint8_t kMaxDigits = 9;

  double to_double() const;
  /// The same value with that many digits; nothing when digits would be lost or the number grows too large.
  std::optional<Decimal> with_digits(std::uint8_t wanted) const;
  /// "4.40" with '.', all digits printed.
  std::string to_string() const;

  /// By value: 4.4 and 4.40 are equal.
  std::strong_ordering operator<=>(const Decimal& other) const;
  bool operator==(const Decimal& other) const { return (*this <=> other) == 0; }
};

enum class DecimalMark : std::uint8_t { kPoint, kPointOrComma };

/// Reads [+-]digits[.digits] and nothing else: no exponent, no nan, no inf, no hexadecimal, no grouping, no
/// spaces. With kPointOrComma one comma may stand for the point. Nothing when the text is not such a number
/// or out of range.
std::optional<Decimal> parse_decimal(std::string_view text, DecimalMark mark = DecimalMark::kPoint);

}  // namespace orienta
