// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "answers/csv.hpp"
#include "answers/import.hpp"
#include "base/limits.hpp"
#include "base/nearest.hpp"
#include "base/os.hpp"

namespace orienta {
namespace {

constexpr std::array<std::string_view, 7> kColumns{"id",     "parent", "name",      "kind",
                                                   "weight", "role",   "population"};

/// Reads the rows of one unit tree.
class UnitRows {
 public:
  UnitRows(const CsvTable& table, std::string_view file) : table_(table), file_(file) {}

  Result<std::vector<Unit>> read() {
    check_columns();
    if (!problems_.has_errors())
      for (const CsvRecord& row : table_.rows)
        read_row(row);
    for (std::size_t i = 0; i < units_.size(); ++i)
      check_parent(i);
    problems_.sort_by_place();
    if (problems_.has_errors()) return failure(ErrorKind::kInput, std::move(problems_));
    return std::move(units_);
  }

 private:
  void check_columns() {
    for (std::size_t i = 0; i < table_.header.size(); ++i) {
      const std::string& name = table_.header[i];
      if (std::find(kColumns.begin(), kColumns.end(), name) != kColumns.end()) continue;
      const Where where{file_, 1, static_cast<std::uint32_t>(i + 1)};
      if (const auto near = nearest(name, kColumns))
        problems_.add(msg("answers.unit-column-near", {{"column", name}, {"nearest", *near}}), where);
      else
        problems_.add(msg("answers.unit-column", {{"column", name}}), where);
    }
    for (const char* const needed : {"id", "kind"})
      if (table_.column(needed) == CsvTable::npos)
        problems_.add(msg("answers.unit-column-missing", {{"column", needed}}), {file_, 1, 0});
  }

  std::string_view text(const CsvRecord& row, std::string_view column) const {
    const std::size_t at = table_.column(column);
    return at == CsvTable::npos ? std::string_view{} : std::string_view(row.fields[at]);
  }

  void error(const CsvRecord& row, std::string_view column, Message message) {
    problems_.add(std::move(message),
                  {file_, row.line, static_cast<std::uint32_t>(table_.column(column) + 1)});
  }

  void read_row(const CsvRecord& row) {
    Unit unit;
    unit.id = UnitId(text(row, "id"));
    unit.parent = UnitId(text(row, "parent"));
    unit.name = text(row, "name");
    unit.role = text(row, "role");
    if (unit.name.empty()) unit.name = unit.id.value;
    if (!is_plain_id(unit.id.value)) error(row, "id", msg("answers.bad-unit-id", {{"text", unit.id.value}}));
    if (const auto kind = unit_kind_of(text(row, "kind")))
      unit.kind = *kind;
    else
      error(row, "kind", msg("answers.unknown-kind", {{"text", text(row, "kind")}}));
    read_weight(row, unit);
    read_population(row, unit);
    const auto [first, is_new] = lines_.emplace(unit.id, row.line);
    if (!is_new)
      error(row, "id", msg("answers.unit-again", {{"unit", unit.id.value}, {"first_line", first->second}}));
    rows_.push_back(&row);
    units_.push_back(std::move(unit));
  }

  void read_weight(const CsvRecord& row, Unit& unit) {
    const std::string_view word = text(row, "weight");
    if (word.empty()) return;
    const auto weight = parse_decimal(word, table_.dialect.decimal_mark());
    if (weight && weight->units >= 0)
      unit.weight = weight->to_double();
    else
      error(row, "weight", msg("answers.bad-weight", {{"text", word}}));
  }

  void read_population(const CsvRecord& row, Unit& unit) {
    const std::string_view word = text(row, "population");
    if (word.empty()) return;
    std::uint64_t number = 0;
    const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (problem == std::errc{} && end == word.data() + word.size() && number > 0)
      unit.population = number;
    else
      error(row, "population", msg("answers.bad-population", {{"text", word}}));
  }

  void check_parent(std::size_t index) {
    const UnitId& parent = units_[index].parent;
    if (parent.empty() || lines_.contains(parent)) return;
    error(*rows_[index], "parent",
          msg("answers.unknown-parent", {{"unit", units_[index].id.value}, {"parent", parent.value}}));
  }

  const CsvTable& table_;
  std::string file_;
  std::vector<Unit> units_;
  std::vector<const CsvRecord*> rows_;
  std::map<UnitId, std::uint32_t> lines_;
  Problems problems_;
};

}  // namespace

Result<std::vector<Unit>> read_units(const std::filesystem::path& file, std::string_view encoding) {
  const std::string name = file.string();
  const auto bytes = os::read_file(file, limits::kAnswersFileBytes);
  if (!bytes) return failure(bytes.error());
  const auto table = read_csv(*bytes, name, encoding);
  if (!table) return failure(table.error());
  return UnitRows(*table, name).read();
}

}  // namespace orienta
