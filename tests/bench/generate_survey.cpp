// SPDX-License-Identifier: MIT
#include "generate_survey.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

namespace orienta::bench {
namespace {

/// SplitMix64 (Steele, Lea & Flood 2014): the n-th draw without a state.
std::uint64_t draw(std::uint64_t n) {
  std::uint64_t z = n * 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

std::string unit_id(std::uint64_t number) {
  return fmt::format("u{:04}", number + 1);
}
std::string indicator_id(std::uint64_t number) {
  return fmt::format("q{:02}", number + 1);
}

}  // namespace

void generate_survey(const std::filesystem::path& file, const SurveyShape& shape) {
  std::ofstream out(file, std::ios::binary);
  if (!out) throw std::system_error(errno, std::generic_category(), file.string());
  fmt::memory_buffer text;
  fmt::format_to(std::back_inserter(text), "unit,indicator,respondent,value\n");
  for (std::uint64_t row = 0; row < shape.rows; ++row) {
    const std::uint64_t respondent = row / shape.indicators;
    fmt::format_to(std::back_inserter(text), "u{:04},q{:02},r{:07},{}\n", draw(respondent) % shape.units + 1,
                   row % shape.indicators + 1, respondent + 1, draw(row + 0x100000000u) % 5 + 1);
    if (text.size() < 1u << 20) continue;
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    text.clear();
  }
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  out.close();
  if (!out) throw std::system_error(errno, std::generic_category(), file.string());
}

Organisation survey_organisation(const SurveyShape& shape) {
  std::vector<Unit> units;
  for (std::uint32_t i = 0; i < shape.units; ++i) {
    Unit unit;
    unit.id = UnitId(unit_id(i));
    unit.kind = UnitKind::kBranch;
    units.push_back(unit);
  }
  return Organisation::build(std::move(units)).value();
}

CriteriaSet survey_set(const SurveyShape& shape) {
  CriteriaSet set;
  set.id = SetId("measured");
  Scale scale;
  scale.id = "grade5";
  for (int value = 1; value <= 5; ++value)
    scale.points.push_back({std::to_string(value), static_cast<double>(value), {}});
  set.scales.push_back(scale);
  set.dimensions.emplace_back().id = "all";
  set.criteria.emplace_back().id = "all-of-it";
  for (std::uint32_t i = 0; i < shape.indicators; ++i) {
    Indicator indicator;
    indicator.id = indicator_id(i);
    indicator.answered_by.add(Source::kClient);
    set.indicators.push_back(indicator);
  }
  set.build_index();
  return set;
}

}  // namespace orienta::bench
