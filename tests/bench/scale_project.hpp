// SPDX-License-Identifier: MIT
// A project of the largest organisation that is aimed at: 10,000 units with 300 indicators, under 100
// branches.
#pragma once

#include <cstdint>
#include <filesystem>

namespace orienta::bench {

enum class ScaleKind : std::uint8_t {
  kAnswers,   ///< one answer of the unit itself per indicator
  kSurvey,    ///< a survey of its clients: pooled upwards, and withheld where few answered
  kFourSets,  ///< answers as above, to a set of each plugin
};

/// Makes the file unless there is one that opens. Nine of ten units answer everything, the tenth misses every
/// 50th indicator and has few clients: as a rule fewer than five answers to each. The tallies are stored
/// without the answers they would come from: scoring never reads those.
void make_scale_project(const std::filesystem::path& file, ScaleKind kind);

}  // namespace orienta::bench
