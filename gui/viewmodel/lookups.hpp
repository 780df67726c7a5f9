// SPDX-License-Identifier: MIT
// What several pages ask the desk for, under one key each, so that it is made once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/compare.hpp"
#include "app/gaps.hpp"
#include "viewmodel/desk.hpp"

namespace orienta::gui {

/// How many gaps have their effects found.
inline constexpr std::size_t kMostGaps = 20;

/// The gaps of the chosen unit in every set.
Known<std::vector<SetGaps>> gaps_for(Desk& desk);

/// The assessment before the one that is looked at; nothing: it is the first.
std::optional<AssessmentId> assessment_before(const Study& study);

/// The chosen unit in the assessment before and in this one; `value` null also where there is none before.
Known<Comparison> change_since(Desk& desk);

}  // namespace orienta::gui
