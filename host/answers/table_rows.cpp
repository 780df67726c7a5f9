// SPDX-License-Identifier: MIT
#include "answers/table_rows.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "base/nearest.hpp"
#include "base/os.hpp"

namespace orienta {
namespace {

std::string with_commas(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ", ";
    text += word;
  }
  return text;
}

}  // namespace

Result<TableRows> TableRows::open(const std::filesystem::path& file, std::span<const std::string_view> known,
                                  std::span<const std::string_view> needed, std::string_view encoding) {
  const std::string name = file.string();
  const auto bytes = os::read_file(file, limits::kAnswersFileBytes);
  if (!bytes) return failure(bytes.error());
  auto table = read_csv(*bytes, name, encoding);
  if (!table) return failure(std::move(table.error()));
  TableRows rows(std::move(*table), name);
  rows.check_header(known, needed);
  return rows;
}

void TableRows::check_header(std::span<const std::string_view> known,
                             std::span<const std::string_view> needed) {
  for (std::size_t i = 0; i < table_.header.size(); ++i) {
    const std::string& column = table_.header[i];
    if (std::ranges::find(known, column) != known.end()) continue;
    const Where where{name_, 1, static_cast<std::uint32_t>(i + 1)};
    if (const auto near = nearest(column, known))
      problems_.add(msg("answers.column-near", {{"column", column}, {"nearest", *near}}), where);
    else
      problems_.add(msg("answers.column-unknown", {{"column", column}, {"known", with_commas(known)}}),
                    where);
  }
  for (const std::string_view column : needed)
    if (table_.column(column) == CsvTable::npos)
      problems_.add(msg("answers.column-needed", {{"column", column}}), {name_, 1, 0});
  is_header_good_ = !problems_.has_errors();
}

std::span<const CsvRecord> TableRows::rows() const {
  return is_header_good_ ? std::span<const CsvRecord>(table_.rows) : std::span<const CsvRecord>();
}

std::string_view TableRows::text(const CsvRecord& row, std::string_view column) const {
  const std::size_t at = table_.column(column);
  return at == CsvTable::npos ? std::string_view{} : std::string_view(row.fields[at]);
}

void TableRows::error(const CsvRecord& row, std::string_view column, Message message) {
  problems_.add(std::move(message), {name_, row.line, static_cast<std::uint32_t>(table_.column(column) + 1)});
}

std::optional<std::uint32_t> TableRows::line_before(const CsvRecord& row, std::string_view id) {
  const auto [first, is_new] = lines_.emplace(std::string(id), row.line);
  return is_new ? std::nullopt : std::optional(first->second);
}

Error TableRows::take_error() {
  problems_.sort_by_place();
  return Error{ErrorKind::kInput, std::move(problems_)};
}

}  // namespace orienta
