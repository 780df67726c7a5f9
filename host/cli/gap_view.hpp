// SPDX-License-Identifier: MIT
// Gaps and what-if for people: titles instead of ids, and what a number means in a sentence.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/gaps.hpp"
#include "base/catalogue.hpp"

namespace orienta::cli {

/// One set: how the unit stands, its first `most` gaps, what is in the way of the next level, and the answers
/// that would settle the present one.
struct GapView {
  std::string head;
  Table table;
  std::vector<std::string> below;
};
GapView gap_view(const OpenAssessment& assessment, const SetGaps& gaps, std::uint32_t unit, std::size_t most,
                 const Catalogue& words);

}  // namespace orienta::cli
