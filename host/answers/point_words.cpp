// SPDX-License-Identifier: MIT
#include "answers/point_words.hpp"

#include <algorithm>

namespace orienta {
namespace {

bool numbers_name_points(const Scale& scale) {
  for (std::size_t i = 0; i < scale.points.size(); ++i) {
    const auto number = parse_decimal(scale.points[i].id);
    if (number && number->to_double() != scale.points[i].value) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (scale.points[i].value == scale.points[j].value) return false;
  }
  return true;
}

}  // namespace

PointWords::PointWords(const Scale& scale, DecimalMark mark, bool with_states) : mark_(mark) {
  if (with_states) {
    words_.add("not_applicable", kNotApplicable);
    words_.add("dont_know", kDontKnow);
    words_.add("missing", kMissing);
  }
  const bool numbers = numbers_name_points(scale);
  for (std::uint32_t i = 0; i < scale.points.size(); ++i) {
    const double value = scale.points[i].value;
    if (numbers) values_.push_back(value);
    // Whole numbers are what surveys are full of: they are found as words.
    if (numbers && value >= -999 && value <= 999 && value == static_cast<int>(value))
      words_.add(std::to_string(static_cast<int>(value)), i);
  }
  for (std::uint32_t i = 0; i < scale.points.size(); ++i)
    words_.add(scale.points[i].id, i);
}

bool PointWords::add(std::string_view word, std::string_view known) {
  const std::uint32_t number = find(known);
  if (number == kNone) return false;
  words_.add(word, number);
  return true;
}

std::uint32_t PointWords::find_number(std::string_view word) const {
  const auto number = parse_decimal(word, mark_);
  if (!number) return kNone;
  const auto found = std::find(values_.begin(), values_.end(), number->to_double());
  return found == values_.end() ? kNone : static_cast<std::uint32_t>(found - values_.begin());
}

std::string list_points(const Scale& scale) {
  constexpr std::size_t kShown = 12;
  std::string list;
  for (std::size_t i = 0; i < scale.points.size() && i < kShown; ++i)
    (list += i == 0 ? "" : ", ") += scale.points[i].id;
  return scale.points.size() > kShown ? list + ", …" : list;
}

}  // namespace orienta
