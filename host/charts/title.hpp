// SPDX-License-Identifier: MIT
// A chart that stands alone, in a file: what it shows and of whom is written above it.
#pragma once

#include <string>

#include "charts/scene.hpp"
#include "charts/text.hpp"

namespace orienta::charts {

/// The scene, moved down and in by a margin, below its title and a quieter line about it; each is shortened
/// to the width. An empty `about` takes no room.
Scene titled(Scene scene, const std::string& title, const std::string& about, const TextWidth& width);

}  // namespace orienta::charts
