// SPDX-License-Identifier: MIT
// "Did you mean …": the known word nearest to a mistyped one.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace orienta {

/// How many letters must be inserted, removed, changed or swapped with their neighbour (optimal string
/// alignment).
std::size_t edit_distance(std::string_view left, std::string_view right);

/// The nearest of `known` if it is near enough to be meant: at most a third of the letters differ, one in
/// short words. The first of equally near ones.
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> known);

}  // namespace orienta
