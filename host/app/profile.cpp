// SPDX-License-Identifier: MIT
#include "app/profile.hpp"

#include <algorithm>
#include <map>

#include "app/wording.hpp"

namespace orienta {
namespace {

// Columns of readings_table().
enum : std::size_t { kUnit, kSet, kIndicator, kSource, kSegment, kStatistic, kValue, kLow, kHigh, kN };

std::string text_of(const TableCell& cell) {
  const std::string* const text = std::get_if<std::string>(&cell);
  return text != nullptr ? *text : std::string();
}

/// The sets that ask it; kNotFound when none does.
Status find_indicator(const OpenAssessment& assessment, const ProfileOrder& order) {
  std::vector<std::string> known;
  std::vector<std::string> segments;
  bool found = false;
  for (const CriteriaSet& set : assessment.sets) {
    if (!order.selection.set.empty() && set.id.value != order.selection.set) continue;
    found = found || set.indicator(order.indicator).has_value();
    for (const Indicator& indicator : set.indicators)
      known.push_back(indicator.id);
    for (const Segment& segment : set.segments)
      segments.push_back(segment.id);
  }
  if (!found)
    return failure(ErrorKind::kNotFound, unknown_id(msg("app.word-indicator"), order.indicator, known));
  if (!order.segment.empty() && std::ranges::find(segments, order.segment) == segments.end())
    return failure(ErrorKind::kNotFound, unknown_id(msg("app.word-segment"), order.segment, segments));
  return {};
}

using Row = std::vector<TableCell>;

/// Rows of one unit, set and segment, first statistic only, of the source with the most values.
std::vector<Row> of_one_source(const std::vector<Row>& rows) {
  std::map<std::string, std::vector<Row>> by_source;
  for (const Row& row : rows) {
    std::vector<Row>& taken = by_source[std::get<Coded>(row[kSource]).code];
    const bool is_further_statistic =
        std::ranges::any_of(taken, [&](const Row& other) { return other[kSegment] == row[kSegment]; });
    if (!is_further_statistic) taken.push_back(row);
  }
  const auto most =
      std::ranges::max_element(by_source, {}, [](const auto& entry) { return entry.second.size(); });
  return most == by_source.end() ? std::vector<Row>() : most->second;
}

void add_profile(const std::vector<Row>& rows, const Segment& segment, Table& table) {
  double total = 0;
  bool is_sum = true;
  for (const Row& row : rows) {
    is_sum = is_sum && text_of(row[kStatistic]) == "sum";
    if (const double* const value = std::get_if<double>(&row[kValue])) total += *value;
  }
  for (const std::string& value : segment.values) {
    const auto row = std::ranges::find_if(
        rows, [&](const Row& each) { return text_of(each[kSegment]) == segment.id + "=" + value; });
    if (row == rows.end()) continue;
    const double* const figure = std::get_if<double>(&(*row)[kValue]);
    table.rows.push_back({(*row)[kUnit], (*row)[kSet], (*row)[kIndicator], segment.id, value,
                          (*row)[kStatistic], (*row)[kValue],
                          is_sum && total > 0 && figure != nullptr ? TableCell(*figure / total) : TableCell(),
                          (*row)[kLow], (*row)[kHigh], (*row)[kN]});
  }
}

}  // namespace

Result<Table> profile_table(const Project& project, const OpenAssessment& assessment,
                            const ProfileOrder& order) {
  if (Status found = find_indicator(assessment, order); !found) return failure(std::move(found.error()));
  const auto readings = readings_table(project, assessment, order.selection);
  if (!readings) return failure(readings.error());
  Table table{"profile",
              {{"unit", msg("app.column-unit")},
               {"set", msg("app.column-set"), 0, false},
               {"indicator", msg("app.column-indicator"), 0, false},
               {"segment", msg("app.column-segment")},
               {"value", msg("app.column-segment-value")},
               {"statistic", msg("app.column-statistic")},
               {"figure", msg("app.column-value"), 1},
               {"share", msg("app.column-share-of-all"), 3},
               {"low", msg("app.column-low"), 1},
               {"high", msg("app.column-high"), 1},
               {"n", msg("app.column-n"), 0}},
              {}};
  for (const CriteriaSet& set : assessment.sets) {
    for (const Unit& unit : assessment.organisation.units()) {
      for (const Segment& segment : set.segments) {
        if (!order.segment.empty() && segment.id != order.segment) continue;
        std::vector<Row> rows;
        for (const Row& row : readings->rows)
          if (text_of(row[kUnit]) == unit.id.value && text_of(row[kSet]) == set.id.value &&
              text_of(row[kIndicator]) == order.indicator &&
              text_of(row[kSegment]).starts_with(segment.id + "="))
            rows.push_back(row);
        add_profile(of_one_source(rows), segment, table);
      }
    }
  }
  if (table.rows.empty())
    return failure(ErrorKind::kNotFound, msg("app.no-profile", {{"indicator", order.indicator}}));
  return table;
}

}  // namespace orienta
