// SPDX-License-Identifier: MIT
#include "answers/survey_counts.hpp"

#include <algorithm>

namespace orienta {
namespace {

bool is_sum(const SurveyPlan& plan, std::uint32_t slot) {
  return slot < plan.slots.size() && plan.slots[slot].measure != nullptr;
}

void add_cell(std::uint64_t* to, const std::uint64_t* from, std::uint32_t width, bool measure) {
  const std::uint32_t counts = measure ? survey_cell::kSum : width;
  for (std::uint32_t i = 0; i < counts; ++i)
    to[i] += from[i];
  if (!measure) return;
  add_wide(to + survey_cell::kSum, read_wide(from + survey_cell::kSum));
  add_wide(to + survey_cell::kSquares, read_wide(from + survey_cell::kSquares));
}

void fill_cell(const SurveyPlan& plan, std::uint32_t slot, const std::uint64_t* numbers, Cell& cell) {
  if (slot >= plan.slots.size()) {
    std::copy_n(numbers, plan.widths[slot], cell.points.begin());
    return;
  }
  cell.not_applicable = numbers[survey_cell::kNotApplicable];
  cell.dont_know = numbers[survey_cell::kDontKnow];
  if (is_sum(plan, slot)) {
    cell.figures = numbers[survey_cell::kFigures];
    cell.sum = read_wide(numbers + survey_cell::kSum);
    cell.squares = read_wide(numbers + survey_cell::kSquares);
  } else {
    std::copy(numbers + survey_cell::kPoints, numbers + plan.widths[slot], cell.points.begin());
  }
}

Source source_of_slot(const SurveyPlan& plan, std::uint32_t slot) {
  const auto indicators = static_cast<std::uint32_t>(plan.slots.size());
  if (slot >= indicators) slot = plan.set->joints[slot - indicators].first;
  return plan.slots[slot].source.value_or(Source::kClient);
}

TallySheet sheet_of(const SurveyPlan& plan, const SurveyCounts& counts, std::uint32_t unit) {
  TallySheet sheet(plan.layout);
  for (std::uint32_t slot = 0; slot < plan.widths.size(); ++slot) {
    const std::uint64_t* const cells = counts.find(unit, slot);
    if (cells == nullptr) continue;
    for (std::uint32_t segment = 0; segment < counts.segments(); ++segment) {
      const std::uint64_t* const numbers = cells + static_cast<std::size_t>(segment) * plan.widths[slot];
      if (std::all_of(numbers, numbers + plan.widths[slot], [](std::uint64_t number) { return number == 0; }))
        continue;
      const CellKey key{slot, static_cast<std::uint16_t>(segment), source_of_slot(plan, slot)};
      fill_cell(plan, slot, numbers, sheet.cell(key));
    }
  }
  return sheet;
}

}  // namespace

void add_wide(std::uint64_t* words, WideInt value) {
  const WideInt sum = read_wide(words) + value;
  words[0] = static_cast<std::uint64_t>(sum);
  words[1] = static_cast<std::uint64_t>(sum >> 64);
}

WideInt read_wide(const std::uint64_t* words) {
  return static_cast<WideInt>(words[0]) |
         static_cast<WideInt>(static_cast<std::int64_t>(words[1])) * (WideInt{1} << 64);
}

std::uint64_t* SurveyCounts::allocate(std::size_t size) {
  constexpr std::size_t kChunk = 8192;  // numbers: 64 KiB
  if (size > room_) {
    chunk_size_ = std::max(size, kChunk);
    room_ = chunk_size_;
    chunks_.push_back(std::make_unique<std::uint64_t[]>(chunk_size_));
  }
  std::uint64_t* const at = chunks_.back().get() + (chunk_size_ - room_);
  room_ -= size;
  return at;
}

void SurveyCounts::add(const SurveyCounts& other) {
  responses += other.responses;
  rows += other.rows;
  rejected += other.rejected;
  for (std::uint32_t unit = 0; unit < rows_.size(); ++unit) {
    if (!other.has(unit)) continue;
    for (std::uint32_t slot = 0; slot < plan_->widths.size(); ++slot) {
      const std::uint64_t* const from = other.find(unit, slot);
      if (from == nullptr) continue;
      std::uint64_t* const to = cells(unit, slot);
      const std::uint32_t width = plan_->widths[slot];
      for (std::uint32_t segment = 0; segment < segments_; ++segment)
        add_cell(to + static_cast<std::size_t>(segment) * width,
                 from + static_cast<std::size_t>(segment) * width, width, is_sum(*plan_, slot));
    }
  }
}

std::vector<std::pair<std::uint32_t, TallySheet>> sheets_of(const SurveyPlan& plan,
                                                            const SurveyCounts& counts) {
  std::vector<std::pair<std::uint32_t, TallySheet>> sheets;
  const auto units = static_cast<std::uint32_t>(plan.organisation->units().size());
  for (std::uint32_t unit = 0; unit < units; ++unit) {
    if (!counts.has(unit)) continue;
    TallySheet sheet = sheet_of(plan, counts, unit);
    if (!sheet.empty()) sheets.emplace_back(unit, std::move(sheet));
  }
  return sheets;
}

}  // namespace orienta
