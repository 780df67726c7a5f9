// SPDX-License-Identifier: MIT
#include "answers/csv.hpp"
#include "answers/import.hpp"
#include "answers/import_columns.hpp"
#include "answers/import_rows.hpp"

namespace orienta {
namespace {

/// A single answer has no place in a file.
Problems without_place(const Problems& problems) {
  Problems out;
  for (const Problem& problem : problems.kept())
    out.add(problem.message, {}, problem.severity);
  return out;
}

}  // namespace

Result<Imported> read_answer(const std::map<std::string, std::string>& fields, ImportContext context) {
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
  if (!columns) return failure(columns.error().kind, without_place(columns.error().problems));
  auto read = import_answers({header.dialect, header.names, {record}}, *columns, context, "");
  if (!read) return failure(read.error().kind, without_place(read.error().problems));
  if (read->answers.empty()) return failure(ErrorKind::kInput, msg("answers.value-missing"));
  read->remarks = without_place(read->remarks);
  return read;
}

}  // namespace orienta
