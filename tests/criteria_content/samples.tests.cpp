// SPDX-License-Identifier: MIT
// The samples give the figures that were published for them.
#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <optional>

#include "answers/tallying.hpp"
#include "criteria_content/content.hpp"
#include "scoring/reading.hpp"
#include "support/temp_folder.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

/// Sheets by unit id; what clients say is pooled into the parents.
using Sheets = std::map<std::string, TallySheet>;

TallySheet& sheet_of(Sheets& sheets, const std::string& unit, const CriteriaSet& set) {
  return sheets.try_emplace(unit, layout_of(set)).first->second;
}

Sheets survey_sheets(const CriteriaSet& set, const Organisation& organisation, const Imported& imported) {
  Sheets sheets;
  for (const auto& [unit, sheet] : imported.survey.sheets)
    for (std::optional<std::uint32_t> at = unit; at; at = organisation.parent(*at))
      REQUIRE(sheet_of(sheets, organisation.units()[*at].id.value, set).merge(sheet).has_value());
  return sheets;
}

Sheets measure_sheets(const CriteriaSet& set, const Imported& imported) {
  std::map<std::string, std::vector<MeasureFigure>> by_unit;
  for (const MeasureFigure& figure : imported.measures)
    by_unit[figure.unit.value].push_back(figure);
  Sheets sheets;
  for (const auto& [unit, figures] : by_unit)
    REQUIRE(tally_measures(set, figures, figures.front().period, sheet_of(sheets, unit, set)).has_value());
  return sheets;
}

/// Equal to all the digits that were published.
bool agrees(std::optional<double> value, const std::string& published) {
  if (published.empty()) return true;
  const std::size_t point = published.find('.');
  const int digits = point == std::string::npos ? 0 : static_cast<int>(published.size() - point - 1);
  return value && fmt::format("{:.{}f}", *value, digits) == published;
}

void check_expected(const CriteriaSet& set, const Sheets& sheets) {
  const auto rows = csv_rows(criteria_folder() / set.id.value / "samples" / "expected.csv");
  REQUIRE_FALSE(rows.empty());
  for (const auto& row : rows) {
    INFO(fmt::format("{}", fmt::join(row, ",")));
    REQUIRE(row.size() == 10);
    REQUIRE(row[1] == set.id.value);
    const auto indicator = set.indicator(row[2]);
    REQUIRE(indicator.has_value());
    const Cell* const cell = sheets.at(row[0]).find({*indicator, 0, *source_of(row[3])});
    REQUIRE(cell != nullptr);
    if (!row[9].empty()) CHECK(cell->values() == std::stoull(row[9]));
    bool found = false;
    for (const NamedStatistic& one :
         statistics_of(set.scales[set.indicators[*indicator].scale], *cell, std::nullopt)) {
      if (one.name != row[5]) continue;
      found = true;
      CHECK(agrees(one.value, row[6]));
      CHECK(agrees(one.low, row[7]));
      CHECK(agrees(one.high, row[8]));
    }
    CHECK(found);
  }
}

}  // namespace

TEST_CASE("the residents of Copenhagen are as satisfied as published", "[content]") {
  const CriteriaSet set = set_named("client-satisfaction");
  const Organisation organisation = sample_units("client-satisfaction");
  const Imported imported = sample_import(set, organisation, "housing.csv", "housing.map.yaml");
  CHECK(imported.remarks.empty());
  CHECK(imported.survey.wave.responses == 1681);
  const Sheets sheets = survey_sheets(set, organisation, imported);
  check_expected(set, sheets);

  const std::map<std::string, std::uint64_t> published = {
      {"tower", 400}, {"apartment", 765}, {"atrium", 239}, {"terrace", 277}};
  for (const auto& [unit, n] : published) {
    const CellKey key{*set.indicator("overall-satisfaction"), 0, Source::kClient};
    CHECK(sheets.at(unit).find(key)->values() == n);
  }
}

TEST_CASE("the departments answered as published", "[content]") {
  const CriteriaSet set = set_named("department-climate");
  const Organisation organisation = sample_units("department-climate");
  const Imported imported = sample_import(set, organisation, "attitude.csv", "attitude.map.yaml");
  CHECK(imported.remarks.empty());
  CHECK(imported.measures.size() == 210);
  check_expected(set, measure_sheets(set, imported));
}

TEST_CASE("the invented audit can be imported as it is", "[content]") {
  const CriteriaSet set = set_named("client-satisfaction");
  const Organisation organisation = sample_units("client-satisfaction");
  const Imported imported = sample_import(set, organisation, "invented-self-audit.csv");
  CHECK(text_of(imported.remarks).empty());
  CHECK(imported.answers.size() == 89);
  std::size_t left_out = 0;
  std::size_t unknown = 0;
  for (const Answer& answer : imported.answers) {
    left_out += answer.state == AnswerState::kNotApplicable && !answer.reason.empty() ? 1u : 0u;
    unknown += answer.state == AnswerState::kDontKnow ? 1u : 0u;
  }
  CHECK(left_out == 1);
  CHECK(unknown == 1);
}
