// SPDX-License-Identifier: MIT
#pragma once

#include "viewmodel/plan.hpp"

namespace orienta::gui {

/// Puts level, index, share and the bars of the dimensions, before and after, into the page.
void put_plan_result(const Study& study, std::size_t set, std::uint32_t unit, const BeforeAfter& result,
                     const Catalogue& words, PlanPage& page);

}  // namespace orienta::gui
