// SPDX-License-Identifier: MIT
#include "app/targets.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "answers/table_rows.hpp"
#include "app/wording.hpp"

namespace orienta {
namespace {

constexpr std::array<std::string_view, 8> kColumns{"node", "set",   "unit",  "role",
                                                   "kind", "level", "index", "value"};
constexpr std::array<std::string_view, 1> kNeeded{"node"};

/// What tells targets apart: the rest is the figure.
auto key_of(const AssessmentTarget& target) {
  return std::tuple(target.set, target.node, target.unit, target.role, target.kind);
}

/// Problems of a single order have no place.
TargetProblem into(Problems& problems) {
  return [&problems](std::string_view, Message message) { problems.add(std::move(message)); };
}

Result<std::vector<AssessmentTarget>> read_targets(const OpenAssessment& assessment,
                                                   const std::filesystem::path& file,
                                                   const std::string& encoding) {
  auto table = TableRows::open(file, kColumns, kNeeded, encoding);
  if (!table) return failure(std::move(table.error()));
  std::vector<AssessmentTarget> read;
  std::map<decltype(key_of(AssessmentTarget{})), std::uint32_t> lines;
  for (const CsvRecord& row : table->rows()) {
    const auto text = [&](std::string_view column) { return std::string(table->text(row, column)); };
    const TargetOrder order{text("node"), text("set"),   text("unit"),  text("role"),
                            text("kind"), text("level"), text("index"), text("value")};
    auto target = checked_target(assessment, order, [&](std::string_view column, Message message) {
      table->error(row, column, std::move(message));
    });
    if (!target) continue;
    const auto [first, is_new] = lines.emplace(key_of(*target), row.line);
    if (!is_new)
      table->error(row, "node",
                   msg("app.target-again", {{"node", order.node}, {"first_line", first->second}}));
    read.push_back(std::move(*target));
  }
  if (table->has_errors()) return failure(table->take_error());
  return read;
}

/// Puts the targets into the record; says what became of each.
std::vector<TargetChange> merge(Assessment& record, std::vector<AssessmentTarget> wanted) {
  std::map<decltype(key_of(AssessmentTarget{})), std::size_t> there;
  for (std::size_t i = 0; i < record.targets.size(); ++i)
    there.emplace(key_of(record.targets[i]), i);
  std::vector<TargetChange> changes;
  for (AssessmentTarget& target : wanted) {
    const auto before = there.find(key_of(target));
    const auto kind = before == there.end()                      ? TargetChange::Kind::kAdded
                      : record.targets[before->second] == target ? TargetChange::Kind::kUnchanged
                                                                 : TargetChange::Kind::kChanged;
    changes.push_back({kind, target});
    if (before == there.end())
      record.targets.push_back(std::move(target));
    else
      record.targets[before->second] = std::move(target);
  }
  return changes;
}

Status store(Project& project, const Assessment& record, std::size_t n) {
  auto change = project.begin(msg("store.action-targets", {{"n", n}}));
  if (!change) return failure(std::move(change.error()));
  if (Status put = change->put_assessment(record); !put) return put;
  const auto done = change->commit();
  return done ? Status() : failure(done.error());
}

Result<std::vector<TargetChange>> merge_and_store(Project& project, const OpenAssessment& assessment,
                                                  std::vector<AssessmentTarget> wanted, bool dry_run) {
  Assessment changed = assessment.record;
  std::vector<TargetChange> changes = merge(changed, std::move(wanted));
  if (dry_run) return changes;
  const auto n = std::ranges::count_if(
      changes, [](const TargetChange& each) { return each.kind != TargetChange::Kind::kUnchanged; });
  if (Status stored = store(project, changed, static_cast<std::size_t>(n)); !stored)
    return failure(std::move(stored.error()));
  return changes;
}

}  // namespace

Result<std::vector<TargetChange>> set_target(Project& project, const OpenAssessment& assessment,
                                             const TargetOrder& order) {
  if (Status open = must_be_open(assessment.record); !open) return failure(std::move(open.error()));
  Problems problems;
  const auto target = checked_target(assessment, order, into(problems));
  if (!target) return failure(ErrorKind::kInput, std::move(problems));
  return merge_and_store(project, assessment, {*target}, false);
}

Result<std::vector<TargetChange>> import_targets(Project& project, const OpenAssessment& assessment,
                                                 const std::filesystem::path& file,
                                                 const std::string& encoding, bool dry_run) {
  if (Status open = must_be_open(assessment.record); !open) return failure(std::move(open.error()));
  auto read = read_targets(assessment, file, encoding);
  if (!read) return failure(std::move(read.error()));
  return merge_and_store(project, assessment, std::move(*read), dry_run);
}

Result<std::vector<TargetChange>> remove_target(Project& project, const OpenAssessment& assessment,
                                                const TargetOrder& order) {
  if (Status open = must_be_open(assessment.record); !open) return failure(std::move(open.error()));
  Problems problems;
  const auto target = target_place(assessment, order, into(problems));
  if (!target) return failure(ErrorKind::kInput, std::move(problems));
  Assessment changed = assessment.record;
  const auto found = std::ranges::find(changed.targets, key_of(*target), key_of);
  if (found == changed.targets.end())
    return failure(ErrorKind::kNotFound, msg("app.target-not-there", {{"node", order.node}}));
  const std::vector<TargetChange> changes{{TargetChange::Kind::kRemoved, *found}};
  changed.targets.erase(found);
  if (Status stored = store(project, changed, 1); !stored) return failure(std::move(stored.error()));
  return changes;
}

}  // namespace orienta
