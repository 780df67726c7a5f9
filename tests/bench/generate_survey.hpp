// SPDX-License-Identifier: MIT
// The survey file that is measured: long rows `unit,indicator,respondent,value`, every respondent answering
// each indicator of one unit, values 1 to 5. The same bytes on every machine.
#pragma once

#include <cstdint>
#include <filesystem>

#include "answers/organisation.hpp"
#include "criteria/set.hpp"

namespace orienta::bench {

struct SurveyShape {
  std::uint64_t rows = 10'000'000;
  std::uint32_t units = 1'000;
  std::uint32_t indicators = 60;
};

/// Writes the file. Throws std::system_error.
void generate_survey(const std::filesystem::path& file, const SurveyShape& shape);

/// The units and the set such a file is about.
Organisation survey_organisation(const SurveyShape& shape);
CriteriaSet survey_set(const SurveyShape& shape);

}  // namespace orienta::bench
