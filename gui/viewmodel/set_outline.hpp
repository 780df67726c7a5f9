// SPDX-License-Identifier: MIT
// A criteria set as rows to read.
#pragma once

#include "viewmodel/criteria.hpp"

namespace orienta::gui {

/// Fills `outline` and `details` of the page.
void add_outline(const CriteriaSet& set, const Catalogue& words, CriteriaPage& page);

/// "Title, edition, clause".
std::string reference_text(const Reference& reference, Lang lang);

}  // namespace orienta::gui
