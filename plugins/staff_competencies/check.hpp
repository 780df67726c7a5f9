// SPDX-License-Identifier: MIT
#pragma once

#include "orienta/note.hpp"
#include "orienta/set.hpp"

namespace staff_competencies {

/// Points of index between a person's own view and the combined one from which it is said, when params do
/// not say.
constexpr double kBlindSpot = 20;

/// Reports what is wrong with the params, roles and criteria of a set.
void check(const orienta::sdk::Set& set, orienta::sdk::Checker& checker);

}  // namespace staff_competencies
