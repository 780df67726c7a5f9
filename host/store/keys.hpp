// SPDX-License-Identifier: MIT
// The names of cells: parts joined by the unit separator (0x1F), the kind of record first, so that a range of
// keys is what belongs together and ascending keys are ascending ids. Inside the module only.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "answers/records.hpp"
#include "base/result.hpp"

namespace orienta::store::keys {

inline constexpr char kSeparator = '\x1f';
inline constexpr std::size_t kMostBytes = 1024;  ///< of one part

/// Joined parts. kInput when one is too long, not UTF-8, or has control characters.
Result<std::string> join(std::initializer_list<std::string_view> parts);
/// The key split again; valid as long as the key.
std::vector<std::string_view> split(std::string_view key);

/// The range [first, last) of the keys that begin with these parts.
struct Range {
  std::string first;
  std::string last;
};
Range below(std::initializer_list<std::string_view> parts);

// The kinds. Each is followed by what the function below joins.
inline constexpr std::string_view kInfo = "info";
inline constexpr std::string_view kAssessment = "assessment";  ///< assessment
inline constexpr std::string_view kUnits = "units";            ///< assessment
inline constexpr std::string_view kTargets = "targets";        ///< assessment
inline constexpr std::string_view kSet = "set";                ///< hash
inline constexpr std::string_view kAnswer =
    "answer";  ///< assessment, unit, set, indicator, source, assessor, occasion
inline constexpr std::string_view kMeasure =
    "measure";  ///< assessment, unit, set, indicator, from, to, (segment, value)…
inline constexpr std::string_view kWave = "wave";            ///< assessment, wave
inline constexpr std::string_view kWaveSheet = "wavesheet";  ///< assessment, set, unit, wave
inline constexpr std::string_view kEvidence = "evidence";    ///< evidence
inline constexpr std::string_view kFinding = "finding";      ///< assessment, finding
inline constexpr std::string_view kSnapshot = "snapshot";    ///< assessment, snapshot

Result<std::string> of(const AssessmentId& assessment, const AnswerKey& answer);
Result<std::string> of(const AssessmentId& assessment, const MeasureFigure& figure);

/// The other way; the parts are those of the key. BadRecord when they do not fit.
AnswerKey answer_key(const std::vector<std::string_view>& parts);

/// The assessment that a cell belongs to, or "".
std::string_view assessment_of(std::string_view key);

/// For people: the parts with " / " between.
std::string shown(std::string_view key);

}  // namespace orienta::store::keys
