// SPDX-License-Identifier: MIT
// What differs in meaning between two versions of a criteria set, and what becomes of the answers to the
// earlier one. Pure; what differs in writing only (order, comments, titles' spelling apart) is told as such.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "criteria/set.hpp"

namespace orienta {

/// What the difference is about.
enum class SetPart : std::uint8_t {
  kSet,
  kLevel,
  kDimension,
  kCriterion,
  kIndicator,
  kScale,
  kSegment,
  kRole,
  kImprovement,
  kParam,
};
std::string_view name_of(SetPart part);  ///< "set", "level", …

enum class SetChangeKind : std::uint8_t {
  kAdded,
  kRemoved,
  kRenamed,   ///< another id, by `replaces`
  kSplit,     ///< several parts replace one
  kMerged,    ///< one part replaces several
  kMoved,     ///< to another criterion or dimension
  kRescaled,  ///< answered on another scale, or the scale is worth something else
  kReworded,  ///< another text
  kWeight,
  kTarget,
  kLevel,  ///< on another rung, or what the rungs are
  kRules,  ///< how answers become a result: who is asked, how values combine, when a rung holds, …
};
std::string_view name_of(SetChangeKind kind);  ///< "added", …

/// How it was or is: as a set file writes it. Nothing where there is none.
using SetValue = std::variant<std::monostate, std::int64_t, double, std::string, LocalText>;

struct SetDifference {
  SetChangeKind kind = SetChangeKind::kAdded;
  SetPart part = SetPart::kSet;
  /// In the later version; of what was removed or split, in the earlier one.
  std::string id;
  std::string field;  ///< as the file calls it: "weight", "ask"; empty where the whole part is meant
  SetValue before;
  SetValue after;
};

/// Why an answer to an indicator of the earlier version cannot simply stay.
enum class FateReason : std::uint8_t {
  kNone,      ///< it can
  kRemoved,   ///< nothing replaces the indicator
  kSplit,     ///< several indicators replace it: which one was meant?
  kMerged,    ///< it is one of several that became one, under an id of their own
  kRescaled,  ///< the scales do not have the same points, or measure in another unit
  kSource,    ///< this source is asked no more
};
std::string_view name_of(FateReason reason);  ///< "", "removed", …

/// What becomes of the answers to one indicator of the earlier version.
struct IndicatorFate {
  std::optional<std::uint32_t> after;  ///< the indicator that asks the same, where there is just one
  FateReason reason = FateReason::kNone;
  /// Sources that are asked no more; their answers need a decision even where the others stay.
  Mask<Source> dropped_sources;

  bool stays() const { return after && reason == FateReason::kNone; }
};

struct SetDiff {
  std::vector<SetDifference>
      differences;                   ///< set, levels, dimensions, criteria, indicators, scales, the rest
  std::vector<IndicatorFate> fates;  ///< by indicator of the earlier version
  /// By node of the earlier version: the node that stands for the same in the later one.
  std::vector<std::optional<std::uint32_t>> nodes;
};

/// An id that stays is the same thing; else `replaces` says what an id was called before, in any earlier
/// version. Equal sets differ in nothing.
SetDiff diff(const CriteriaSet& before, const CriteriaSet& after);

/// Whether answers given on one scale say the same on the other: all points are there by id, or figures are
/// in the same unit and the later scale holds each of them.
bool carries_answers(const Scale& before, const Scale& after);

}  // namespace orienta
