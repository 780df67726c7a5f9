// SPDX-License-Identifier: MIT
// What is known about a place in a criteria set for one unit: the common currency of aggregators, ladder and
// plugins.
#pragma once

#include <cstdint>

#include "orienta/plugin.h"

namespace orienta::sdk {

enum class State : std::uint8_t {
  kValue = ORIENTA_SCORE_VALUE,                   ///< there is a value
  kOpen = ORIENTA_SCORE_OPEN,                     ///< it applies, and nobody answered
  kNotApplicable = ORIENTA_SCORE_NOT_APPLICABLE,  ///< not applicable, not asked or out of scope: left out
  kWithheld = ORIENTA_SCORE_WITHHELD,             ///< too few respondents to be shown: left out
};

/// A value with what is known about it. Without State::kValue all numbers are 0.
struct Rating {
  State state = State::kNotApplicable;
  double value = 0;         ///< of a score in [0, 1]
  double error = 0;         ///< standard error from sampling, >= 0; 0: none known
  double freedom = 0;       ///< its degrees of freedom, >= 0; 0: none known
  double completeness = 0;  ///< weight answered / weight applicable, in [0, 1]
  std::uint32_t count = 0;  ///< the smallest sample behind the value; 0: no sample

  bool has_value() const { return state == State::kValue; }
};

/// A rating among its siblings.
struct Part {
  Rating rating;
  double weight = 1;  ///< finite, >= 0; 0: as if the part were left out
};

/// A value that is known for certain, without sampling.
inline Rating certain(double value) {
  return {State::kValue, value, 0, 0, 1, 0};
}
inline Rating without_value(State state) {
  return {state, 0, 0, 0, 0, 0};
}

/// What a reading's state (ORIENTA_STATE_…) means for a score.
inline State state_of_reading(std::uint32_t reading_state) {
  switch (reading_state) {
    case ORIENTA_STATE_VALUE:
      return State::kValue;
    case ORIENTA_STATE_NOT_APPLICABLE:
    case ORIENTA_STATE_NOT_ASKED:
    case ORIENTA_STATE_OUT_OF_SCOPE:
      return State::kNotApplicable;
    case ORIENTA_STATE_WITHHELD:
      return State::kWithheld;
    default:
      return State::kOpen;
  }
}

/// A reading as a rating: its value with error, freedom and n. Only a sample has an n that limits a result:
/// one person's answer about a rule is not a sample of one.
inline Rating rating_of(const orienta_reading_t& reading) {
  const State state = state_of_reading(reading.state);
  if (state != State::kValue) return without_value(state);
  const bool has_error = (reading.flags & ORIENTA_READING_HAS_ERROR) != 0;
  return {state,
          reading.value,
          has_error ? reading.error : 0,
          has_error ? reading.freedom : 0,
          1,
          has_error ? reading.count : 0};
}

}  // namespace orienta::sdk
