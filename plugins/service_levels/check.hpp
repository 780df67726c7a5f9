// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "orienta/note.hpp"
#include "orienta/set.hpp"

namespace service_levels {

/// The layers of the pyramid of client experience, from its base. A criterion says by the tag `layer` which
/// one it belongs to.
enum class Layer : std::uint8_t { kNeed, kEase, kEmotion };
inline constexpr std::size_t kLayers = 3;
std::optional<Layer> layer_named(std::string_view word);

/// Reports what is wrong with the params and tags of a set.
void check(const orienta::sdk::Set& set, orienta::sdk::Checker& checker);

}  // namespace service_levels
