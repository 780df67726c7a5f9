// SPDX-License-Identifier: MIT
// Tallies: integers that say all that scoring needs to know of any number of answers. Users read "answer
// counts".
//
// A tally sheet holds the counts of one unit for one set: a cell per indicator, source and segment value
// (segment 0 is the whole), and a cell per declared pair of indicators. Cells are integers, so sheets merge
// exactly, in any order, to identical bytes. A layout says what the numbers of a cell mean; it has ids, so
// that a sheet of another version of the set can be carried over by ids.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "criteria/set.hpp"

namespace orienta {

/// Which cells a set's sheets can have. Immutable; shared by all sheets of a set.
struct TallyLayout {
  struct Slot {
    std::string id;  ///< an indicator's, or of a pair "joint:<id>"
    std::vector<std::string>
        points;               ///< point ids; of a pair "<first>|<second>" row by row; empty: a measure
    std::uint8_t digits = 0;  ///< of a measure
    bool operator==(const Slot&) const = default;
  };
  struct SegmentValue {
    std::string segment;
    std::string value;
    bool operator==(const SegmentValue&) const = default;
  };

  std::vector<Slot> slots;             ///< indicators in set order, then pairs
  std::vector<SegmentValue> segments;  ///< segment number k of a cell is segments[k - 1]; 0 is the whole

  std::string bytes() const;  ///< canonical; its hash names the layout
  /// Untrusted: checks sizes, limits and that no id is there twice. kCorrupt.
  static Result<TallyLayout> parse(std::string_view bytes);
  /// The number of a segment value in cells, or nothing.
  std::optional<std::uint16_t> segment(std::string_view id, std::string_view value) const;
  bool operator==(const TallyLayout&) const = default;
};

/// The layout of a set. Indicator i of the set is slot i; pair j is slot indicators.size() + j.
std::shared_ptr<const TallyLayout> layout_of(const CriteriaSet& set);

struct CellKey {
  std::uint32_t slot = 0;
  std::uint16_t segment = 0;  ///< 0: the whole
  Source source = Source::kSelf;
  auto operator<=>(const CellKey&) const = default;
};

/// 128-bit sums of fixed-point figures.
__extension__ typedef __int128 WideInt;

/// Counts per scale point: a fixed number of counters that lie elsewhere, as a rule in the memory of a sheet.
/// A copy shows the same counters. Assigning to counts of the same size copies the numbers, as with an array;
/// assigning what is newly made, or of another size, shows other counters from then on.
class Counts {
 public:
  Counts() = default;
  Counts(std::uint64_t* first, std::size_t size) : first_(first), size_(size) {}
  Counts(std::span<std::uint64_t> counters) : Counts(counters.data(), counters.size()) {}
  Counts(const Counts&) = default;
  Counts(Counts&&) noexcept = default;
  Counts& operator=(const Counts& other);
  Counts& operator=(Counts&&) noexcept = default;
  ~Counts() = default;

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  std::uint64_t& operator[](std::size_t point) { return first_[point]; }
  const std::uint64_t& operator[](std::size_t point) const { return first_[point]; }
  std::uint64_t* begin() { return first_; }
  std::uint64_t* end() { return first_ + size_; }
  const std::uint64_t* begin() const { return first_; }
  const std::uint64_t* end() const { return first_ + size_; }
  /// By content.
  bool operator==(const Counts& other) const;

 private:
  std::uint64_t* first_ = nullptr;
  std::size_t size_ = 0;
};

/// One cell. All of its counts of answers together are below 2^64. For copies of `points` see Counts.
struct Cell {
  std::uint64_t not_applicable = 0;
  std::uint64_t dont_know = 0;
  std::uint64_t confidence[kConfidenceCount] = {};  ///< answers with a value, by grade
  std::uint64_t evidence[kEvidenceKindCount] = {};  ///< answers with a value that such a piece supports
  Counts points;                                    ///< counts per point; empty for a measure

  // Of a measure. Figures in units of 10^-digits.
  std::uint64_t figures = 0;  ///< how many figures without denominator
  std::uint64_t rates = 0;    ///< how many figures with one
  WideInt sum = 0;            ///< of the figures without denominator
  WideInt squares = 0;        ///< of the same
  WideInt numerators = 0;
  WideInt denominators = 0;

  /// How many answers with a value: points and figures and rates.
  std::uint64_t values() const;
  /// How many answers of any kind.
  std::uint64_t answers() const { return values() + not_applicable + dont_know; }
  bool is_zero() const;
  bool operator==(const Cell&) const = default;
};

/// Where the cells of one sheet keep their counts. Moving it leaves them where they are.
class CountPool {
 public:
  /// `size` zeros that live as long as the pool.
  Counts take(std::size_t size);
  /// Makes room for `size` more at once.
  void reserve(std::size_t size);

 private:
  std::vector<std::unique_ptr<std::uint64_t[]>> blocks_;
  std::uint64_t* free_ = nullptr;
  std::size_t left_ = 0;
  std::size_t taken_ = 0;
};

/// What merge() takes over.
struct MergeFilter {
  Mask<Source> sources;  ///< empty: all
  bool figures = true;   ///< false: leaves out figures without denominator, which cannot be pooled
};

/// The tallies of one unit for one set. A value; one thread at a time.
class TallySheet {
 public:
  explicit TallySheet(std::shared_ptr<const TallyLayout> layout);
  TallySheet(const TallySheet& other);
  TallySheet(TallySheet&&) noexcept = default;
  TallySheet& operator=(const TallySheet& other);
  TallySheet& operator=(TallySheet&&) noexcept = default;
  ~TallySheet() = default;

  const TallyLayout& layout() const { return *layout_; }
  const std::shared_ptr<const TallyLayout>& shared_layout() const { return layout_; }

  /// True when there is nothing but zeros.
  bool empty() const;
  /// The cell, or null. Valid until the sheet changes.
  const Cell* find(CellKey key) const;
  /// The cell, made when it is not there (with zero counts of the right size). Valid until another cell is
  /// made. Slot and segment are those of the layout.
  Cell& cell(CellKey key);
  /// Cells in ascending order of key. Cells that are all zero are not kept in bytes().
  const std::vector<std::pair<CellKey, Cell>>& cells() const { return cells_; }

  /// Adds `other`'s numbers, as far as `filter` lets them through. A sheet of another layout is carried over
  /// by ids; slots, points, segments or digits that this layout does not have are kept out, and the result
  /// says how many answers with a value that concerned. kLimit when a sum does not fit (nothing is changed
  /// then).
  Result<std::uint64_t> merge(const TallySheet& other, const MergeFilter& filter = {});

  /// Canonical: equal sheets give identical bytes.
  std::string bytes() const;
  /// Untrusted: checks everything, and that the bytes are canonical. kCorrupt.
  static Result<TallySheet> parse(std::string_view bytes, std::shared_ptr<const TallyLayout> layout);

  /// Equal numbers under equal layouts; cells that are all zero do not count.
  bool operator==(const TallySheet& other) const;

 private:
  Status add_same_layout(const TallySheet& other, const MergeFilter& filter);
  bool fits(const TallySheet& other, const MergeFilter& filter) const;

  std::shared_ptr<const TallyLayout> layout_;
  std::vector<std::pair<CellKey, Cell>> cells_;
  CountPool pool_;
};

}  // namespace orienta
