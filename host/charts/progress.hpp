// SPDX-License-Identifier: MIT
// The levels as rungs of a ladder: proven ones filled, possible ones hatched, and how far the next one is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "charts/scene.hpp"
#include "charts/spec.hpp"
#include "charts/text.hpp"

namespace orienta::charts {

struct ProgressSpec {
  Words words;
  std::size_t levels = 0;          ///< rungs; at most 20 are drawn
  std::size_t proven = 0;          ///< at most `levels`
  std::size_t possible = 0;        ///< at least `proven`: those between are hatched
  std::optional<double> next;      ///< 0 to 1: the share of what the level after `proven` asks for
  std::vector<std::string> names;  ///< of the levels, below the rungs where there is room; may be empty
  std::vector<std::string> tips;   ///< of the levels; may be empty
};

/// Rungs stand in the upper 12 pixels; names and the note below them where the height allows.
/// Areas: one per level; index counts from 0.
Scene progress(const ProgressSpec& spec, Size size, const TextWidth& width);

}  // namespace orienta::charts
