// SPDX-License-Identifier: MIT
// How large things may be before the program says no instead of struggling. One place, so that they can be
// documented.
#pragma once

#include <cstddef>
#include <cstdint>

namespace orienta::limits {

inline constexpr std::size_t kCriteriaFileBytes = 16u << 20;
inline constexpr std::size_t kYamlDepth = 32;
inline constexpr std::size_t kYamlNodes = 1'000'000;
inline constexpr std::size_t kYamlScalarBytes = 64u << 10;
inline constexpr std::size_t kAnswersFileBytes = 512u
                                                 << 20;  ///< answers and measures, which are kept row by row
inline constexpr std::uint64_t kSurveyFileBytes = 64ull << 30;  ///< surveys are streamed
inline constexpr std::size_t kWorkbookFileBytes = 64u << 20;
inline constexpr std::size_t kWorkbookBytes = 256u
                                              << 20;  ///< of a workbook's parts unpacked, and of its text
inline constexpr std::size_t kWorkbookCells = 4'000'000;
inline constexpr std::size_t kWorkbookParts = 10'000;
inline constexpr std::size_t kCsvFieldBytes = 64u << 10;
inline constexpr std::size_t kCsvColumns = 4096;
inline constexpr std::size_t kUnits = 100'000;
inline constexpr std::size_t kIndicators = 10'000;
inline constexpr std::size_t kUnitDepth = 16;
inline constexpr std::size_t kScalePoints = 101;
inline constexpr std::size_t kCommentBytes = 16u << 10;
inline constexpr std::size_t kCatalogueBytes = 8u << 20;
inline constexpr std::size_t kPluginPackageBytes = 256u << 20;

}  // namespace orienta::limits
