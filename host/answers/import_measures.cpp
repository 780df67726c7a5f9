// SPDX-License-Identifier: MIT
#include <algorithm>
#include <tuple>

#include "answers/import_rows.hpp"
#include "answers/import_words.hpp"

namespace orienta {
namespace {

using Segments = std::vector<std::pair<std::string, std::string>>;

/// Reads the rows of one file of measures.
class MeasureRows {
 public:
  MeasureRows(const Columns& columns, const ImportContext& context, std::string_view file)
      : rows_(columns, context, file) {}

  Result<Imported> read(const CsvTable& table) {
    imported_.shape = Shape::kMeasures;
    imported_.rows = table.rows.size();
    for (const CsvRecord& row : table.rows) {
      if (rows_.context().stop.stop_requested())
        return failure(ErrorKind::kCancelled, msg("answers.cancelled"));
      rows_.begin(row);
      read_row();
    }
    imported_.rejected = rows_.rejected();
    imported_.reasons = rows_.reasons();
    auto remarks = std::move(rows_).finish();
    if (!remarks) return failure(remarks.error());
    imported_.remarks = std::move(*remarks);
    return std::move(imported_);
  }

 private:
  void read_row() {
    found_.clear();
    const auto unit = rows_.unit();
    const CriteriaSet* const set = rows_.set();
    const auto period = read_period();
    const auto segments = set == nullptr ? Segments{} : read_segments(*set);
    if (unit && set != nullptr && period) {
      MeasureFigure figure{
          rows_.context().organisation->units()[*unit].id, set->id, {}, *period, segments, {}, {}, {}};
      if (rows_.columns().wide)
        read_wide(*set, *unit, figure);
      else
        read_long(*set, *unit, figure);
    }
    if (rows_.is_good())
      for (const auto& [figure, column] : found_)
        check_twice(figure, column);
    if (!rows_.accept()) return;
    for (auto& [figure, column] : found_)
      imported_.measures.push_back(std::move(figure));
  }

  std::optional<Period> read_period() {
    const std::string_view text = rows_.text("period");
    const auto period = parse_period(text);
    if (!period) rows_.error("period", msg("answers.bad-period", {{"text", text}}));
    const Period& whole = rows_.context().period;
    if (period && whole.from < whole.to && !whole.contains(period->from))
      rows_.warning("period", msg("answers.period-outside-period", {{"text", text}}));
    return period;
  }

  Segments read_segments(const CriteriaSet& set) {
    Segments segments;
    for (std::size_t i = 0; i < rows_.columns().columns.size(); ++i) {
      const Columns::Column& column = rows_.columns().columns[i];
      if (column.role != Columns::Role::kSegment || rows_.row().fields[i].empty()) continue;
      const std::string_view value = rows_.columns().translate(column.name, rows_.row().fields[i]);
      const std::vector<std::string>& known = set.segments[column.index].values;
      if (std::find(known.begin(), known.end(), value) == known.end())
        rows_.problem(i, unknown_segment_value(*layout_of(set), column.name, value), Severity::kError);
      segments.emplace_back(column.name, value);
    }
    std::sort(segments.begin(), segments.end());
    return segments;
  }

  void read_long(const CriteriaSet& set, std::uint32_t unit, MeasureFigure figure) {
    const auto index = rows_.indicator(set);
    if (!index) return;
    rows_.check_kind(unit, set, set.indicators[*index]);
    const std::string_view value = rows_.text("value");
    if (value.empty()) return;
    add(set, *index, value, rows_.text("of"), rows_.columns().find("value"), std::move(figure));
  }

  void read_wide(const CriteriaSet& set, std::uint32_t unit, const MeasureFigure& figure) {
    for (std::size_t i = 0; i < rows_.columns().columns.size(); ++i) {
      const Columns::Column& column = rows_.columns().columns[i];
      if (column.role != Columns::Role::kIndicator || rows_.row().fields[i].empty()) continue;
      rows_.check_kind(unit, set, set.indicators[column.index]);
      add(set, column.index, rows_.row().fields[i], {}, i, figure);
    }
  }

  void add(const CriteriaSet& set, std::uint32_t index, std::string_view value, std::string_view of,
           std::size_t column, MeasureFigure figure) {
    const Indicator& indicator = set.indicators[index];
    const Scale& scale = set.scales[indicator.scale];
    if (!scale.is_measure())
      return rows_.problem(column, msg("answers.not-a-measure", {{"indicator", indicator.id}}),
                           Severity::kError);
    figure.indicator = NodeId(indicator.id);
    const auto number =
        rows_.figure(rows_.columns().translate(indicator.id, value), indicator, scale, column);
    if (!number) return;
    figure.figure = *number;
    if (of.empty())
      rows_.check_limits(scale, *number, column);
    else if (!add_denominator(scale, of, figure))
      return;
    found_.push_back({std::move(figure), column});
  }

  bool add_denominator(const Scale& scale, std::string_view text, MeasureFigure& figure) {
    const auto of = parse_decimal(text, rows_.columns().dialect.decimal_mark());
    if (!of) {
      rows_.error("of", msg("answers.not-a-number", {{"text", text}}));
      return false;
    }
    figure.of = of->with_digits(scale.measure->digits);
    if (!figure.of) {
      rows_.error("of", msg("answers.too-precise", {{"text", text}, {"n", scale.measure->digits}}));
      return false;
    }
    if (of->units < 0 || (of->units == 0 && figure.figure.units != 0)) {
      rows_.error("of", msg("answers.bad-denominator", {{"text", text}}));
      return false;
    }
    check_rate(scale, figure);
    return true;
  }

  /// Nothing is divided, so that a rate of exactly the limit is within it.
  void check_rate(const Scale& scale, const MeasureFigure& figure) {
    const Measure& measure = *scale.measure;
    const double of = figure.of->to_double();
    const double share = figure.figure.to_double() * measure.per.to_double();
    const bool low = measure.least && share < measure.least->to_double() * of;
    const bool high = measure.most && share > measure.most->to_double() * of;
    if (low || high)
      rows_.error("value", outside(scale, figure.figure.to_string() + " / " + figure.of->to_string()));
  }

  void check_twice(const MeasureFigure& figure, std::size_t column) {
    const Key key{figure.unit,        figure.set,       figure.indicator,
                  figure.period.from, figure.period.to, figure.segments};
    if (const auto line = seen_.seen(key, rows_.row().line))
      rows_.problem(
          column,
          msg("answers.figure-twice",
              {{"unit", figure.unit.value}, {"indicator", figure.indicator.value}, {"first_line", *line}}),
          Severity::kError);
  }

  using Key = std::tuple<UnitId, SetId, NodeId, Date, Date, Segments>;

  RowImport rows_;
  Imported imported_;
  std::vector<std::pair<MeasureFigure, std::size_t>> found_;  ///< of the row at hand, with their columns
  SeenLines<Key> seen_;
};

}  // namespace

Result<Imported> import_measures(const CsvTable& table, const Columns& columns, const ImportContext& context,
                                 std::string_view file) {
  return MeasureRows(columns, context, file).read(table);
}

}  // namespace orienta
