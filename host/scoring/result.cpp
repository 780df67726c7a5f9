// SPDX-License-Identifier: MIT
#include "scoring/result.hpp"

#include <algorithm>
#include <array>

#include "scoring/intervals.hpp"

namespace orienta {
namespace {

constexpr std::array<std::string_view, 9> kStates{"scored",       "incomplete",     "no_ladder",
                                                  "open",         "not_applicable", "withheld",
                                                  "out_of_scope", "not_scored",     "failed"};

ResultState state_without_value(std::uint32_t score_state) {
  switch (score_state) {
    case ORIENTA_SCORE_NOT_APPLICABLE:
      return ResultState::kNotApplicable;
    case ORIENTA_SCORE_WITHHELD:
      return ResultState::kWithheld;
    default:
      return ResultState::kOpen;
  }
}

double index_of(const orienta_score_t& score) {
  return 100 * score.value;
}

/// The score with open answers taken one way; as it is where nothing is open.
const orienta_score_t& either(const orienta_score_t* extreme, const orienta_score_t& as_is) {
  return extreme != nullptr && extreme->state == ORIENTA_SCORE_VALUE ? *extreme : as_is;
}

std::optional<int> level_of(const orienta_score_t& score) {
  if (score.level == ORIENTA_NO_LEVEL) return std::nullopt;
  return score.level;
}

}  // namespace

std::string_view name_of(ResultState state) {
  return kStates[static_cast<std::size_t>(state)];
}

std::string_view name_of(Basis basis) {
  return basis == Basis::kOwn ? "own" : "rolled";
}

std::optional<int> stage_of(const CriteriaSet& set, int level) {
  if (level == 0) return 0;
  const auto found = std::find_if(set.levels.begin(), set.levels.end(),
                                  [=](const Level& candidate) { return candidate.level == level; });
  if (found == set.levels.end()) return std::nullopt;
  return found->stage;
}

NodeResult put_together(const CriteriaSet& set, const orienta_score_t& as_is, const orienta_score_t* worst,
                        const orienta_score_t* best) {
  NodeResult result;
  result.node = as_is.node;
  result.completeness = as_is.completeness;
  result.n = as_is.count;
  if (as_is.level != ORIENTA_NO_LEVEL) result.of = static_cast<int>(set.levels.size());
  if (as_is.state != ORIENTA_SCORE_VALUE) {
    result.state = state_without_value(as_is.state);
    return result;
  }

  const orienta_score_t& low = either(worst, as_is);
  const orienta_score_t& high = either(best, as_is);
  result.index = index_of(as_is);
  // What is left out as it is may be worth less at best than the rest (a finding, a channel half closed).
  result.index_low = std::min(*result.index, index_of(low));
  result.index_high = std::max(*result.index, index_of(high));
  result.level = level_of(low);
  result.level_possible = level_of(high);
  if (as_is.freedom > 0) {
    const Interval interval = mean_interval(*result.index, 100 * as_is.error, as_is.freedom);
    result.ci_low = std::max(0.0, interval.low);
    result.ci_high = std::min(100.0, interval.high);
  }
  if (result.completeness < set.holds.completeness)
    result.state = ResultState::kIncomplete;
  else
    result.state = result.level ? ResultState::kScored : ResultState::kNoLadder;
  if (result.state == ResultState::kScored) result.stage = stage_of(set, *result.level);
  return result;
}

}  // namespace orienta
