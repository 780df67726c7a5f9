// SPDX-License-Identifier: MIT
#include "base/decimal.hpp"

#include <array>

namespace orienta {
namespace {

constexpr std::array<std::int64_t, Decimal::kMaxDigits + 1> kPowers{
    1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

// Both numbers are below 2^53, so the division is the only rounding.
double Decimal::to_double() const {
  return static_cast<double>(units) / static_cast<double>(kPowers[digits]);
}

std::optional<Decimal> Decimal::with_digits(std::uint8_t wanted) const {
  if (wanted > kMaxDigits) return std::nullopt;
  if (wanted < digits) {
    const std::int64_t divisor = kPowers[static_cast<std::size_t>(digits - wanted)];
    if (units % divisor != 0) return std::nullopt;
    return Decimal{units / divisor, wanted};
  }
  const std::int64_t factor = kPowers[static_cast<std::size_t>(wanted - digits)];
  const std::int64_t largest = (kMaxUnits - 1) / factor;
  if (units > largest || units < -largest) return std::nullopt;
  return Decimal{units * factor, wanted};
}

std::string Decimal::to_string() const {
  std::string text = std::to_string(units < 0 ? -units : units);
  if (text.size() <= digits) text.insert(0, digits + 1 - text.size(), '0');
  if (digits > 0) text.insert(text.size() - digits, 1, '.');
  if (units < 0) text.insert(0, 1, '-');
  return text;
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
  const auto whole = [](const Decimal& d) { return d.units / kPowers[d.digits]; };
  const auto rest = [](const Decimal& d) {
    return d.units % kPowers[d.digits] * kPowers[static_cast<std::size_t>(kMaxDigits - d.digits)];
  };
  if (const auto order = whole(*this) <=> whole(other); order != 0) return order;
  return rest(*this) <=> rest(other);
}

std::optional<Decimal> parse_decimal(std::string_view text, DecimalMark mark) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return std::nullopt;

  Decimal number;
  bool after_mark = false;
  for (const char c : text) {
    if (c == '.' || (c == ',' && mark == DecimalMark::kPointOrComma)) {
      if (after_mark) return std::nullopt;
      after_mark = true;
      continue;
    }
    if (!is_digit(c)) return std::nullopt;
    number.units = number.units * 10 + (c - '0');
    if (number.units >= Decimal::kMaxUnits) return std::nullopt;
    if (after_mark && ++number.digits > Decimal::kMaxDigits) return std::nullopt;
  }
  if (negative) number.units = -number.units;
  return number;
}

}  // namespace orienta
