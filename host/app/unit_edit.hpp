// SPDX-License-Identifier: MIT
// Changes of one unit of a tree of units. Pure: each gives the units as they would be, depth first, for
// replace_units() (setup.hpp) to take over. kNotFound for units that are not there; whether the result is a
// sound tree is for replace_units() to say.
#pragma once

#include <string>
#include <vector>

#include "answers/organisation.hpp"
#include "base/result.hpp"

namespace orienta {

/// Replaces the unit of the same id.
Result<std::vector<Unit>> with_unit_changed(std::vector<Unit> units, const Unit& changed);
/// As the last one below its parent (empty: a root). Without an id it gets one, made from its name where that
/// has letters for it.
Result<std::vector<Unit>> with_unit_added(const std::vector<Unit>& units, Unit added);
/// Without the unit and all below it. kRefused when nothing would be left.
Result<std::vector<Unit>> with_unit_removed(const std::vector<Unit>& units, const UnitId& id);
/// With all below it to another parent, as the last one there. kInput when that is below the unit itself.
Result<std::vector<Unit>> with_unit_moved(const std::vector<Unit>& units, const UnitId& id,
                                          const UnitId& parent);

/// Among its siblings, before or after the next one; nothing changes for the first or the last one.
enum class Shift { kUp, kDown };
Result<std::vector<Unit>> with_unit_shifted(const std::vector<Unit>& units, const UnitId& id, Shift shift);

}  // namespace orienta
