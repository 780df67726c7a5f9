// SPDX-License-Identifier: MIT
// Capability of a process: how far its attributes are achieved, and which level follows. The only place where
// the rule is written.
//
// Source: ISO/IEC 33020:2019, 5.3 (rating scale) and 5.5 (process capability level): the greatest n such that
// all attributes of level n are largely or fully achieved and all attributes of the levels below are fully
// achieved. An upper bound belongs to the lower class.
//
// - An attribute that is not applicable is as if it were not there; a level without any is passed over, and
//   is never the level reached.
// - What is open or withheld is not shown to be achieved.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "orienta/rating.hpp"

namespace orienta::sdk {

/// Upper bounds of N, P and L in per cent; what lies above the last is F.
struct Cuts {
  double partly = 15;
  double largely = 50;
  double fully = 85;
};

enum class Achieved : std::uint8_t { kNot, kPartly, kLargely, kFully };

/// `value` in [0, 1]. The bounds are divided rather than the value multiplied, so that 0.15 is 15 %.
inline Achieved achieved(double value, const Cuts& cuts) {
  if (value <= cuts.partly / 100) return Achieved::kNot;
  if (value <= cuts.largely / 100) return Achieved::kPartly;
  if (value <= cuts.fully / 100) return Achieved::kLargely;
  return Achieved::kFully;
}

/// An attribute and the level it belongs to, from 1 up.
struct Attribute {
  Rating rating;
  std::int32_t level = 0;
  std::uint32_t node = ORIENTA_NONE;  ///< handed back as Capability::node
};

struct Capability {
  std::int32_t level = ORIENTA_NO_LEVEL;  ///< none when no attribute applies
  std::int32_t next = 0;                  ///< the level that is not reached, 0 when there is none
  /// The attribute that is in the way: the one furthest from what it needs, the first of equals.
  std::uint32_t node = ORIENTA_NONE;
  bool needs_fully = false;  ///< that attribute has to be fully achieved, since its level is below `next`
  /// Of `next`: the least share of what an attribute needs, at most 1. 1 means that an attribute lies on its
  /// bound and has to come above it.
  double progress = 0;
};

namespace detail {

/// Judges level `n` by its own attributes and those below.
inline bool reaches(const Attribute* attributes, std::size_t count, std::int32_t n, const Cuts& cuts,
                    Capability& blocked) {
  bool reached = true;
  blocked.progress = 1;
  for (std::size_t i = 0; i < count; ++i) {
    const Attribute& one = attributes[i];
    if (one.level > n || one.level < 1 || one.rating.state == State::kNotApplicable) continue;
    const double bound = (one.level == n ? cuts.largely : cuts.fully) / 100;
    const double value = one.rating.has_value() ? one.rating.value : 0;
    if (one.rating.has_value() && value > bound) continue;
    const double share = bound > 0 ? value / bound : 0;
    if (reached || share < blocked.progress) {
      blocked.progress = share;
      blocked.node = one.node;
      blocked.needs_fully = one.level < n;
    }
    reached = false;
  }
  return reached;
}

inline bool has_attribute(const Attribute* attributes, std::size_t count, std::int32_t level) {
  return std::any_of(attributes, attributes + count, [=](const Attribute& one) {
    return one.level == level && one.rating.state != State::kNotApplicable;
  });
}

}  // namespace detail

/// `levels`: how many there are.
inline Capability capability(const Attribute* attributes, std::size_t count, std::int32_t levels,
                             const Cuts& cuts) {
  Capability result;
  for (std::int32_t n = 1; n <= levels; ++n) {
    if (!detail::has_attribute(attributes, count, n)) continue;
    if (result.level == ORIENTA_NO_LEVEL) result.level = 0;
    Capability blocked;
    if (!detail::reaches(attributes, count, n, cuts, blocked)) {
      blocked.level = result.level;
      blocked.next = n;
      return blocked;
    }
    result.level = n;
  }
  return result;
}

}  // namespace orienta::sdk
