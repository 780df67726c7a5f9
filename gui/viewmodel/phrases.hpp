// SPDX-License-Identifier: MIT
// Numbers and names as every page says them.
#pragma once

#include <optional>
#include <string>

#include "base/catalogue.hpp"
#include "scoring/result.hpp"
#include "viewmodel/study.hpp"

namespace orienta::gui {

/// The unit's name, else its id.
std::string name_of(const Unit& unit);
/// The title of a node, else its id.
std::string title_of(const CriteriaSet& set, std::uint32_t node, Lang lang);
/// The period as people say it: "2026 H1", else "2026-03-01 … 2026-05-31".
std::string period_text(const Period& period);

/// "46", or what stands for no index: "open", "not applicable", ….
std::string index_text(const NodeResult& result, const Catalogue& words, int digits = 0);
/// "2 of 7"; empty without a level.
std::string level_text(const NodeResult& result, const Catalogue& words);
/// "3 … 24"; empty where the two are not there or are shown as the same.
std::string range_text(const std::optional<double>& low, const std::optional<double>& high,
                       const Catalogue& words, int digits = 0);
/// "+4", "-3", "0".
std::string change_text(double change, const Catalogue& words, int digits = 0);
/// "26 hours", "91 %": the figure with the unit of its measure.
std::string with_unit(const std::string& figure, const std::string& unit);
/// "91 %".
std::string per_cent(double share, const Catalogue& words);

}  // namespace orienta::gui
