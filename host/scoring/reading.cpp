// SPDX-License-Identifier: MIT
#include "scoring/reading.hpp"

#include <algorithm>

#include "scoring/cell_reading.hpp"
#include "scoring/combine.hpp"

namespace orienta {
namespace {

using Entry = std::pair<CellKey, Cell>;

/// Walks through a sheet's cells by ascending slot, once.
class SlotCursor {
 public:
  explicit SlotCursor(const TallySheet* sheet) {
    if (sheet != nullptr) rest_ = sheet->cells();
  }
  /// The cells of `slot`; slots are asked for in ascending order.
  std::span<const Entry> take(std::uint32_t slot) {
    std::size_t first = 0;
    while (first < rest_.size() && rest_[first].first.slot < slot)
      ++first;
    std::size_t end = first;
    while (end < rest_.size() && rest_[end].first.slot == slot)
      ++end;
    const auto cells = rest_.subspan(first, end - first);
    rest_ = rest_.subspan(end);
    return cells;
  }

 private:
  std::span<const Entry> rest_;
};

class UnitReading {
 public:
  UnitReading(const CriteriaSet& set, const TallySheet& sheet, const ReadingContext& context,
              std::uint16_t segment, std::span<const CellKey> withheld, Readings& out)
      : set_(set),
        context_(context),
        segment_(segment),
        withheld_(withheld),
        out_(out),
        own_(&sheet),
        // An inherited answer is about the whole.
        inherited_(segment == 0 ? context.inherited : nullptr),
        findings_(context.findings),
        tables_(set.scales.size()) {}

  void read() {
    for (std::uint32_t i = 0; i < set_.indicators.size(); ++i) {
      orienta_reading_t combined = read_indicator(i);
      add_findings(combined);
      out_.combined.push_back(combined);
    }
  }

 private:
  orienta_reading_t read_indicator(std::uint32_t index) {
    const Indicator& indicator = set_.indicators[index];
    const Criterion& criterion = set_.criteria[indicator.criterion];
    const std::span<const Entry> own = own_.take(index);
    const std::span<const Entry> inherited = inherited_.take(index);
    if (!context_.in_scope) return left_out(index, ORIENTA_STATE_OUT_OF_SCOPE);
    const bool can_inherit = criterion.inherit && segment_ == 0 && context_.inherited != nullptr;
    const bool asked = criterion.applies_to.empty() || criterion.applies_to.has(context_.kind);
    if (!asked && !can_inherit) return left_out(index, ORIENTA_STATE_NOT_ASKED);

    const std::size_t first = out_.sources.size();
    std::uint8_t flags = 0;
    if (asked) read_sources(index, own, false);
    if (out_.sources.size() == first && can_inherit) {
      read_sources(index, inherited, true);
      if (out_.sources.size() != first) flags = ORIENTA_READING_INHERITED;
    }
    orienta_reading_t combined = combine_sources(indicator, index, std::span(out_.sources).subspan(first));
    combined.flags = static_cast<std::uint8_t>(combined.flags | flags);
    return combined;
  }

  void read_sources(std::uint32_t index, std::span<const Entry> cells, bool inherited) {
    for (const auto& [key, cell] : cells) {
      if (key.segment != segment_) continue;
      // Whether anonymous answers may be shown is known for the unit they were given for only.
      if (inherited && set_.anonymous.has(key.source)) continue;
      if (!inherited && is_withheld(key, cell)) {
        if (cell.is_zero()) continue;
        out_.sources.push_back(
            empty_reading(index, static_cast<std::uint8_t>(key.source), ORIENTA_STATE_WITHHELD));
        continue;
      }
      // The population is that of the clients; other sources are no sample of it.
      const auto population = key.source == Source::kClient ? context_.population : std::nullopt;
      const std::uint32_t scale = set_.indicators[index].scale;
      orienta_reading_t reading =
          read_cell(set_.scales[scale], table_of(scale), index, key.source, cell, population);
      if (reading.state == ORIENTA_STATE_MISSING && cell.is_zero()) continue;
      if (inherited) reading.flags |= ORIENTA_READING_INHERITED;
      out_.sources.push_back(reading);
    }
  }

  /// Made when it is needed first, so that a unit with few answers costs little.
  const PointTable& table_of(std::uint32_t scale) {
    if (tables_[scale].rows().empty()) tables_[scale] = PointTable(set_.scales[scale]);
    return tables_[scale];
  }

  bool is_withheld(const CellKey& key, const Cell& cell) {
    while (!withheld_.empty() && withheld_.front() < key)
      withheld_ = withheld_.subspan(1);
    if (!withheld_.empty() && withheld_.front() == key) return true;
    return set_.anonymous.has(key.source) && group_size(cell) < context_.minimum_group;
  }

  static orienta_reading_t left_out(std::uint32_t index, std::uint8_t state) {
    return empty_reading(index, ORIENTA_SOURCE_COMBINED, state);
  }

  void add_findings(orienta_reading_t& combined) {
    while (!findings_.empty() && findings_.front().indicator < combined.indicator)
      findings_ = findings_.subspan(1);
    if (findings_.empty() || findings_.front().indicator != combined.indicator) return;
    combined.major_findings = findings_.front().major;
    combined.minor_findings = findings_.front().minor;
  }

  const CriteriaSet& set_;
  const ReadingContext& context_;
  std::uint16_t segment_;
  std::span<const CellKey> withheld_;
  Readings& out_;
  SlotCursor own_;
  SlotCursor inherited_;
  std::span<const FindingCounts> findings_;
  std::vector<PointTable> tables_;  ///< by scale
};

}  // namespace

void Readings::clear() {
  combined.clear();
  sources.clear();
}

void read_tallies(const CriteriaSet& set, const TallySheet& sheet, const ReadingContext& context,
                  std::uint16_t segment, std::span<const CellKey> withheld, Readings& out) {
  out.clear();
  UnitReading(set, sheet, context, segment, withheld, out).read();
}

}  // namespace orienta
