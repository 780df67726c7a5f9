// SPDX-License-Identifier: MIT
// Before scoring: what parents get from the units below them, what they hand down to them, and what must not
// be shown. All take one sheet at a time, so that ten thousand units never lie in memory at once.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "answers/organisation.hpp"
#include "answers/tally.hpp"
#include "criteria/set.hpp"

namespace orienta {

/// Collects, for every parent, the cells of the units below it whose source the set pools upwards. Exact, and
/// independent of the order of units. Figures without denominator are not pooled (there is nothing to weigh
/// them by), and units out of scope give nothing. `set` and `organisation` must outlive it.
class UpwardPool {
 public:
  UpwardPool(const CriteriaSet& set, const Organisation& organisation);

  /// Takes the unit's own sheet into account for all its ancestors. Each unit at most once. kLimit when a sum
  /// does not fit.
  Status add(std::uint32_t unit, const TallySheet& own);
  /// Adds to the unit's own sheet what came from below, after every unit was added.
  Status complete(std::uint32_t unit, TallySheet& own) const;

 private:
  const CriteriaSet* set_;
  const Organisation* organisation_;
  /// Per unit what its children gave, not what is below them: so a sheet is added once and not once per
  /// ancestor.
  std::vector<std::unique_ptr<TallySheet>> from_children_;
};

/// What the children of a unit inherit: of the criteria with `inherit`, per indicator, the unit's own
/// answers, else what came from above (`from_above`: the parent's inheritable cells, or null). `own` is the
/// sheet before pooling. Answers of anonymous sources, segments and pairs are never handed down.
TallySheet inheritable(const CriteriaSet& set, const TallySheet& own, const TallySheet* from_above);

/// Finds the cells of anonymous sources that must not be shown.
///
/// First, groups of fewer than `minimum` answers (but more than none): of answers with a value, or where
/// there are none, of all. Then what such groups could be worked out from. Where the set pools a source, a
/// parent's cell is the sum of its children's and of what was answered for itself; a whole is the sum of the
/// values of a segment and of what has none. What is not shown of such a sum can be had by subtraction, so it
/// must be at least `minimum` answers, and never one withheld cell alone: if it is less, the smallest of the
/// shown ones are withheld too, until it is enough. A parent that is withheld takes enough of its children
/// with it, a whole all its segment values, an indicator the pairs it is part of.
///
/// The values of a segment are shown all or none, and, where they are pooled, for all units of a parent or
/// for none: sums across segments and across units would tell too much else. Whoever prints them says
/// "withheld" for every value, also for those nobody gave.
class Withholding {
 public:
  Withholding(const CriteriaSet& set, const Organisation& organisation, std::uint64_t minimum);

  /// Takes the size of the groups of a completed sheet. Each unit at most once.
  void add(std::uint32_t unit, const TallySheet& completed);
  /// Per unit its withheld cells in ascending order, after every unit was added.
  std::vector<std::vector<CellKey>> finish() const;

  struct Group {
    CellKey key;
    std::uint64_t size = 0;
  };

 private:
  const CriteriaSet* set_;
  const Organisation* organisation_;
  std::uint64_t minimum_;
  std::vector<std::vector<Group>> groups_;  ///< per unit, ascending by key
};

}  // namespace orienta
