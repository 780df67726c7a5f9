// SPDX-License-Identifier: MIT
// A criteria set as an assessment has pinned it: the text that the project keeps, with the overlays over it.
#pragma once

#include "answers/records.hpp"
#include "criteria/overlay.hpp"
#include "store/project.hpp"

namespace orienta {

Result<CriteriaSet> pinned_set(const Project& project, const PinnedSet& pinned,
                               Exclusions exclusions = Exclusions::kLeftOut);

/// What has to be said with every result: which overlays lie over which set.
std::vector<Message> overlay_notes(const std::vector<CriteriaSet>& sets);

}  // namespace orienta
