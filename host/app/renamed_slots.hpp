// SPDX-License-Identifier: MIT
// Survey counts under other names: a sheet of one version of a set as another version reads it.
#pragma once

#include <memory>
#include <string>

#include "answers/tally.hpp"
#include "criteria/diff.hpp"

namespace orienta {

/// The same numbers, cell by cell, in a layout that differs in the names of its slots alone.
TallySheet under_layout(const TallySheet& sheet, const std::shared_ptr<const TallyLayout>& layout);

/// What a layout of the earlier version is called in the later one. Slots that do not go on get a name that
/// no set can give: their own and `kept_as`.
class SlotNames {
 public:
  SlotNames(const CriteriaSet& before, const CriteriaSet& after, const SetDiff& diff, std::string kept_as)
      : before_(before), after_(after), diff_(diff), kept_as_(std::move(kept_as)) {}

  /// The name of a slot now. Slots that the earlier version does not know keep theirs.
  std::string name(const std::string& slot) const;
  /// Nothing where no slot has another name.
  std::shared_ptr<const TallyLayout> rename(const TallyLayout& layout) const;

 private:
  std::string joint_name(const std::string& slot, const std::string& id) const;

  const CriteriaSet& before_;
  const CriteriaSet& after_;
  const SetDiff& diff_;
  std::string kept_as_;
};

}  // namespace orienta
