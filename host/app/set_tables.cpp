// SPDX-License-Identifier: MIT
// Differences of sets, and what becomes of answers, as tables.
#include "app/set_update.hpp"
#include "app/wording.hpp"

namespace orienta {
namespace {

Message words_of(SetChangeKind kind) {
  switch (kind) {
    case SetChangeKind::kAdded:
      return msg("app.change-added");
    case SetChangeKind::kRemoved:
      return msg("app.change-removed");
    case SetChangeKind::kRenamed:
      return msg("app.diff-renamed");
    case SetChangeKind::kSplit:
      return msg("app.diff-split");
    case SetChangeKind::kMerged:
      return msg("app.diff-merged");
    case SetChangeKind::kMoved:
      return msg("app.diff-moved");
    case SetChangeKind::kRescaled:
      return msg("app.diff-rescaled");
    case SetChangeKind::kReworded:
      return msg("app.diff-reworded");
    case SetChangeKind::kWeight:
      return msg("app.diff-weight");
    case SetChangeKind::kTarget:
      return msg("app.diff-target");
    case SetChangeKind::kLevel:
      return msg("app.diff-level");
    case SetChangeKind::kRules:
      break;
  }
  return msg("app.diff-rules");
}

Message words_of(SetPart part) {
  switch (part) {
    case SetPart::kSet:
      return msg("app.part-set");
    case SetPart::kLevel:
      return msg("app.part-level");
    case SetPart::kDimension:
      return msg("app.part-dimension");
    case SetPart::kCriterion:
      return msg("app.part-criterion");
    case SetPart::kIndicator:
      return msg("app.part-indicator");
    case SetPart::kScale:
      return msg("app.part-scale");
    case SetPart::kSegment:
      return msg("app.part-segment");
    case SetPart::kRole:
      return msg("app.part-role");
    case SetPart::kImprovement:
      return msg("app.part-improvement");
    case SetPart::kParam:
      break;
  }
  return msg("app.part-param");
}

/// Nothing for what stays.
TableCell reason_cell(const std::string& reason) {
  if (reason == name_of(FateReason::kRemoved)) return Coded{reason, msg("app.reason-removed")};
  if (reason == name_of(FateReason::kSplit)) return Coded{reason, msg("app.reason-split")};
  if (reason == name_of(FateReason::kMerged)) return Coded{reason, msg("app.reason-merged")};
  if (reason == name_of(FateReason::kRescaled)) return Coded{reason, msg("app.reason-rescaled")};
  if (reason == name_of(FateReason::kSource)) return Coded{reason, msg("app.reason-source")};
  if (reason == "asked-elsewhere") return Coded{reason, msg("app.reason-asked-elsewhere")};
  if (reason == "stays-elsewhere") return Coded{reason, msg("app.reason-stays-elsewhere")};
  return {};
}

TableCell cell_of(const SetValue& value) {
  return std::visit([](const auto& held) { return TableCell(held); }, value);
}

TableCell fate_cell(const AnswersFate& fate) {
  if (!fate.stays()) return Coded{"archived", msg("app.fate-archived")};
  if (fate.now != fate.indicator) return Coded{"renamed", msg("app.fate-renamed")};
  return Coded{"stays", msg("app.fate-stays")};
}

TableCell count_cell(std::uint64_t number) {
  return static_cast<std::int64_t>(number);
}

}  // namespace

Table differences_table(const SetDiff& diff) {
  Table table{"differences",
              {{"change", msg("app.column-change")},
               {"part", msg("app.column-part")},
               {"id", msg("app.column-id")},
               {"field", msg("app.column-field")},
               {"before", msg("app.column-before"), 2},
               {"after", msg("app.column-after"), 2}},
              {}};
  for (const SetDifference& each : diff.differences)
    table.rows.push_back({Coded{std::string(name_of(each.kind)), words_of(each.kind)},
                          Coded{std::string(name_of(each.part)), words_of(each.part)}, each.id, each.field,
                          cell_of(each.before), cell_of(each.after)});
  return table;
}

Table fates_table(const SetTransition& transition) {
  Table table{"answers",
              {{"indicator", msg("app.column-indicator")},
               {"now", msg("app.column-now")},
               {"fate", msg("app.column-fate")},
               {"reason", msg("app.column-reason")},
               {"answers", msg("app.column-answers"), 0},
               {"figures", msg("app.column-figures"), 0},
               {"surveys", msg("app.column-surveys"), 0},
               {"anonymous", msg("app.column-anonymous")}},
              {}};
  for (const AnswersFate& fate : transition.answers)
    table.rows.push_back({fate.indicator, fate.now, fate_cell(fate), reason_cell(fate.reason),
                          count_cell(fate.answers), count_cell(fate.figures), count_cell(fate.surveys),
                          fate.anonymous ? Coded{"yes", msg("app.yes")} : Coded{"no", msg("app.no")}});
  return table;
}

Table archive_table(const std::vector<ArchivedAnswers>& archive) {
  Table table{"archive",
              {{"set", msg("app.column-set")},
               {"version", msg("app.column-version")},
               {"indicator", msg("app.column-indicator")},
               {"reason", msg("app.column-reason")},
               {"answers", msg("app.column-answers"), 0},
               {"figures", msg("app.column-figures"), 0}},
              {}};
  for (const ArchivedAnswers& each : archive)
    table.rows.push_back({each.set.value, each.version, each.indicator, reason_cell(each.reason),
                          count_cell(each.answers), count_cell(each.figures)});
  return table;
}

}  // namespace orienta
