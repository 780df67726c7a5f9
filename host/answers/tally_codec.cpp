// SPDX-License-Identifier: MIT
// Tally sheets as bytes. A format byte, the number of cells, the number of their points together; then the
// cells in order of key: steps from the slot before, segment, source, a byte that says which groups of counts
// follow, and the groups. What is zero is not written, so a sheet has exactly one form.
#include <algorithm>

#include "answers/bytes.hpp"
#include "answers/tally.hpp"

namespace orienta {
namespace {

constexpr std::uint8_t kFormat = 1;
constexpr std::size_t kLeastCellBytes = 5;
/// A few bytes can ask for a cell of many points; a sheet beyond this is no sheet.
constexpr std::size_t kMostCounters = std::size_t{1} << 24;

enum Group : std::uint8_t {
  kNotApplicable = 1,
  kDontKnow = 2,
  kConfidence = 4,
  kEvidence = 8,
  kPoints = 16,
  kFigures = 32,
  kRates = 64,
  kEnd = 128,
};

template <class Range>
bool any(const Range& counts) {
  return std::any_of(std::begin(counts), std::end(counts), [](std::uint64_t count) { return count != 0; });
}

std::uint8_t groups_of(const Cell& cell) {
  unsigned groups = 0;
  if (cell.not_applicable != 0) groups |= kNotApplicable;
  if (cell.dont_know != 0) groups |= kDontKnow;
  if (any(cell.confidence)) groups |= kConfidence;
  if (any(cell.evidence)) groups |= kEvidence;
  if (any(cell.points)) groups |= kPoints;
  if (cell.figures != 0) groups |= kFigures;
  if (cell.rates != 0) groups |= kRates;
  return static_cast<std::uint8_t>(groups);
}

void write_cell(ByteWriter& writer, const Cell& cell, unsigned groups) {
  if ((groups & kNotApplicable) != 0) writer.number(cell.not_applicable);
  if ((groups & kDontKnow) != 0) writer.number(cell.dont_know);
  if ((groups & kConfidence) != 0)
    for (const std::uint64_t count : cell.confidence)
      writer.number(count);
  if ((groups & kEvidence) != 0)
    for (const std::uint64_t count : cell.evidence)
      writer.number(count);
  if ((groups & kPoints) != 0)
    for (const std::uint64_t count : cell.points)
      writer.number(count);
  if ((groups & kFigures) != 0) {
    writer.number(cell.figures);
    writer.wide(cell.sum);
    writer.wide(cell.squares);
  }
  if ((groups & kRates) != 0) {
    writer.number(cell.rates);
    writer.wide(cell.numerators);
    writer.wide(cell.denominators);
  }
}

/// Reads cells and keeps the sum of all counts of a cell below 2^64.
class CellReader {
 public:
  CellReader(ByteReader& reader, Cell& cell) : reader_(&reader), cell_(&cell) {}

  bool read(unsigned groups) {
    if (groups == 0 || groups >= kEnd) return false;
    const unsigned of_measure = groups & (kFigures | kRates);
    if (cell_->points.empty() ? (groups & kPoints) != 0 : of_measure != 0) return false;
    if ((groups & kNotApplicable) != 0 && !positive(cell_->not_applicable)) return false;
    if ((groups & kDontKnow) != 0 && !positive(cell_->dont_know)) return false;
    if ((groups & kConfidence) != 0 && !plain(cell_->confidence)) return false;
    if ((groups & kEvidence) != 0 && !plain(cell_->evidence)) return false;
    if ((groups & kPoints) != 0 && !points()) return false;
    return of_measure == 0 || measure(groups);
  }

 private:
  bool counted(std::uint64_t& count) {
    return reader_->number(count) && !__builtin_add_overflow(answers_, count, &answers_);
  }
  bool positive(std::uint64_t& count) { return counted(count) && count != 0; }

  template <class Range>
  bool plain(Range& counts) {
    for (std::uint64_t& count : counts)
      if (!reader_->number(count)) return false;
    return any(counts);
  }
  bool points() {
    const std::uint64_t before = answers_;
    for (std::uint64_t& count : cell_->points)
      if (!counted(count)) return false;
    return answers_ != before;
  }
  bool measure(unsigned groups) {
    if ((groups & kFigures) != 0 && !(positive(cell_->figures) && reader_->wide(cell_->sum) &&
                                      reader_->wide(cell_->squares) && cell_->squares >= 0))
      return false;
    return (groups & kRates) == 0 || (positive(cell_->rates) && reader_->wide(cell_->numerators) &&
                                      reader_->wide(cell_->denominators) && cell_->denominators >= 0);
  }

  ByteReader* reader_;
  Cell* cell_;
  std::uint64_t answers_ = 0;
};

/// The key after `last`; false when it is not greater, or not one of the layout.
bool read_key(ByteReader& reader, const TallyLayout& layout, bool first, CellKey& last) {
  std::uint64_t steps = 0;
  std::uint64_t segment = 0;
  std::uint8_t source = 0;
  if (!reader.number(steps) || !reader.number(segment) || !reader.byte(source)) return false;
  if (last.slot + steps < steps || last.slot + steps >= layout.slots.size()) return false;
  if (segment > layout.segments.size() || source >= kSourceCount) return false;
  const CellKey key{static_cast<std::uint32_t>(last.slot + steps), static_cast<std::uint16_t>(segment),
                    static_cast<Source>(source)};
  if (!first && !(last < key)) return false;
  last = key;
  return true;
}

}  // namespace

std::string TallySheet::bytes() const {
  std::uint64_t count = 0;
  std::uint64_t points = 0;
  for (const auto& [key, cell] : cells_) {
    const unsigned groups = groups_of(cell);
    if (groups != 0) ++count;
    if ((groups & kPoints) != 0) points += cell.points.size();
  }

  std::string out;
  out.reserve(16 + count * 8 + points);
  ByteWriter writer(out);
  writer.byte(kFormat);
  writer.number(count);
  writer.number(points);
  std::uint32_t last_slot = 0;
  for (const auto& [key, cell] : cells_) {
    const std::uint8_t groups = groups_of(cell);
    if (groups == 0) continue;
    writer.number(key.slot - last_slot);
    writer.number(key.segment);
    writer.byte(static_cast<std::uint8_t>(key.source));
    writer.byte(groups);
    write_cell(writer, cell, groups);
    last_slot = key.slot;
  }
  return out;
}

Result<TallySheet> TallySheet::parse(std::string_view bytes, std::shared_ptr<const TallyLayout> layout) {
  const auto damaged = [] { return failure(ErrorKind::kCorrupt, msg("answers.tally-damaged")); };
  TallySheet sheet(std::move(layout));
  ByteReader reader(bytes);
  std::uint8_t format = 0;
  std::uint64_t count = 0;
  std::uint64_t points = 0;
  if (!reader.byte(format) || format != kFormat || !reader.number(count) || !reader.number(points))
    return damaged();
  // Counts beyond what the bytes have room for reserve nothing.
  if (count > reader.left() / kLeastCellBytes || points > reader.left()) return damaged();
  sheet.cells_.reserve(count);
  sheet.pool_.reserve(points);

  CellKey key;
  std::size_t counters = 0;
  std::uint64_t points_left = points;
  for (std::uint64_t i = 0; i < count; ++i) {
    std::uint8_t groups = 0;
    if (!read_key(reader, *sheet.layout_, i == 0, key) || !reader.byte(groups)) return damaged();
    const std::size_t size = sheet.layout_->slots[key.slot].points.size();
    const std::size_t written = (groups & kPoints) != 0 ? size : 0;
    if (written > points_left || size > kMostCounters - counters) return damaged();
    points_left -= written;
    counters += size;
    Cell& cell = sheet.cells_.emplace_back(key, Cell{}).second;
    cell.points = sheet.pool_.take(size);
    if (!CellReader(reader, cell).read(groups)) return damaged();
  }
  if (points_left != 0 || reader.left() != 0) return damaged();
  return sheet;
}

}  // namespace orienta
