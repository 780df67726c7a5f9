// SPDX-License-Identifier: MIT
#include "answers/import_rows.hpp"

#include "answers/import_words.hpp"

namespace orienta {

RowImport::RowImport(const Columns& columns, const ImportContext& context, std::string_view file)
    : columns_(columns), context_(context), file_(file) {
  const auto& units = context.organisation->units();
  for (std::uint32_t i = 0; i < units.size(); ++i)
    units_.add(units[i].id.value, i);
}

void RowImport::begin(const CsvRecord& row) {
  row_ = &row;
  errors_before_ = problems_.errors();
}

bool RowImport::accept() {
  if (is_good()) return true;
  ++rejected_;
  return false;
}

void RowImport::problem(std::size_t column, Message message, Severity severity) {
  const std::uint32_t at = column == Columns::npos ? 0 : static_cast<std::uint32_t>(column + 1);
  reasons_.add(message, row_->line, severity);
  problems_.add(std::move(message), {file_, row_->line, at}, severity);
}

std::optional<std::uint32_t> RowImport::unit() {
  const std::string_view id = text("unit");
  const std::uint32_t unit = units_.find(id);
  if (unit == WordTable::kNone) {
    error("unit", unknown_unit(*context_.organisation, id));
    return std::nullopt;
  }
  if (context_.organisation->units()[unit].in_scope) return unit;
  error("unit", msg("answers.unit-out-of-scope", {{"unit", id}}));
  return std::nullopt;
}

const CriteriaSet* RowImport::set() {
  if (columns_.set != nullptr) return columns_.set;
  const std::string_view id = text("set");
  for (const CriteriaSet* const set : context_.sets)
    if (set->id.value == id) return set;
  error("set", msg("answers.unknown-set", {{"set", id}}));
  return nullptr;
}

std::optional<std::uint32_t> RowImport::indicator(const CriteriaSet& set) {
  const std::string_view id = text("indicator");
  const auto index = set.indicator(id);
  if (!index) error("indicator", unknown_indicator(set, id));
  return index;
}

void RowImport::check_kind(std::uint32_t unit, const CriteriaSet& set, const Indicator& indicator) {
  const Unit& asked = context_.organisation->units()[unit];
  const Mask<UnitKind> kinds = set.criteria[indicator.criterion].applies_to;
  if (!kinds.empty() && !kinds.has(asked.kind))
    error("indicator", not_for_kind(indicator, asked.id.value, *context_.organisation));
}

std::optional<Decimal> RowImport::figure(std::string_view text, const Indicator& indicator,
                                         const Scale& scale, std::size_t column) {
  const auto written = parse_decimal(text, columns_.dialect.decimal_mark());
  if (!written) {
    problem(column, msg("answers.not-a-number", {{"text", text}}), Severity::kError);
    return std::nullopt;
  }
  const std::uint8_t digits = scale.measure->digits;
  const auto factor = columns_.mapping.scale_by.find(indicator.id);
  const bool as_written = factor == columns_.mapping.scale_by.end();
  const auto kept = as_written ? written->with_digits(digits) : multiply(*written, factor->second, digits);
  if (!kept) problem(column, msg("answers.too-precise", {{"text", text}, {"n", digits}}), Severity::kError);
  return kept;
}

void RowImport::check_limits(const Scale& scale, const Decimal& figure, std::size_t column) {
  const Measure& measure = *scale.measure;
  if ((measure.least && figure < *measure.least) || (measure.most && figure > *measure.most))
    problem(column, outside(scale, figure.to_string()), Severity::kError);
}

Result<Problems> RowImport::finish() && {
  problems_.sort_by_place();
  if (problems_.has_errors() && !context_.skip_rejected)
    return failure(ErrorKind::kInput, std::move(problems_));
  return std::move(problems_);
}

}  // namespace orienta
