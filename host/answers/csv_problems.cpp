// SPDX-License-Identifier: MIT
#include "answers/csv_problems.hpp"

namespace orienta {

Message csv_problem(CsvSplitter::Step step) {
  if (step == CsvSplitter::Step::kUnclosedQuote) return msg("answers.quote-not-closed");
  if (step == CsvSplitter::Step::kStrayQuote) return msg("answers.stray-quote");
  return msg("answers.field-too-long", {{"kibibytes", limits::kCsvFieldBytes >> 10}});
}

Message ragged_row(std::size_t fields, std::size_t columns) {
  return msg("answers.ragged-row", {{"n", fields}, {"columns", columns}});
}

Where csv_place(const CsvSplitter& splitter, std::string_view file) {
  return {std::string(file), static_cast<std::uint32_t>(splitter.line()),
          static_cast<std::uint32_t>(splitter.column())};
}

}  // namespace orienta
