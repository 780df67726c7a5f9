// SPDX-License-Identifier: MIT
#include "app/stored_results.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace orienta {
namespace {

using Json = nlohmann::json;

template <class Number>
std::optional<Number> number_in(const Json& row, const char* key) {
  const Json& value = row.at(key);
  return value.is_null() ? std::nullopt : std::optional(value.get<Number>());
}

std::optional<ResultState> state_called(const std::string& name) {
  for (int i = 0; i <= static_cast<int>(ResultState::kFailed); ++i)
    if (name == name_of(static_cast<ResultState>(i))) return static_cast<ResultState>(i);
  return std::nullopt;
}

std::optional<NodeResult> node_of(const CriteriaSet& set, const Json& row) {
  const auto node = set.node(row.at("node").get<std::string>());
  const auto state = state_called(row.at("state").get<std::string>());
  if (!node || !state) return std::nullopt;
  NodeResult result;
  result.node = *node;
  result.basis = row.at("basis").get<std::string>() == name_of(Basis::kRolled) ? Basis::kRolled : Basis::kOwn;
  result.state = *state;
  result.level = number_in<int>(row, "level");
  result.level_possible = number_in<int>(row, "level_possible");
  result.of = number_in<int>(row, "of").value_or(0);
  result.stage = number_in<int>(row, "stage");
  result.index = number_in<double>(row, "index");
  result.index_low = number_in<double>(row, "index_low");
  result.index_high = number_in<double>(row, "index_high");
  result.ci_low = number_in<double>(row, "ci_low");
  result.ci_high = number_in<double>(row, "ci_high");
  result.completeness = number_in<double>(row, "completeness").value_or(0);
  result.share = number_in<double>(row, "share");
  result.of_units = number_in<std::uint32_t>(row, "of_units");
  result.n = number_in<std::uint64_t>(row, "n").value_or(0);
  return result;
}

/// Rows stand by unit, as they were written; what the assessment no longer has is left out.
SetResult result_of(const OpenAssessment& assessment, const CriteriaSet& set, const Json& rows) {
  SetResult result;
  for (const Json& row : rows) {
    const auto unit = assessment.organisation.find(UnitId(row.at("unit").get<std::string>()));
    const auto node = node_of(set, row);
    if (!unit || !node) continue;
    if (result.units.empty() || result.units.back().unit != *unit) result.units.push_back({*unit, {}});
    result.units.back().nodes.push_back(*node);
  }
  std::ranges::sort(result.units, {}, &UnitResult::unit);
  return result;
}

}  // namespace

Result<std::optional<StoredResult>> stored_result(const Project& project, const OpenAssessment& assessment,
                                                  std::size_t index) {
  const auto snapshots = project.snapshots(assessment.record.id);
  if (!snapshots) return failure(snapshots.error());
  const auto record = project.assessment_hash(assessment.record.id);
  if (!record) return failure(record.error());
  const CriteriaSet& set = assessment.sets[index];
  std::optional<StoredResult> found;
  try {
    for (const Snapshot& snapshot : *snapshots) {
      const Json body = Json::parse(snapshot.body);
      const bool is_of_now = body.at("record").get<std::string>() == record->hex();
      if (found && !is_of_now) continue;
      for (const Json& entry : body.at("sets"))
        if (entry.at("set").get<std::string>() == set.id.value)
          found = StoredResult{result_of(assessment, set, entry.at("score")), snapshot.id};
    }
  } catch (const Json::exception&) {
    return failure(ErrorKind::kCorrupt, msg("app.snapshot-damaged"));
  }
  return found;
}

}  // namespace orienta
