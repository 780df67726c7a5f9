// SPDX-License-Identifier: MIT
// What was done to a tree of units, as the project's history tells it. Names of units may be names of persons
// and stay out of it.
#pragma once

#include <vector>

#include "answers/organisation.hpp"
#include "base/message.hpp"

namespace orienta {

/// A change of one unit says which and what; one of several says how many.
Message action_on_units(const std::vector<Unit>& before, const std::vector<Unit>& after);

}  // namespace orienta
