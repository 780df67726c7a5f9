// SPDX-License-Identifier: MIT
#include "answers/carry_over.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace orienta {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// Where the numbers of one slot go.
struct Way {
  std::size_t slot = kNowhere;
  std::vector<std::size_t> points;  ///< by old point
  WideInt factor = 1;               ///< of sums, for the digits that were added
};

Way way_of(const TallyLayout::Slot& from, const TallyLayout::Slot& to, std::size_t slot) {
  Way way;
  if (from.points.empty() != to.points.empty() || from.digits > to.digits) return way;
  way.slot = slot;
  std::unordered_map<std::string_view, std::size_t> known;
  for (std::size_t i = 0; i < to.points.size(); ++i)
    known.emplace(to.points[i], i);
  for (const std::string& point : from.points) {
    const auto found = known.find(point);
    way.points.push_back(found == known.end() ? kNowhere : found->second);
  }
  for (int digit = from.digits; digit < to.digits; ++digit)
    way.factor *= 10;
  return way;
}

std::vector<Way> ways_of(const TallyLayout& from, const TallyLayout& to) {
  std::unordered_map<std::string_view, std::size_t> known;
  for (std::size_t i = 0; i < to.slots.size(); ++i)
    known.emplace(to.slots[i].id, i);
  std::vector<Way> ways;
  ways.reserve(from.slots.size());
  for (const TallyLayout::Slot& slot : from.slots) {
    const auto found = known.find(slot.id);
    ways.push_back(found == known.end() ? Way{} : way_of(slot, to.slots[found->second], found->second));
  }
  return ways;
}

std::vector<std::optional<std::uint16_t>> segments_of(const TallyLayout& from, const TallyLayout& to) {
  std::vector<std::optional<std::uint16_t>> numbers{std::uint16_t{0}};
  for (const TallyLayout::SegmentValue& value : from.segments)
    numbers.push_back(to.segment(value.segment, value.value));
  return numbers;
}

bool scaled(WideInt number, WideInt factor, WideInt& result) {
  return !__builtin_mul_overflow(number, factor, &result);
}

bool put_measure(const Cell& from, WideInt factor, Cell& to) {
  to.figures = from.figures;
  to.rates = from.rates;
  return scaled(from.sum, factor, to.sum) && scaled(from.squares, factor * factor, to.squares) &&
         scaled(from.numerators, factor, to.numerators) && scaled(from.denominators, factor, to.denominators);
}

void put_counts(const Cell& from, const Way& way, Cell& to, std::uint64_t& left_out) {
  to.not_applicable = from.not_applicable;
  to.dont_know = from.dont_know;
  std::copy(std::begin(from.confidence), std::end(from.confidence), std::begin(to.confidence));
  std::copy(std::begin(from.evidence), std::end(from.evidence), std::begin(to.evidence));
  for (std::size_t i = 0; i < way.points.size(); ++i) {
    if (way.points[i] != kNowhere)
      to.points[way.points[i]] = from.points[i];
    else
      left_out += from.points[i];
  }
}

}  // namespace

Result<TallySheet> carry_over(const TallySheet& from, std::shared_ptr<const TallyLayout> layout,
                              std::uint64_t& left_out) {
  const std::vector<Way> ways = ways_of(from.layout(), *layout);
  const std::vector<std::optional<std::uint16_t>> segments = segments_of(from.layout(), *layout);
  TallySheet to(std::move(layout));
  for (const auto& [key, cell] : from.cells()) {
    const Way& way = ways[key.slot];
    const std::optional<std::uint16_t> segment = segments[key.segment];
    if (way.slot == kNowhere || !segment) {
      left_out += cell.values();
      continue;
    }
    Cell& target = to.cell({static_cast<std::uint32_t>(way.slot), *segment, key.source});
    put_counts(cell, way, target, left_out);
    if (!put_measure(cell, way.factor, target))
      return failure(ErrorKind::kLimit, msg("answers.tally-overflow"));
  }
  return to;
}

}  // namespace orienta
