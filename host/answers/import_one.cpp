// SPDX-License-Identifier: MIT
#include "answers/csv.hpp"
#include "answers/import.hpp"
#include "answers/import_columns.hpp"
#include "answers/import_rows.hpp"

namespace orienta {
namespace {

/// A single answer has no place in a file.
Error without_place(const Error& error) {
  Problems problems;
  for (const Problem& problem : error.problems.kept())
    problems.add(problem.message, {}, problem.severity);
  return {error.kind, std::move(problems)};
}

}  // namespace

Result<Answer> read_answer(const std::map<std::string, std::string>& fields, ImportContext context) {
  CsvHeader header;
  header.dialect.separator = ';';  // whoever types 4,4 means a decimal
  CsvRecord record;
  record.line = 1;
  for (const auto& [name, text] : fields) {
    header.names.push_back(name);
    record.fields.push_back(text);
  }
  context.shape = Shape::kAnswers;
  context.skip_rejected = false;
  const auto columns = bind_columns(header, context, "");
  if (!columns) return failure(without_place(columns.error()));
  auto read = import_answers({header.dialect, header.names, {record}}, *columns, context, "");
  if (!read) return failure(without_place(read.error()));
  if (read->answers.empty()) return failure(ErrorKind::kInput, msg("answers.value-missing"));
  return std::move(read->answers.front());
}

}  // namespace orienta
