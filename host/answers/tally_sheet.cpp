// SPDX-License-Identifier: MIT
#include <algorithm>
#include <numeric>

#include "answers/tally.hpp"

namespace orienta {
namespace {

constexpr std::size_t kLeastBlock = 64;
constexpr std::size_t kMostBlock = 4096;

struct ByKey {
  bool operator()(const std::pair<CellKey, Cell>& entry, const CellKey& key) const {
    return entry.first < key;
  }
};

const std::pair<CellKey, Cell>* next_filled(const std::vector<std::pair<CellKey, Cell>>& cells,
                                            std::size_t& at) {
  while (at < cells.size() && cells[at].second.is_zero())
    ++at;
  return at < cells.size() ? &cells[at++] : nullptr;
}

}  // namespace

Counts& Counts::operator=(const Counts& other) {
  if (size_ == other.size_ && size_ > 0)
    std::copy(other.begin(), other.end(), begin());
  else if (this != &other)
    *this = Counts(other);
  return *this;
}

bool Counts::operator==(const Counts& other) const {
  return std::equal(begin(), end(), other.begin(), other.end());
}

std::uint64_t Cell::values() const {
  return std::accumulate(points.begin(), points.end(), figures + rates);
}

bool Cell::is_zero() const {
  const auto zero = [](std::uint64_t count) { return count == 0; };
  return answers() == 0 && std::all_of(std::begin(confidence), std::end(confidence), zero) &&
         std::all_of(std::begin(evidence), std::end(evidence), zero);
}

Counts CountPool::take(std::size_t size) {
  if (size == 0) return {};
  if (size > left_) reserve(std::max(size, std::clamp(taken_, kLeastBlock, kMostBlock)));
  std::uint64_t* const first = free_;
  std::fill_n(first, size, std::uint64_t{0});
  free_ += size;
  left_ -= size;
  taken_ += size;
  return {first, size};
}

void CountPool::reserve(std::size_t size) {
  if (size <= left_) return;
  blocks_.push_back(std::make_unique_for_overwrite<std::uint64_t[]>(size));
  free_ = blocks_.back().get();
  left_ = size;
}

TallySheet::TallySheet(std::shared_ptr<const TallyLayout> layout) : layout_(std::move(layout)) {}

TallySheet::TallySheet(const TallySheet& other) : layout_(other.layout_), cells_(other.cells_) {
  std::size_t counts = 0;
  for (const auto& [key, cell] : cells_)
    counts += cell.points.size();
  pool_.reserve(counts);
  for (auto& [key, cell] : cells_) {
    const Counts theirs = cell.points;
    cell.points = pool_.take(theirs.size());
    std::copy(theirs.begin(), theirs.end(), cell.points.begin());
  }
}

TallySheet& TallySheet::operator=(const TallySheet& other) {
  if (this != &other) *this = TallySheet(other);
  return *this;
}

bool TallySheet::empty() const {
  std::size_t at = 0;
  return next_filled(cells_, at) == nullptr;
}

const Cell* TallySheet::find(CellKey key) const {
  const auto found = std::lower_bound(cells_.begin(), cells_.end(), key, ByKey{});
  return found != cells_.end() && found->first == key ? &found->second : nullptr;
}

Cell& TallySheet::cell(CellKey key) {
  auto place = cells_.end();
  if (!cells_.empty() && !(cells_.back().first < key))
    place = std::lower_bound(cells_.begin(), cells_.end(), key, ByKey{});
  if (place == cells_.end() || place->first != key) {
    Cell made;
    made.points = pool_.take(layout_->slots[key.slot].points.size());
    place = cells_.insert(place, {key, made});
  }
  return place->second;
}

bool TallySheet::operator==(const TallySheet& other) const {
  if (layout_ != other.layout_ && *layout_ != *other.layout_) return false;
  std::size_t mine = 0;
  std::size_t theirs = 0;
  while (true) {
    const auto* const left = next_filled(cells_, mine);
    const auto* const right = next_filled(other.cells_, theirs);
    if (left == nullptr || right == nullptr) return left == right;
    if (left->first != right->first || !(left->second == right->second)) return false;
  }
}

}  // namespace orienta
