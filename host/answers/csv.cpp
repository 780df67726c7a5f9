// SPDX-License-Identifier: MIT
#include "answers/csv.hpp"

#include <algorithm>
#include <map>

#include "answers/csv_problems.hpp"
#include "answers/csv_split.hpp"
#include "base/limits.hpp"

namespace orienta {
namespace {

std::string_view without_spaces(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The candidate that occurs most often in the first line, outside quotes; the comma when none does.
char find_separator(std::string_view text) {
  std::map<char, int> seen;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) break;
    if (!quoted && (c == ',' || c == ';' || c == '\t')) ++seen[c];
  }
  char best = ',';
  for (const auto& [separator, count] : seen)
    if (count > seen[best]) best = separator;
  return best;
}

void check_names(const std::vector<std::string>& names, std::string_view file, std::uint32_t line,
                 Problems& problems) {
  std::map<std::string_view, std::size_t> first;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Where where{std::string(file), line, static_cast<std::uint32_t>(i + 1)};
    const auto [found, is_new] = first.emplace(names[i], i + 1);
    if (names[i].empty())
      problems.add(msg("answers.column-without-name", {{"number", i + 1}}), where);
    else if (!is_new)
      problems.add(msg("answers.column-twice", {{"column", names[i]}, {"first", found->second}}), where);
  }
}

/// Reads the header with `splitter`, which then stands at the first record.
Result<std::vector<std::string>> take_header(CsvSplitter& splitter, std::string_view file) {
  std::vector<std::string_view> fields(limits::kCsvColumns);
  const CsvSplitter::Step step = splitter.next(fields);
  if (step == CsvSplitter::Step::kEnd)
    return failure(ErrorKind::kInput, msg("answers.file-empty"), {std::string(file), 0, 0});
  if (step != CsvSplitter::Step::kRecord)
    return failure(fail(ErrorKind::kInput, csv_problem(step), csv_place(splitter, file)));
  if (splitter.count() > fields.size())
    return failure(
        ErrorKind::kLimit,
        msg("answers.too-many-columns", {{"count", splitter.count()}, {"most", limits::kCsvColumns}}),
        {std::string(file), 1, 0});
  std::vector<std::string> names;
  for (const std::string_view field : std::span(fields).first(splitter.count()))
    names.emplace_back(without_spaces(field));
  Problems problems;
  check_names(names, file, static_cast<std::uint32_t>(splitter.line()), problems);
  if (problems.has_errors()) return failure(ErrorKind::kInput, std::move(problems));
  return names;
}

}  // namespace

std::size_t CsvTable::column(std::string_view name) const {
  const auto found = std::find(header.begin(), header.end(), name);
  return found == header.end() ? npos : static_cast<std::size_t>(found - header.begin());
}

Result<CsvHeader> read_csv_header(std::string_view bytes, std::string_view name, std::string_view encoding) {
  const auto start = detect_text(bytes, encoding, name);
  if (!start) return failure(start.error());
  std::string raw(bytes.substr(start->skip));
  CsvHeader header{{find_separator(raw), start->encoding}, {}, 0, 0};
  // The code pages agree with ASCII, so the bytes of the line can be counted before they are decoded.
  CsvSplitter in_bytes(raw, header.dialect.separator);
  auto names = take_header(in_bytes, name);
  if (!names) return failure(names.error());
  header.bytes = start->skip + static_cast<std::size_t>(in_bytes.position() - raw.data());
  header.lines = static_cast<std::uint32_t>(in_bytes.lines_read());
  for (std::string& column : *names)
    header.names.push_back(to_utf8(column, header.dialect.encoding));
  return header;
}

Result<CsvTable> read_csv(std::string_view bytes, std::string_view name, std::string_view encoding) {
  const auto start = detect_text(bytes, encoding, name);
  if (!start) return failure(start.error());
  std::string text = to_utf8(bytes.substr(start->skip), start->encoding);
  CsvTable table{{find_separator(text), start->encoding}, {}, {}};
  CsvSplitter splitter(text, table.dialect.separator);
  auto header = take_header(splitter, name);
  if (!header) return failure(header.error());
  table.header = std::move(*header);

  Problems problems;
  std::vector<std::string_view> fields(table.header.size());
  CsvSplitter::Step step = splitter.next(fields);
  for (; step == CsvSplitter::Step::kRecord; step = splitter.next(fields)) {
    const auto line = static_cast<std::uint32_t>(splitter.line());
    if (splitter.count() != fields.size())
      problems.add(ragged_row(splitter.count(), fields.size()), {std::string(name), line, 0});
    else
      table.rows.push_back({line, {fields.begin(), fields.end()}});
  }
  if (step != CsvSplitter::Step::kEnd) problems.add(csv_problem(step), csv_place(splitter, name));
  if (!problems.has_errors() && table.rows.empty())
    problems.add(msg("answers.file-without-rows"), {std::string(name), 0, 0});
  if (problems.has_errors()) return failure(ErrorKind::kInput, std::move(problems));
  return table;
}

std::string csv_line(std::span<const std::string> fields, char separator) {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) line += separator;
    const std::string& field = fields[i];
    const bool only_empty = fields.size() == 1 && field.empty();  // would be an empty line
    if (!only_empty && field.find_first_of("\"\r\n,;\t") == std::string::npos) {
      line += field;
      continue;
    }
    line += '"';
    for (const char c : field) {
      if (c == '"') line += '"';
      line += c;
    }
    line += '"';
  }
  return line += '\n';
}

}  // namespace orienta
