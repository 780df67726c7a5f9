// SPDX-License-Identifier: MIT
// Documents as the product makes them. All is invented.
#pragma once

#include <string>

#include "reports/document.hpp"

namespace orienta::report::samples {

/// One of each block, small enough to be read as a golden file.
Document small_document();

/// A few chapters with every chart, as a client sees it. In Russian, which has the longest words.
Document full_document();

/// What a hostile person could type, in every place there is: markup, quotes, control characters, marks that
/// turn the direction, emoji, malformed UTF-8, a word of a megabyte.
Document hostile_document();

/// As much as the report of a network has: 4 sets, 76 units, every answer with its comment.
Document network_document();

/// A picture of 2 by 1 pixels.
std::string small_png();

}  // namespace orienta::report::samples
