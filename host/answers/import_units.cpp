// SPDX-License-Identifier: MIT
#include <array>
#include <charconv>
#include <set>

#include "answers/import.hpp"
#include "answers/table_rows.hpp"

namespace orienta {
namespace {

constexpr std::array<std::string_view, 8> kColumns{"id",     "parent", "name",       "kind",
                                                   "weight", "role",   "population", "scope"};
constexpr std::array<std::string_view, 2> kNeeded{"id", "kind"};

/// Reads the rows of one unit tree.
class UnitRows {
 public:
  explicit UnitRows(TableRows& table) : table_(table) {}

  Result<std::vector<Unit>> read() {
    for (const CsvRecord& row : table_.rows())
      read_row(row);
    for (std::size_t i = 0; i < units_.size(); ++i)
      check_parent(units_[i], table_.rows()[i]);
    if (table_.has_errors()) return failure(table_.take_error());
    return std::move(units_);
  }

 private:
  void read_row(const CsvRecord& row) {
    Unit unit;
    unit.id = UnitId(table_.text(row, "id"));
    unit.parent = UnitId(table_.text(row, "parent"));
    unit.name = table_.text(row, "name");
    unit.role = table_.text(row, "role");
    if (unit.name.empty()) unit.name = unit.id.value;
    if (!is_plain_id(unit.id.value))
      table_.error(row, "id", msg("answers.bad-unit-id", {{"text", unit.id.value}}));
    if (const auto kind = unit_kind_of(table_.text(row, "kind")))
      unit.kind = *kind;
    else
      table_.error(row, "kind", msg("answers.unknown-kind", {{"text", table_.text(row, "kind")}}));
    read_weight(row, unit);
    read_population(row, unit);
    read_scope(row, unit);
    if (const auto line = table_.line_before(row, unit.id.value))
      table_.error(row, "id", msg("answers.unit-again", {{"unit", unit.id.value}, {"first_line", *line}}));
    known_.insert(unit.id);
    units_.push_back(std::move(unit));
  }

  void read_weight(const CsvRecord& row, Unit& unit) {
    const std::string_view word = table_.text(row, "weight");
    if (word.empty()) return;
    const auto weight = table_.decimal(row, "weight");
    if (weight && weight->units >= 0)
      unit.weight = weight->to_double();
    else
      table_.error(row, "weight", msg("answers.bad-weight", {{"text", word}}));
  }

  void read_population(const CsvRecord& row, Unit& unit) {
    const std::string_view word = table_.text(row, "population");
    if (word.empty()) return;
    std::uint64_t number = 0;
    const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (problem == std::errc{} && end == word.data() + word.size() && number > 0)
      unit.population = number;
    else
      table_.error(row, "population", msg("answers.bad-population", {{"text", word}}));
  }

  void read_scope(const CsvRecord& row, Unit& unit) {
    const std::string_view word = table_.text(row, "scope");
    unit.in_scope = word != "out";
    if (!word.empty() && word != "in" && word != "out")
      table_.error(row, "scope", msg("answers.unknown-scope", {{"text", word}}));
  }

  void check_parent(const Unit& unit, const CsvRecord& row) {
    if (unit.parent.empty() || known_.contains(unit.parent)) return;
    table_.error(row, "parent",
                 msg("answers.unknown-parent", {{"unit", unit.id.value}, {"parent", unit.parent.value}}));
  }

  TableRows& table_;
  std::vector<Unit> units_;
  std::set<UnitId> known_;
};

}  // namespace

Result<UnitTable> read_unit_table(const std::filesystem::path& file, std::string_view encoding) {
  auto table = TableRows::open(file, kColumns, kNeeded, encoding);
  if (!table) return failure(std::move(table.error()));
  auto units = UnitRows(*table).read();
  if (!units) return failure(std::move(units.error()));
  return UnitTable{std::move(*units), table->has("scope")};
}

Result<std::vector<Unit>> read_units(const std::filesystem::path& file, std::string_view encoding) {
  auto table = read_unit_table(file, encoding);
  if (!table) return failure(std::move(table.error()));
  return std::move(table->units);
}

}  // namespace orienta
