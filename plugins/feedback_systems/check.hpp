// SPDX-License-Identifier: MIT
#pragma once

#include "orienta/note.hpp"
#include "orienta/set.hpp"

namespace feedback_systems {

/// Points of error that a sample may leave, when params do not say.
constexpr double kMargin = 5;

/// Reports what is wrong with the params and tags of a set.
void check(const orienta::sdk::Set& set, orienta::sdk::Checker& checker);

}  // namespace feedback_systems
