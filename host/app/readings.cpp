// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>
#include <tuple>

#include "app/scoring.hpp"
#include "app/wording.hpp"
#include "scoring/intervals.hpp"

namespace orienta {
namespace {

std::vector<Column> columns() {
  return {{"unit", msg("app.column-unit")},
          {"set", msg("app.column-set"), 1, false},
          {"indicator", msg("app.column-indicator")},
          {"source", msg("app.column-source")},
          {"segment", msg("app.column-segment")},
          {"statistic", msg("app.column-statistic")},
          {"value", msg("app.column-value"), 2},
          {"low", msg("app.column-low"), 2},
          {"high", msg("app.column-high"), 2},
          {"n", msg("app.column-n"), 0},
          {"not_applicable", msg("app.column-not-applicable"), 0},
          {"dont_know", msg("app.column-dont-know"), 0},
          {"missing", msg("app.column-missing"), 0},
          {"state", msg("app.column-state")}};
}

/// The rows of one unit.
class UnitRows {
 public:
  UnitRows(const CriteriaSet& set, const Unit& unit, std::uint64_t minimum, Table& table)
      : set_(set), unit_(unit), minimum_(minimum), table_(table) {}

  void add(const TallySheet& sheet, std::span<const CellKey> withheld, const Readings& whole) {
    sheet_ = &sheet;
    add_segment(0, "", whole);
    const auto& segments = sheet.layout().segments;
    for (std::uint16_t k = 1; k <= segments.size(); ++k) {
      ReadingContext context;
      context.kind = unit_.kind;
      context.in_scope = unit_.in_scope;
      context.population = std::nullopt;  // nobody knows how many of the population a segment holds
      context.minimum_group = minimum_;
      read_tallies(set_, sheet, context, k, withheld, of_segment_);
      add_segment(k, segments[k - 1].segment + "=" + segments[k - 1].value, of_segment_);
    }
    add_withheld_segments(withheld);
    add_pairs();
  }

 private:
  void add_segment(std::uint16_t segment, const std::string& name, const Readings& readings) {
    segment_ = segment;
    segment_name_ = name;
    for (const orienta_reading_t& reading : readings.sources)
      if (segment == 0 || reading.state != ORIENTA_STATE_WITHHELD) add_source(reading);
    for (const orienta_reading_t& reading : readings.combined)
      if (segment == 0 || reading.state == ORIENTA_STATE_VALUE) add_combined(reading, readings);
  }

  /// A breakdown that is withheld says so for each value of the segment, whether anybody gave it or not.
  void add_withheld_segments(std::span<const CellKey> withheld) {
    const auto& segments = sheet_->layout().segments;
    std::set<std::tuple<std::uint32_t, Source, std::string>> breakdowns;
    for (const CellKey& key : withheld)
      if (key.segment > 0 && key.slot < set_.indicators.size())
        breakdowns.emplace(key.slot, key.source, segments[key.segment - 1u].segment);
    for (const auto& [slot, source, segment] : breakdowns)
      for (const auto& value : segments) {
        if (value.segment != segment) continue;
        orienta_reading_t reading{};
        reading.indicator = slot;
        reading.source = static_cast<std::uint8_t>(source);
        reading.state = ORIENTA_STATE_WITHHELD;
        segment_name_ = value.segment + "=" + value.value;
        add_row(reading, nullptr);
      }
  }

  void add_source(const orienta_reading_t& reading) {
    add_rows(reading, statistics(reading, reading.source));
  }

  /// When one source alone decides, its statistics are the combined ones; a blend of several has an index.
  void add_combined(const orienta_reading_t& reading, const Readings& readings) {
    const auto same = std::ranges::find_if(readings.sources, [&](const orienta_reading_t& source) {
      return source.indicator == reading.indicator && source.state == ORIENTA_STATE_VALUE &&
             source.value == reading.value && source.count == reading.count && source.error == reading.error;
    });
    if (reading.state == ORIENTA_STATE_VALUE && same == readings.sources.end()) {
      NamedStatistic index{"index", 100 * reading.value, {}, {}};
      if ((reading.flags & ORIENTA_READING_HAS_ERROR) != 0) {
        const Interval interval = mean_interval(100 * reading.value, 100 * reading.error, reading.freedom);
        index.low = interval.low;
        index.high = interval.high;
      }
      add_rows(reading, {index});
    } else {
      add_rows(reading, same == readings.sources.end() ? std::vector<NamedStatistic>()
                                                       : statistics(reading, same->source));
    }
  }

  std::vector<NamedStatistic> statistics(const orienta_reading_t& reading, std::uint8_t source) const {
    if (reading.state != ORIENTA_STATE_VALUE) return {};
    const Cell* cell = sheet_->find({reading.indicator, segment_, static_cast<Source>(source)});
    if (cell == nullptr) return {{"index", 100 * reading.value, {}, {}}};
    const auto population = segment_ == 0 ? unit_.population : std::nullopt;
    return statistics_of(set_.scales[set_.indicators[reading.indicator].scale], *cell, population);
  }

  void add_rows(const orienta_reading_t& reading, const std::vector<NamedStatistic>& statistics) {
    if (statistics.empty()) add_row(reading, nullptr);
    for (const NamedStatistic& statistic : statistics)
      add_row(reading, &statistic);
  }

  void add_row(const orienta_reading_t& reading, const NamedStatistic* statistic) {
    const bool hidden = reading.state == ORIENTA_STATE_WITHHELD;
    const auto count = [&](std::uint32_t number) {
      return hidden ? TableCell() : TableCell(static_cast<std::int64_t>(number));
    };
    const bool combined = reading.source == ORIENTA_SOURCE_COMBINED;
    const Coded source = combined ? Coded{"combined", msg("app.source-combined")}
                                  : Coded{std::string(name_of(static_cast<Source>(reading.source))),
                                          words_of(static_cast<Source>(reading.source))};
    table_.rows.push_back({unit_.id.value, set_.id.value, set_.indicators[reading.indicator].id, source,
                           segment_name_, statistic != nullptr ? TableCell(statistic->name) : TableCell(),
                           statistic != nullptr ? TableCell(statistic->value) : TableCell(),
                           statistic != nullptr ? cell_of(statistic->low) : TableCell(),
                           statistic != nullptr ? cell_of(statistic->high) : TableCell(),
                           count(reading.count), count(reading.not_applicable), count(reading.dont_know),
                           static_cast<std::int64_t>(reading.state == ORIENTA_STATE_MISSING ? 1 : 0),
                           state_of(reading)});
  }

  void add_pairs() {
    for (std::size_t j = 0; j < set_.joints.size(); ++j) {
      const auto slot = static_cast<std::uint32_t>(set_.indicators.size() + j);
      for (const auto& [key, cell] : sheet_->cells()) {
        if (key.slot != slot || key.segment != 0) continue;
        const bool hidden = set_.anonymous.has(key.source) && cell.values() < minimum_;
        const auto gap = hidden ? std::nullopt
                                : gap_of(scale_of(set_.joints[j].first), scale_of(set_.joints[j].second),
                                         cell, unit_.population);
        const std::uint8_t state = hidden ? ORIENTA_STATE_WITHHELD
                                   : gap  ? ORIENTA_STATE_VALUE
                                          : ORIENTA_STATE_MISSING;
        table_.rows.push_back({unit_.id.value, set_.id.value, "joint:" + set_.joints[j].id,
                               Coded{std::string(name_of(key.source)), words_of(key.source)}, std::string(),
                               gap ? TableCell(gap->name) : TableCell(),
                               gap ? TableCell(gap->value) : TableCell(),
                               gap ? cell_of(gap->low) : TableCell(), gap ? cell_of(gap->high) : TableCell(),
                               gap ? TableCell(static_cast<std::int64_t>(cell.values())) : TableCell(),
                               std::int64_t{0}, std::int64_t{0}, std::int64_t{gap || hidden ? 0 : 1},
                               Coded{std::string(name_of_state(state)), words_of_state(state)}});
      }
    }
  }

  Coded state_of(const orienta_reading_t& reading) const {
    const bool shown_only = set_.indicators[reading.indicator].combine == Combine::kShownOnly;
    if (shown_only && reading.source == ORIENTA_SOURCE_COMBINED)
      return {"shown_only", msg("app.state-shown-only")};
    return {std::string(name_of_state(reading.state)), words_of_state(reading.state)};
  }

  const Scale& scale_of(std::uint32_t indicator) const {
    return set_.scales[set_.indicators[indicator].scale];
  }

  const CriteriaSet& set_;
  const Unit& unit_;
  std::uint64_t minimum_;
  Table& table_;
  const TallySheet* sheet_ = nullptr;
  Readings of_segment_;
  std::uint16_t segment_ = 0;
  std::string segment_name_;
};

}  // namespace

Result<Table> readings_table(const Project& project, const OpenAssessment& assessment,
                             const Selection& selection) {
  Table table{"readings", columns(), {}};
  std::optional<std::uint32_t> only;
  if (!selection.unit.empty()) {
    const auto unit = assessment.unit_index(selection.unit);
    if (!unit) return failure(unit.error());
    only = *unit;
  }
  if (!selection.set.empty())
    if (const auto known = assessment.set_index(selection.set); !known) return failure(known.error());
  for (std::size_t i = 0; i < assessment.sets.size(); ++i) {
    const CriteriaSet& set = assessment.sets[i];
    if (!selection.set.empty() && set.id.value != selection.set) continue;
    // Units come in the order their sheets lie; the table has them in the organisation's.
    std::vector<Table> per_unit(assessment.organisation.units().size());
    AssessInput input = input_for(project, assessment, i);
    if (only) {
      input.wanted.assign(per_unit.size(), false);
      input.wanted[*only] = true;
    }
    const Status done =
        read_units_of(input, [&](std::uint32_t unit, const TallySheet& sheet,
                                 std::span<const CellKey> withheld, const Readings& readings) {
          UnitRows(set, assessment.organisation.units()[unit], assessment.info.minimum_group, per_unit[unit])
              .add(sheet, withheld, readings);
        });
    if (!done) return failure(done.error());
    for (Table& unit : per_unit)
      std::ranges::move(unit.rows, std::back_inserter(table.rows));
  }
  return table;
}

}  // namespace orienta
