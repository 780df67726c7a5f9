// SPDX-License-Identifier: MIT
#include <array>

#include "answers/import.hpp"
#include "answers/table_rows.hpp"
#include "criteria/vocabulary.hpp"

namespace orienta {
namespace {

constexpr std::array<std::string_view, 6> kColumns{"id", "kind", "title", "place", "date", "expires"};
constexpr std::array<std::string_view, 3> kNeeded{"id", "kind", "title"};

std::string kinds() {
  std::string text;
  for (const std::string_view kind : vocabulary::evidence_kinds()) {
    if (!text.empty()) text += ", ";
    text += kind;
  }
  return text;
}

/// Reads the rows of one list of evidence.
class EvidenceRows {
 public:
  explicit EvidenceRows(TableRows& table) : table_(table) {}

  Result<std::vector<Evidence>> read() {
    for (const CsvRecord& row : table_.rows())
      read_row(row);
    if (table_.has_errors()) return failure(table_.take_error());
    return std::move(evidence_);
  }

 private:
  void read_row(const CsvRecord& row) {
    Evidence piece;
    piece.id = table_.text(row, "id");
    piece.title = table_.text(row, "title");
    piece.place = table_.text(row, "place");
    if (!is_plain_id(piece.id))
      table_.error(row, "id", msg("answers.bad-evidence-id", {{"text", piece.id}}));
    else if (const auto line = table_.line_before(row, piece.id))
      table_.error(row, "id", msg("answers.evidence-again", {{"evidence", piece.id}, {"first_line", *line}}));
    const std::string_view kind = table_.text(row, "kind");
    if (const auto known = evidence_kind_of(kind))
      piece.kind = *known;
    else
      table_.error(row, "kind", msg("answers.unknown-evidence-kind", {{"text", kind}, {"known", kinds()}}));
    if (piece.title.empty())
      table_.error(row, "title", msg("answers.evidence-without-title", {{"evidence", piece.id}}));
    piece.date = date(row, "date");
    piece.expires = date(row, "expires");
    if (piece.date && piece.expires && *piece.expires < *piece.date)
      table_.error(row, "expires", msg("answers.evidence-expires-before", {{"evidence", piece.id}}));
    evidence_.push_back(std::move(piece));
  }

  std::optional<Date> date(const CsvRecord& row, std::string_view column) {
    const std::string_view text = table_.text(row, column);
    if (text.empty()) return std::nullopt;
    const auto day = parse_date(text);
    if (!day) table_.error(row, column, msg("answers.bad-date", {{"text", text}}));
    return day;
  }

  TableRows& table_;
  std::vector<Evidence> evidence_;
};

}  // namespace

Result<std::vector<Evidence>> read_evidence(const std::filesystem::path& file, std::string_view encoding) {
  auto table = TableRows::open(file, kColumns, kNeeded, encoding);
  if (!table) return failure(std::move(table.error()));
  return EvidenceRows(*table).read();
}

}  // namespace orienta
