// SPDX-License-Identifier: MIT
// Small pieces that the demo's files are written from.
#pragma once

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string>
#include <string_view>

#include "app/demo_cast.hpp"
#include "base/decimal.hpp"
#include "criteria/scale.hpp"

namespace orienta::demo {

/// CSV text that grows by rows.
class Rows {
 public:
  explicit Rows(std::string_view header) : text_(std::string(header) + '\n') {}

  void add(std::initializer_list<std::string_view> fields) {
    for (const std::string_view field : fields) {
      const bool quoted = field.find(',') != std::string_view::npos;
      if (quoted) text_ += '"';
      text_ += field;
      if (quoted) text_ += '"';
      text_ += ',';
    }
    text_.back() = '\n';
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

/// "12.5": rounded to that many digits.
inline std::string figure(double value, std::uint8_t digits) {
  return Decimal{std::llround(value * std::pow(10, digits)), digits}.to_string();
}

/// The answer on the scale for a quality of about 0 to 1: a point, or a share in per cent.
inline std::string answer_for(const Scale& scale, double quality) {
  const double within = std::clamp(quality, 0.0, 1.0);
  if (scale.is_measure()) return figure(35 + 64 * within, scale.measure->digits);
  const std::size_t last = scale.points.size() - 1;
  return scale.points[std::min(last, static_cast<std::size_t>(within * static_cast<double>(last + 1)))].id;
}

}  // namespace orienta::demo
