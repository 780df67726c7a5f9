// SPDX-License-Identifier: MIT
#include "app/evidence.hpp"

#include <algorithm>
#include <map>

#include "answers/import.hpp"
#include "app/wording.hpp"
#include "base/limits.hpp"
#include "base/os.hpp"

namespace orienta {
namespace {

/// The hash of the file that the evidence lies in, where there is one.
std::optional<Hash> hash_at(const Project& project, const std::string& place) {
  if (place.empty()) return std::nullopt;
  std::filesystem::path file = place;
  if (file.is_relative()) file = project.file().parent_path() / file;
  std::error_code code;
  if (!std::filesystem::is_regular_file(file, code)) return std::nullopt;
  const auto bytes = os::read_file(file, limits::kAnswersFileBytes);
  return bytes ? std::optional(hash_of(*bytes)) : std::nullopt;
}

TableCell day(const std::optional<Date>& date) {
  return date ? TableCell(date->to_string()) : TableCell();
}

}  // namespace

Result<EvidenceReport> import_evidence(Project& project, const std::filesystem::path& file,
                                       const std::string& encoding, bool dry_run) {
  auto read = read_evidence(file, encoding);
  if (!read) return failure(std::move(read.error()));
  const auto there = project.evidence();
  if (!there) return failure(there.error());
  auto change =
      project.begin(msg("store.action-evidence", {{"n", read->size()}, {"file", file.filename().string()}}));
  if (!change) return failure(std::move(change.error()));
  EvidenceReport report;
  for (Evidence& piece : *read) {
    const auto before = std::ranges::find(*there, piece.id, &Evidence::id);
    piece.hash = hash_at(project, piece.place);
    if (before != there->end() && before->place == piece.place && !piece.hash) piece.hash = before->hash;
    ++(before == there->end() ? report.fresh : *before == piece ? report.unchanged : report.changed);
    if (Status put = change->put_evidence(piece); !put) return failure(std::move(put.error()));
  }
  if (dry_run) return report;
  const auto done = change->commit();
  if (!done) return failure(done.error());
  // Answers of any assessment may name what has changed.
  if (Status fresh = refresh_stale_sheets(project); !fresh) return failure(std::move(fresh.error()));
  return report;
}

Result<Table> evidence_table(const Project& project, const OpenAssessment& assessment) {
  const auto answers = project.answers(assessment.record.id);
  if (!answers) return failure(answers.error());
  std::map<std::string, std::int64_t> uses;
  for (const Answer& answer : *answers)
    for (const std::string& id : answer.evidence)
      ++uses[id];
  Table table{"evidence",
              {{"id", msg("app.column-evidence")},
               {"kind", msg("app.column-kind")},
               {"title", msg("app.column-title")},
               {"place", msg("app.column-place")},
               {"date", msg("app.column-date")},
               {"expires", msg("app.column-expires")},
               {"answers", msg("app.column-answers"), 0},
               {"state", msg("app.column-state")},
               {"hash", msg("app.column-hash"), 0, false}},
              {}};
  for (const Evidence& piece : assessment.evidence) {
    const bool expired = piece.expires && *piece.expires < assessment.record.as_of;
    table.rows.push_back(
        {piece.id, Coded{std::string(name_of(piece.kind)), words_of(piece.kind)}, piece.title, piece.place,
         day(piece.date), day(piece.expires), uses[piece.id],
         expired ? Coded{"expired", msg("app.evidence-expired")} : Coded{"valid", msg("app.evidence-valid")},
         piece.hash ? TableCell(piece.hash->hex()) : TableCell()});
  }
  return table;
}

}  // namespace orienta
