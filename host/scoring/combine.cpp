// SPDX-License-Identifier: MIT
#include "scoring/combine.hpp"

#include <algorithm>
#include <array>

#include "criteria/source.hpp"
#include "orienta/aggregate.hpp"
#include "scoring/cell_reading.hpp"

namespace orienta {
namespace {

using Sources = std::span<const orienta_reading_t>;

constexpr std::uint8_t kCombined = ORIENTA_SOURCE_COMBINED;

/// Smaller goes first. Auditor over self, with the other views in between.
constexpr std::array<std::uint8_t, kSourceCount> kRanks = [] {
  constexpr std::array kOrder{Source::kAgreed, Source::kAuditor, Source::kMysteryShopper, Source::kClient,
                              Source::kSystem, Source::kManager, Source::kPeer,           Source::kSelf};
  std::array<std::uint8_t, kSourceCount> ranks{};
  for (std::size_t i = 0; i < kOrder.size(); ++i)
    ranks[static_cast<std::size_t>(kOrder[i])] = static_cast<std::uint8_t>(i);
  return ranks;
}();

bool has_value(const orienta_reading_t& reading) {
  return reading.state == ORIENTA_STATE_VALUE;
}

bool has_state(Sources sources, std::uint8_t state) {
  return std::any_of(sources.begin(), sources.end(),
                     [=](const auto& reading) { return reading.state == state; });
}

const orienta_reading_t* first_in_rank(Sources sources) {
  const orienta_reading_t* first = nullptr;
  for (const orienta_reading_t& reading : sources)
    if (has_value(reading) && (first == nullptr || kRanks[reading.source] < kRanks[first->source]))
      first = &reading;
  return first;
}

const orienta_reading_t* lowest(Sources sources) {
  const orienta_reading_t* lowest = nullptr;
  for (const orienta_reading_t& reading : sources) {
    if (!has_value(reading)) continue;
    const bool lower = lowest == nullptr || reading.value < lowest->value ||
                       (reading.value == lowest->value && kRanks[reading.source] < kRanks[lowest->source]);
    if (lower) lowest = &reading;
  }
  return lowest;
}

/// Without declared weights every source counts alike.
double weight_of(const Indicator& indicator, const orienta_reading_t& reading) {
  if (indicator.source_weights.empty()) return 1;
  for (const auto& [source, weight] : indicator.source_weights)
    if (static_cast<std::uint8_t>(source) == reading.source) return weight;
  return 0;
}

std::uint32_t limited_sum(std::uint32_t left, std::uint32_t right) {
  return right > UINT32_MAX - left ? UINT32_MAX : left + right;
}

orienta_reading_t without_value(std::uint32_t index, Sources sources) {
  std::uint8_t state = ORIENTA_STATE_MISSING;
  if (has_state(sources, ORIENTA_STATE_WITHHELD))
    state = ORIENTA_STATE_WITHHELD;
  else if (has_state(sources, ORIENTA_STATE_DONT_KNOW))
    state = ORIENTA_STATE_DONT_KNOW;
  else if (has_state(sources, ORIENTA_STATE_NOT_APPLICABLE))
    state = ORIENTA_STATE_NOT_APPLICABLE;
  orienta_reading_t result = empty_reading(index, kCombined, state);
  for (const orienta_reading_t& reading : sources) {
    result.not_applicable = limited_sum(result.not_applicable, reading.not_applicable);
    result.dont_know = limited_sum(result.dont_know, reading.dont_know);
  }
  return result;
}

orienta_reading_t weighted(const Indicator& indicator, std::uint32_t index, Sources sources) {
  std::array<sdk::Part, kSourceCount> values;
  std::array<sdk::Part, kSourceCount> statistics;
  std::size_t count = 0;
  orienta_reading_t result = empty_reading(index, kCombined, ORIENTA_STATE_VALUE);
  for (const orienta_reading_t& reading : sources) {
    const double weight = weight_of(indicator, reading);
    if (!has_value(reading) || !(weight > 0)) continue;
    values[count] = {sdk::rating_of(reading), weight};
    statistics[count] = {sdk::certain(reading.statistic), weight};
    ++count;
    result.count = limited_sum(result.count, reading.count);
    result.not_applicable = limited_sum(result.not_applicable, reading.not_applicable);
    result.dont_know = limited_sum(result.dont_know, reading.dont_know);
    result.flags = static_cast<std::uint8_t>(result.flags | (reading.flags & ORIENTA_READING_HAS_ERROR));
  }
  if (count == 0) return without_value(index, sources);
  const sdk::Rating mean = sdk::weighted_mean(values.data(), count);
  result.value = mean.value;
  result.error = mean.error;
  result.freedom = mean.freedom;
  // Errors that are all zero leave no degrees of freedom to combine, so none is claimed.
  if (!(mean.freedom > 0)) result.flags = 0;
  result.statistic = sdk::weighted_mean(statistics.data(), count).value;
  return result;
}

orienta_reading_t taken(const orienta_reading_t* chosen, std::uint32_t index, Sources sources) {
  if (chosen == nullptr) return without_value(index, sources);
  orienta_reading_t result = *chosen;
  result.source = kCombined;
  return result;
}

orienta_reading_t by_rule(const Indicator& indicator, std::uint32_t index, Sources sources) {
  switch (indicator.combine) {
    case Combine::kShownOnly:
      return empty_reading(index, kCombined, ORIENTA_STATE_NOT_ASKED);
    case Combine::kWeighted:
      return weighted(indicator, index, sources);
    case Combine::kLowest:
      return taken(lowest(sources), index, sources);
    case Combine::kAuditorOverSelf:
      break;
  }
  return taken(first_in_rank(sources), index, sources);
}

}  // namespace

orienta_reading_t combine_sources(const Indicator& indicator, std::uint32_t index, Sources sources) {
  const auto agreed = std::find_if(sources.begin(), sources.end(), [](const orienta_reading_t& reading) {
    return reading.source == ORIENTA_SOURCE_AGREED;
  });
  const bool decided = agreed != sources.end() && indicator.combine != Combine::kShownOnly;
  orienta_reading_t result = decided ? taken(&*agreed, index, sources) : by_rule(indicator, index, sources);
  if (!has_value(result)) {
    result.evidence = 0;
    return result;
  }
  for (const orienta_reading_t& reading : sources)
    if (has_value(reading)) result.evidence = static_cast<std::uint8_t>(result.evidence | reading.evidence);
  return result;
}

}  // namespace orienta
