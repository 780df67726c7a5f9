// SPDX-License-Identifier: MIT
// What keeps a unit from the next level, and which answers would settle the one it has. Found by scoring
// again, so that it holds for every plugin's idea of a level.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "analysis/rescoring.hpp"

namespace orienta {

struct NextLevel {
  std::uint32_t unit = 0;       ///< of the organisation
  std::optional<int> proven;    ///< with open answers as worst; nothing: there is no ladder
  std::optional<int> possible;  ///< with open answers as best
  std::optional<int> next;      ///< the least level above the proven one that can be reached; nothing: on top
  /// Criteria (nodes) each of which keeps the unit from `next` even with all others at their best; in the
  /// set's order, mandatory first.
  std::vector<std::uint32_t> blocking;
  /// Raising all of `blocking` to their best is not enough: the rest falls short together as well.
  bool is_more_needed = false;
  /// Criteria of which none blocks alone: together they fall short. Empty when there is a blocking one.
  std::vector<std::uint32_t> together;
  /// Open indicators that decide between `proven` and `possible`: those of the rungs between, and those below
  /// that can lower what is possible. Mandatory criteria first, then by rung.
  std::vector<std::uint32_t> to_settle;
};

/// For one kept unit. Errors as Runner::score.
Result<NextLevel> next_level(const Rescoring& kept, std::size_t place, Runner& runner, PreparedSet prepared,
                             std::stop_token stop = {});

}  // namespace orienta
