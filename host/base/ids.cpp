// SPDX-License-Identifier: MIT
#include "base/ids.hpp"

#include <algorithm>

namespace orienta {

bool is_plain_id(std::string_view text) {
  constexpr std::size_t kLongest = 64;
  const auto letter_or_digit = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  const auto allowed = [&](char c) { return letter_or_digit(c) || c == '-' || c == '_' || c == '.'; };
  return !text.empty() && text.size() <= kLongest && letter_or_digit(text.front()) &&
         std::all_of(text.begin(), text.end(), allowed);
}

}  // namespace orienta
