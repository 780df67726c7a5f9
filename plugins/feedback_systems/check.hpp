// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "orienta/note.hpp"
#include "orienta/set.hpp"

namespace feedback_systems {

/// Points of error that a sample may leave, when params do not say.
constexpr double kMargin = 5;

/// Whether that many points can be demanded of a sample.
inline bool is_margin(double points) {
  return points > 0 && points <= 50;
}

/// The tag `margin` of a derived criterion, which stands for the one in params; nothing when it is no margin.
std::optional<double> margin_of_tag(std::string_view text);

/// Reports what is wrong with the params and tags of a set.
void check(const orienta::sdk::Set& set, orienta::sdk::Checker& checker);

}  // namespace feedback_systems
