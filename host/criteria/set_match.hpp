// SPDX-License-Identifier: MIT
// Which part of a later version of a set stands for which of the earlier one. Internal to criteria.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "criteria/set.hpp"

namespace orienta {

struct Matching {
  std::vector<std::vector<std::uint32_t>> later;    ///< by earlier part: what stands for it
  std::vector<std::vector<std::uint32_t>> earlier;  ///< by later part: what it stands for
  std::vector<bool> keeps_id;                       ///< by earlier part

  /// The one that stands for it, where there is just one, and it for this one alone or under this id.
  std::optional<std::uint32_t> one_for(std::uint32_t before) const {
    if (later[before].size() != 1) return std::nullopt;
    const std::uint32_t after = later[before].front();
    if (!keeps_id[before] && earlier[after].size() > 1) return std::nullopt;
    return after;
  }
};

/// Parts have an `id` and what it `replaces`.
template <class Part>
Matching match(const std::vector<Part>& before, const std::vector<Part>& after) {
  std::unordered_map<std::string_view, std::uint32_t> known;
  for (std::uint32_t i = 0; i < before.size(); ++i)
    known.emplace(before[i].id, i);
  Matching match{std::vector<std::vector<std::uint32_t>>(before.size()),
                 std::vector<std::vector<std::uint32_t>>(after.size()),
                 std::vector<bool>(before.size(), false)};
  const auto link = [&](std::uint32_t from, std::uint32_t to) {
    if (std::ranges::find(match.later[from], to) != match.later[from].end()) return;
    match.later[from].push_back(to);
    match.earlier[to].push_back(from);
  };
  for (std::uint32_t j = 0; j < after.size(); ++j)
    if (const auto same = known.find(after[j].id); same != known.end()) {
      match.keeps_id[same->second] = true;
      link(same->second, j);
    }
  for (std::uint32_t j = 0; j < after.size(); ++j)
    for (const std::string& id : after[j].replaces) {
      const auto old = known.find(id);
      // A set that replaces what it has still is refused by the reader.
      if (old != known.end() && !match.keeps_id[old->second]) link(old->second, j);
    }
  return match;
}

}  // namespace orienta
