// SPDX-License-Identifier: MIT
#pragma once

#include "app/compare.hpp"
#include "viewmodel/figure.hpp"
#include "viewmodel/study.hpp"

namespace orienta::gui {

/// A set's dimensions for a unit: actual, target, and where there was one the previous assessment. A radar
/// with 4 to 9 dimensions, otherwise bars. `change` may be null; the study and the words must not outlive
/// their use in `make`, which copies what it needs.
Figure profile_figure(const Study& study, std::size_t set, std::uint32_t unit, const Comparison* change,
                      const Catalogue& words);

}  // namespace orienta::gui
