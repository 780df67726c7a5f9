// SPDX-License-Identifier: MIT
// A criteria set of any size in three languages, as an author would write it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace orienta::bench {

struct SetShape {
  std::string_view id = "generated";
  std::string_view plugin = "feedback-systems";
  std::uint32_t indicators = 300;
  std::uint32_t per_criterion = 3;
  std::uint32_t criteria_per_dimension = 10;
  std::string_view source = "self";  ///< who answers
  bool pooled = false;               ///< pooled upwards and anonymous
};

/// The YAML of the set: a ladder of five levels, indicators i0, i1, … on a scale of points 1
/// to 5.
std::string generate_set(const SetShape& shape);

}  // namespace orienta::bench
