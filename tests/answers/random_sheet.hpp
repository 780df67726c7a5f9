// SPDX-License-Identifier: MIT
// Sheets for properties.
#pragma once

#include <rapidcheck.h>

#include <memory>

#include "answers/tally.hpp"

namespace orienta::test {

inline std::uint64_t small_count() {
  return *rc::gen::inRange<std::uint64_t>(0, 300);
}

inline void fill(Cell& cell) {
  cell.not_applicable = small_count();
  cell.dont_know = small_count();
  for (std::uint64_t& count : cell.confidence)
    count = small_count();
  for (std::uint64_t& count : cell.evidence)
    count = small_count();
  for (std::uint64_t& count : cell.points)
    count = small_count();
  if (!cell.points.empty()) return;
  // A cell may be filled a second time.
  cell.sum = cell.squares = cell.numerators = cell.denominators = 0;
  cell.figures = small_count();
  if (cell.figures > 0) {
    cell.sum = *rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000);
    cell.squares =
        static_cast<WideInt>(*rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000'000)) * 1'000'000'000'000;
  }
  cell.rates = small_count();
  if (cell.rates > 0) {
    cell.numerators = *rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000);
    cell.denominators = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000'000'000);
  }
}

inline TallySheet random_sheet(const std::shared_ptr<const TallyLayout>& layout) {
  TallySheet sheet(layout);
  const int cells = *rc::gen::inRange(0, 12);
  for (int i = 0; i < cells; ++i) {
    const auto slot = *rc::gen::inRange<std::uint32_t>(0, static_cast<std::uint32_t>(layout->slots.size()));
    const auto segment = *rc::gen::inRange<unsigned>(0, static_cast<unsigned>(layout->segments.size() + 1));
    const auto source = *rc::gen::inRange<unsigned>(0, kSourceCount);
    fill(sheet.cell({slot, static_cast<std::uint16_t>(segment), static_cast<Source>(source)}));
  }
  return sheet;
}

}  // namespace orienta::test
