// SPDX-License-Identifier: MIT
// Who is asked what, who has answered, and what is open.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/assessment.hpp"

namespace orienta {

/// Whether a criterion's questions concern a unit: its kind is one the criterion applies to and the set
/// scores, and its role (where it has one of the set's) requires the criterion.
enum class Asked : std::uint8_t {
  kHere,   ///< the unit itself; also one above the scored kinds that hands its answers down
  kAbove,  ///< units above it only, whose answers it inherits
  kNot,
};
Asked asked(const CriteriaSet& set, const Unit& unit, const Criterion& criterion);

/// One unit's questions in a set. `asked` is the sum of the others but `carried_over`.
struct UnitProgress {
  std::uint32_t unit = 0;
  std::uint32_t asked = 0;
  std::uint32_t answered = 0;  ///< with a value, or withheld since too few gave one
  std::uint32_t not_applicable = 0;
  std::uint32_t open = 0;          ///< nobody answered, or nobody knew
  std::uint32_t carried_over = 0;  ///< of those that are not open
};

/// What one person gave, or all answers of a source that have no name.
struct PersonProgress {
  std::string name;  ///< empty: without a name
  Source source = Source::kSelf;
  std::uint64_t answers = 0;
  std::uint64_t units = 0;
  std::uint64_t carried_over = 0;
};

struct Progress {
  std::vector<UnitProgress> units;      ///< in scope, in the organisation's order
  std::vector<PersonProgress> persons;  ///< most answers first
  bool has_persons = true;              ///< false: too many units to look at every answer
};

/// Of a set, for the unit and all below it. Answers are looked at one by one only for up to `most` units.
Result<Progress> progress_of(const Project& project, const OpenAssessment& assessment, std::size_t set,
                             std::uint32_t unit, std::size_t most = 2000);

}  // namespace orienta
