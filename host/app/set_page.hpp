// SPDX-License-Identifier: MIT
// A criteria set as one HTML file: an outline to read on a screen and a questionnaire to print and fill in.
#pragma once

#include <string>

#include "base/catalogue.hpp"
#include "criteria/set.hpp"

namespace orienta {

/// In the language of `words`, self-contained: no script, no font, no address is loaded. Whatever the set
/// says is escaped.
std::string set_page(const CriteriaSet& set, const Catalogue& words);

/// Text for HTML, in an element or a quoted attribute.
std::string escaped_html(std::string_view text);

}  // namespace orienta
