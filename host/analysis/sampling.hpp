// SPDX-License-Identifier: MIT
// Which units of a kind to assess, where there are too many for all of them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "answers/records.hpp"

namespace orienta {

struct SamplingPlan {
  Sample::Rule rule = Sample::Rule::kSquareRoot;
  Decimal share;   ///< with kShare: 0 to 1 of the units
  Decimal random;  ///< 0 to 1 of the chosen ones, at least, are drawn
  std::uint64_t seed = 0;
};

/// One unit that may be chosen.
struct Candidate {
  UnitId id;
  double size = 1;                   ///< population or weight
  std::optional<double> last_index;  ///< its result last time; absent: not assessed
};

enum class Choice : std::uint8_t {
  kOut,
  kRandom,
  kLowest,       ///< by judgement: the lowest index last time
  kNotAssessed,  ///< by judgement: the largest that was not assessed last time
  kLargest,      ///< by judgement: the largest
};

struct Chosen {
  Choice choice = Choice::kOut;
  double draw = 0;  ///< the unit's draw in [0, 1): the lowest ones are the random part
};

/// How many of `units` are assessed: ceil(sqrt(units)), or ceil(share * units); counted in whole numbers.
std::size_t units_to_assess(const SamplingPlan& plan, std::size_t units);
/// How many of those `chosen` are drawn at random: ceil(random * chosen).
std::size_t units_to_draw(const SamplingPlan& plan, std::size_t chosen);

/// Chooses, in the order of the candidates. First the random part, from all of them, so that it speaks for
/// all: those with the lowest draws, by draw(seed, id). Then places go to judgement, in turn to the lowest
/// last time, the largest not assessed last time, and the largest; ties go to the lower draw. A rule that
/// tells nothing apart (nobody was assessed last time; all are of one size) has no turn, and when no rule is
/// left all places are drawn. The order of the candidates changes nothing.
std::vector<Chosen> choose_units(std::span<const Candidate> candidates, const SamplingPlan& plan);

}  // namespace orienta
