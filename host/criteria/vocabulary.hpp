// SPDX-License-Identifier: MIT
// The words of the closed vocabularies in set files, each list in the order of its enum. Internal to
// criteria.
#pragma once

#include <array>
#include <string_view>

#include "criteria/source.hpp"

namespace orienta::vocabulary {

inline constexpr std::array<std::string_view, 3> kAggregates{"mean", "geometric", "weakest"};
inline constexpr std::array<std::string_view, 3> kRollups{"weighted_mean", "weakest", "share_at_target"};
inline constexpr std::array<std::string_view, 4> kCombines{"auditor_over_self", "weighted", "lowest",
                                                           "shown_only"};
inline constexpr std::array<std::string_view, 2> kOccasions{"all", "latest"};
inline constexpr std::array<std::string_view, 5> kPeriods{"mean", "sum", "latest", "lowest", "highest"};
inline constexpr std::array<std::string_view, 2> kBetter{"higher", "lower"};
inline constexpr std::array<std::string_view, 4> kEdges{"from", "above", "upto", "below"};

/// The names of source.hpp.
template <class Enum, std::size_t kCount>
std::array<std::string_view, kCount> names() {
  std::array<std::string_view, kCount> all;
  for (std::size_t i = 0; i < kCount; ++i)
    all[i] = name_of(static_cast<Enum>(i));
  return all;
}
inline auto sources() {
  return names<Source, kSourceCount>();
}
inline auto unit_kinds() {
  return names<UnitKind, kUnitKindCount>();
}
inline auto evidence_kinds() {
  return names<EvidenceKind, kEvidenceKindCount>();
}

}  // namespace orienta::vocabulary
