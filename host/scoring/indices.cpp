// SPDX-License-Identifier: MIT
#include "scoring/indices.hpp"

#include <algorithm>
#include <vector>

#include "orienta/aggregate.hpp"
#include "scoring/reading.hpp"

namespace orienta {
namespace {

std::optional<double> mean_of(const std::vector<sdk::Part>& parts) {
  const sdk::Rating mean = sdk::weighted_mean(parts);
  if (!mean.has_value()) return std::nullopt;
  return mean.value;
}

/// What all gaps of one unit are read from.
struct Pairs {
  const CriteriaSet& set;
  const TallySheet& sheet;
  Source source;
  std::uint16_t segment;
  std::span<const CellKey> withheld;
};

std::optional<double> gap_of_pair(const Pairs& pairs, std::size_t index) {
  const CellKey key{static_cast<std::uint32_t>(pairs.set.indicators.size() + index), pairs.segment,
                    pairs.source};
  const Cell* const cell = pairs.sheet.find(key);
  if (cell == nullptr || std::find(pairs.withheld.begin(), pairs.withheld.end(), key) != pairs.withheld.end())
    return std::nullopt;
  const Joint& joint = pairs.set.joints[index];
  const auto scale_of = [&](std::uint32_t indicator) -> const Scale& {
    return pairs.set.scales[pairs.set.indicators[indicator].scale];
  };
  const auto gap = gap_of(scale_of(joint.first), scale_of(joint.second), *cell, std::nullopt);
  if (!gap) return std::nullopt;
  return gap->value;
}

template <class IsIn>
std::optional<double> mean_gap(const Pairs& pairs, IsIn is_in) {
  std::vector<sdk::Part> parts;
  for (std::size_t i = 0; i < pairs.set.joints.size(); ++i) {
    const Indicator& second = pairs.set.indicators[pairs.set.joints[i].second];
    if (!is_in(second)) continue;
    if (const auto gap = gap_of_pair(pairs, i)) parts.push_back({sdk::certain(*gap), second.weight});
  }
  return mean_of(parts);
}

std::optional<double> gap_of_dimension(const Pairs& pairs, std::size_t dimension) {
  return mean_gap(pairs, [&](const Indicator& second) {
    return pairs.set.criteria[second.criterion].dimension == dimension;
  });
}

}  // namespace

std::optional<double> csi(std::span<const ImportanceSatisfaction> parts) {
  std::vector<sdk::Part> shares;
  shares.reserve(parts.size());
  for (const ImportanceSatisfaction& part : parts)
    shares.push_back({sdk::certain(part.satisfaction / part.scale_most), part.importance});
  const auto mean = mean_of(shares);
  if (!mean) return std::nullopt;
  return 100 * *mean;
}

std::optional<double> csi_of(const CriteriaSet& set, std::uint32_t criterion,
                             std::span<const orienta_reading_t> combined) {
  std::vector<ImportanceSatisfaction> parts;
  for (std::size_t i = 0; i < set.indicators.size(); ++i) {
    const Indicator& indicator = set.indicators[i];
    const Scale& scale = set.scales[indicator.scale];
    if (indicator.criterion != criterion || scale.is_measure() || combined[i].state != ORIENTA_STATE_VALUE)
      continue;
    const double least = scale.least_point();
    const double most = scale.most_point();
    if (least < 0 || !(most > 0)) continue;
    parts.push_back({indicator.weight, least + combined[i].value * (most - least), most});
  }
  return csi(parts);
}

std::optional<double> servqual_gap(const CriteriaSet& set, std::uint32_t node, const TallySheet& sheet,
                                   Source source, std::uint16_t segment, std::span<const CellKey> withheld) {
  const Pairs pairs{set, sheet, source, segment, withheld};
  if (node > set.dimensions.size()) {
    const std::size_t criterion = node - 1 - set.dimensions.size();
    return mean_gap(pairs, [&](const Indicator& second) { return second.criterion == criterion; });
  }
  if (node > 0) return gap_of_dimension(pairs, node - 1);
  std::vector<sdk::Part> parts;
  for (std::size_t i = 0; i < set.dimensions.size(); ++i)
    if (const auto gap = gap_of_dimension(pairs, i))
      parts.push_back({sdk::certain(*gap), set.dimensions[i].weight});
  return mean_of(parts);
}

}  // namespace orienta
