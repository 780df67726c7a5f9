// SPDX-License-Identifier: MIT
// The ladder: which level is reached, by the rule `holds` of a set. The only place where it is written.
//
// Each criterion belongs to at most one rung. A rung holds when the weighted mean of its criteria is at least
// `Holds::rating` and each of its mandatory criteria is at least `Holds::mandatory`. A rung counts only when
// all rungs below it hold; nothing above buys off what is missing below. All comparisons are >= on unrounded
// numbers.
//
// - A rung on which nothing applies neither blocks nor counts: it is passed over, and is never the level
// reached.
// - A mandatory criterion that is open does not hold, and a rung without any answer does not. Withheld is not
// shown to hold.
// - A mandatory criterion of weight 0 is a pure gate: it stays out of the rung's rating and has to be met.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "orienta/aggregate.hpp"

namespace orienta::sdk {

/// A criterion on the ladder. Those with a level outside 1 to the number of rungs are ignored.
struct Step {
  Part part;
  std::int32_t level = 0;
  bool mandatory = false;
  std::uint32_t node = ORIENTA_NONE;  ///< handed back as Rung::node
};

/// When a rung holds; ratings in [0, 1].
struct Holds {
  double rating = 0.85;
  double mandatory = 0.5;
};

enum class Verdict : std::uint8_t {
  kHolds,
  kNotApplicable,   ///< nothing on it applies: neither blocks nor counts
  kRatingBelow,     ///< its rating is below Holds::rating
  kMandatoryBelow,  ///< a mandatory criterion is below Holds::mandatory
  kMandatoryOpen,   ///< a mandatory criterion is not answered
  kOpen,            ///< nothing on it is answered
  kWithheld,        ///< what is answered, or a mandatory criterion, is withheld
};

/// One rung by itself, without regard to those below.
struct Rung {
  Verdict verdict = Verdict::kNotApplicable;
  Rating rating;               ///< weighted mean of its criteria
  std::uint32_t criteria = 0;  ///< how many are on it
  std::uint32_t node =
      ORIENTA_NONE;  ///< the mandatory criterion that keeps it from holding: the lowest, the first of equals
  double node_value = 0;  ///< what that criterion counts with
  /// How far the requirement that is furthest from being met has come: the lowest of rating / Holds::rating
  /// and of each mandatory rating / Holds::mandatory, at most 1; 1 exactly when the rung holds. What is open
  /// has come 0.
  double progress = 0;

  bool holds() const { return verdict == Verdict::kHolds; }
  bool blocks() const { return !holds() && verdict != Verdict::kNotApplicable; }
};

/// What was reached.
struct Climb {
  std::int32_t level = ORIENTA_NO_LEVEL;  ///< 0 to the number of rungs; none when nothing applies on any rung
  std::int32_t next = 0;                  ///< the rung that is in the way, 0 when there is none
  double progress = 0;                    ///< of that rung; 0 when there is none
};

namespace detail {

inline double share_of(double value, double needed) {
  return value >= needed ? 1 : value / needed;
}

/// Takes a mandatory criterion into account. `lowest` is the lowest share of a mandatory requirement so far.
inline void require(Rung& rung, const Step& step, const Holds& holds, double& lowest) {
  const Rating& rating = step.part.rating;
  if (rating.state == State::kNotApplicable) return;
  if (rating.has_value() && rating.value >= holds.mandatory) return;
  const double share = rating.has_value() ? share_of(rating.value, holds.mandatory) : 0;
  if (share >= lowest) return;
  lowest = share;
  rung.node = step.node;
  rung.node_value = rating.value;
  rung.verdict = rating.has_value()             ? Verdict::kMandatoryBelow
                 : rating.state == State::kOpen ? Verdict::kMandatoryOpen
                                                : Verdict::kWithheld;
}

inline Verdict verdict_of(const Rating& rating, bool has_gate, const Holds& holds) {
  switch (rating.state) {
    case State::kOpen:
      return Verdict::kOpen;
    case State::kWithheld:
      return Verdict::kWithheld;
    case State::kNotApplicable:
      return has_gate ? Verdict::kHolds : Verdict::kNotApplicable;
    case State::kValue:
      break;
  }
  return rating.value >= holds.rating ? Verdict::kHolds : Verdict::kRatingBelow;
}

}  // namespace detail

/// Judges the rung `level` by the steps on it; the others are passed over. `scratch` is memory to work in:
/// its content is lost, and it grows to the number of steps once.
inline Rung judge_rung(const Step* steps, std::size_t count, std::int32_t level, const Holds& holds,
                       std::vector<Part>& scratch) {
  Rung rung;
  double progress = 1;
  bool has_gate = false;
  scratch.clear();
  for (std::size_t i = 0; i < count; ++i) {
    if (steps[i].level != level) continue;
    ++rung.criteria;
    scratch.push_back(steps[i].part);
    if (!steps[i].mandatory) continue;
    has_gate = has_gate || steps[i].part.rating.state != State::kNotApplicable;
    detail::require(rung, steps[i], holds, progress);
  }
  rung.rating = weighted_mean(scratch);
  const Verdict by_rating = detail::verdict_of(rung.rating, has_gate, holds);
  if (rung.node == ORIENTA_NONE || by_rating == Verdict::kOpen) rung.verdict = by_rating;
  if (rung.rating.has_value())
    progress = std::min(progress, detail::share_of(rung.rating.value, holds.rating));
  const bool has_come = rung.rating.has_value() || rung.holds() || rung.verdict == Verdict::kMandatoryBelow;
  rung.progress = has_come ? progress : 0;
  return rung;
}

/// Climbs rungs 1, 2, … (rungs[0] is rung 1) up to the first that does not hold.
inline Climb climb(const Rung* rungs, std::size_t count) {
  Climb result;
  for (std::size_t i = 0; i < count; ++i) {
    if (rungs[i].verdict == Verdict::kNotApplicable) continue;
    if (result.level == ORIENTA_NO_LEVEL) result.level = 0;
    const std::int32_t level = static_cast<std::int32_t>(i) + 1;
    if (!rungs[i].holds()) {
      result.next = level;
      result.progress = rungs[i].progress;
      break;
    }
    result.level = level;
  }
  return result;
}

}  // namespace orienta::sdk
