// SPDX-License-Identifier: MIT
// A question that several sets ask is asked once: what a survey of one set says about it serves the others.
#pragma once

#include <map>
#include <optional>

#include "app/assessment.hpp"

namespace orienta {

/// By unit of the organisation: what the survey waves of the assessment's other sets say about questions that
/// this set shares with them (`same_as`), in this set's layout. Where one file was imported for several sets,
/// each question is taken once, so that no respondent counts twice. With `only`, of that unit alone.
Result<std::map<std::uint32_t, TallySheet>> shared_surveys(const Project& project,
                                                           const OpenAssessment& assessment, std::size_t set,
                                                           const std::optional<UnitId>& only = {});

}  // namespace orienta
