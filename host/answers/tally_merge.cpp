// SPDX-License-Identifier: MIT
#include <algorithm>

#include "answers/carry_over.hpp"
#include "answers/tally.hpp"

namespace orienta {
namespace {

template <class Number>
bool sum_fits(Number left, Number right) {
  Number sum = 0;
  return !__builtin_add_overflow(left, right, &sum);
}

template <class Range>
bool all_fit(const Range& left, const Range& right) {
  return std::equal(std::begin(left), std::end(left), std::begin(right),
                    [](std::uint64_t a, std::uint64_t b) { return sum_fits(a, b); });
}

// All counts of answers of a cell together are below 2^64, so if those of both fit, every single one does.
bool both_fit(const Cell& left, const Cell& right) {
  return sum_fits(left.answers(), right.answers()) && all_fit(left.confidence, right.confidence) &&
         all_fit(left.evidence, right.evidence) && sum_fits(left.sum, right.sum) &&
         sum_fits(left.squares, right.squares) && sum_fits(left.numerators, right.numerators) &&
         sum_fits(left.denominators, right.denominators);
}

template <class Range>
void add_all(Range& to, const Range& from) {
  std::transform(std::begin(to), std::end(to), std::begin(from), std::begin(to), std::plus<>{});
}

void add(Cell& to, const Cell& from, bool figures) {
  to.not_applicable += from.not_applicable;
  to.dont_know += from.dont_know;
  add_all(to.confidence, from.confidence);
  add_all(to.evidence, from.evidence);
  add_all(to.points, from.points);
  to.rates += from.rates;
  to.numerators += from.numerators;
  to.denominators += from.denominators;
  if (!figures) return;
  to.figures += from.figures;
  to.sum += from.sum;
  to.squares += from.squares;
}

bool passes(const CellKey& key, const MergeFilter& filter) {
  return filter.sources.empty() || filter.sources.has(key.source);
}

}  // namespace

Result<std::uint64_t> TallySheet::merge(const TallySheet& other, const MergeFilter& filter) {
  std::uint64_t left_out = 0;
  if (layout_ == other.layout_ || *layout_ == *other.layout_) {
    if (auto done = add_same_layout(other, filter); !done) return failure(std::move(done.error()));
    return left_out;
  }
  auto carried = carry_over(other, layout_, left_out);
  if (!carried) return failure(std::move(carried.error()));
  if (auto done = add_same_layout(*carried, filter); !done) return failure(std::move(done.error()));
  return left_out;
}

bool TallySheet::fits(const TallySheet& other, const MergeFilter& filter) const {
  auto mine = cells_.begin();
  for (const auto& [key, cell] : other.cells_) {
    while (mine != cells_.end() && mine->first < key)
      ++mine;
    if (mine == cells_.end()) return true;
    if (mine->first == key && passes(key, filter) && !both_fit(mine->second, cell)) return false;
  }
  return true;
}

Status TallySheet::add_same_layout(const TallySheet& other, const MergeFilter& filter) {
  if (!fits(other, filter)) return failure(ErrorKind::kLimit, msg("answers.tally-overflow"));
  // First the cells that are missing here, all at once at the end, then the numbers.
  const std::size_t before = cells_.size();
  std::size_t at = 0;
  for (const auto& [key, cell] : other.cells_) {
    while (at < before && cells_[at].first < key)
      ++at;
    if ((at < before && cells_[at].first == key) || !passes(key, filter) || cell.is_zero()) continue;
    Cell made;
    made.points = pool_.take(cell.points.size());
    cells_.emplace_back(key, made);
  }
  const auto by_key = [](const auto& left, const auto& right) { return left.first < right.first; };
  std::inplace_merge(cells_.begin(), cells_.begin() + static_cast<std::ptrdiff_t>(before), cells_.end(),
                     by_key);

  auto mine = cells_.begin();
  for (const auto& [key, cell] : other.cells_) {
    if (!passes(key, filter)) continue;
    while (mine != cells_.end() && mine->first < key)
      ++mine;
    if (mine == cells_.end()) break;
    if (mine->first == key) add(mine->second, cell, filter.figures);
  }
  return {};
}

}  // namespace orienta
