// SPDX-License-Identifier: MIT
// A document as one HTML file that is kept, mailed and printed. It needs no network and asks for none: style,
// script, charts and logo are within, and its own policy forbids everything else. Without script it reads the
// same; with it, tables can be sorted.
#pragma once

#include <string>

#include "reports/document.hpp"

namespace orienta {

/// The bytes of the file, the same for the same document. Follows the reader's light or dark theme and is
/// light on paper. What cannot be used of the brand (no colour, no PNG) is left out.
std::string to_html(const report::Document& document);

}  // namespace orienta
