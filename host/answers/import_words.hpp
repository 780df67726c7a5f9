// SPDX-License-Identifier: MIT
// Messages about words that are not known, with the nearest known one. Internal to answers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answers/organisation.hpp"
#include "answers/tally.hpp"
#include "criteria/set.hpp"

namespace orienta {

Message unknown_unit(const Organisation& organisation, std::string_view unit);
Message unknown_indicator(const CriteriaSet& set, std::string_view indicator);
Message unknown_point(const Scale& scale, std::string_view word);
Message unknown_segment_value(const TallyLayout& layout, std::string_view segment, std::string_view value);
Message unknown_evidence(const std::vector<std::string>& known, std::string_view id);
/// The criterion is not meant for units of this kind.
Message not_for_kind(const Indicator& indicator, std::string_view unit, const Organisation& organisation);
/// A figure outside the scale's limits.
Message outside(const Scale& scale, std::string_view figure);
/// "self, auditor"
std::string list_sources(const Mask<Source>& sources);

}  // namespace orienta
