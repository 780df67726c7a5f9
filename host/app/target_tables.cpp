// SPDX-License-Identifier: MIT
#include "app/targets.hpp"
#include "app/wording.hpp"

namespace orienta {
namespace {

Column column(const char* key, Message title, int digits = 1) {
  return {key, std::move(title), digits};
}

void add_figures(std::vector<Column>& columns) {
  columns.push_back(column("level", msg("app.column-level"), 0));
  columns.push_back(column("index", msg("app.column-index"), 1));
  columns.push_back(column("value", msg("app.column-value"), 2));
}

std::vector<Column> place_columns() {
  std::vector<Column> columns{column("set", msg("app.column-set")), column("node", msg("app.column-node")),
                              column("unit", msg("app.column-unit")), column("role", msg("app.column-role")),
                              column("kind", msg("app.column-kind"))};
  add_figures(columns);
  return columns;
}

void add_row(const AssessmentTarget& target, std::vector<TableCell>& row) {
  row.insert(row.end(),
             {target.set.value, target.node.value, target.unit.value, target.role,
              target.kind ? TableCell(Coded{std::string(name_of(*target.kind)), words_of(*target.kind)})
                          : TableCell(),
              cell_of(target.target.level), cell_of(target.target.index), cell_of(target.target.value)});
}

Coded words_of_change(TargetChange::Kind kind) {
  switch (kind) {
    case TargetChange::Kind::kAdded:
      return {"added", msg("app.change-added")};
    case TargetChange::Kind::kChanged:
      return {"changed", msg("app.change-changed")};
    case TargetChange::Kind::kUnchanged:
      return {"unchanged", msg("app.change-unchanged")};
    case TargetChange::Kind::kRemoved:
      break;
  }
  return {"removed", msg("app.change-removed")};
}

Coded words_of_from(TargetFrom from) {
  switch (from) {
    case TargetFrom::kSet:
      return {"set", msg("app.target-from-set")};
    case TargetFrom::kRequirement:
      return {"requirement", msg("app.target-from-requirement")};
    case TargetFrom::kAssessment:
      return {"assessment", msg("app.target-from-assessment")};
    case TargetFrom::kKind:
      return {"kind", msg("app.target-from-kind")};
    case TargetFrom::kRole:
      return {"role", msg("app.target-from-role")};
    case TargetFrom::kUnit:
      break;
  }
  return {"unit", msg("app.target-from-unit")};
}

std::vector<TableCell> held_row(const CriteriaSet& set, const HeldTarget& held) {
  const orienta_target_t& target = held.target;
  const auto only = [&](std::uint32_t kind) {
    return target.kind == kind ? TableCell(target.target) : TableCell();
  };
  return {
      set.id.value,
      target.node == ORIENTA_NONE ? set.indicators[target.indicator].id : set.node_id(target.node),
      target.kind == ORIENTA_TARGET_LEVEL ? TableCell(static_cast<std::int64_t>(target.target)) : TableCell(),
      only(ORIENTA_TARGET_INDEX),
      only(ORIENTA_TARGET_VALUE),
      words_of_from(held.from)};
}

}  // namespace

Table target_changes_table(const std::vector<TargetChange>& changes) {
  Table table{"targets", {column("change", msg("app.column-change"))}, {}};
  for (Column& each : place_columns())
    table.columns.push_back(std::move(each));
  for (const TargetChange& change : changes) {
    std::vector<TableCell> row{words_of_change(change.kind)};
    add_row(change.target, row);
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table targets_table(const OpenAssessment& assessment) {
  Table table{"targets", place_columns(), {}};
  for (const AssessmentTarget& target : assessment.record.targets)
    add_row(target, table.rows.emplace_back());
  return table;
}

Result<Table> unit_targets_table(const OpenAssessment& assessment, const std::string& unit) {
  const auto index = assessment.unit_index(unit);
  if (!index) return failure(index.error());
  Table table{"targets", {column("set", msg("app.column-set")), column("node", msg("app.column-node"))}, {}};
  add_figures(table.columns);
  table.columns.push_back(column("from", msg("app.column-target-from")));
  for (const CriteriaSet& set : assessment.sets)
    for (const HeldTarget& held :
         held_targets(set, assessment.organisation.units()[*index], assessment.record.targets))
      table.rows.push_back(held_row(set, held));
  return table;
}

}  // namespace orienta
