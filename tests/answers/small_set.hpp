// SPDX-License-Identifier: MIT
// Criteria sets made in code, for tests of what comes after reading.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "criteria/set.hpp"

namespace orienta::test {

/// A scale of points "0", "1", … with these values.
inline Scale points_scale(std::string id, const std::vector<double>& values) {
  Scale scale;
  scale.id = std::move(id);
  for (std::size_t i = 0; i < values.size(); ++i)
    scale.points.push_back({std::to_string(i), values[i], {}});
  return scale;
}

/// A linear measure: `from` is worth 0, `to` is worth 1.
inline Scale measure_scale(std::string id, std::uint8_t digits, Decimal from, Decimal to) {
  Scale scale;
  scale.id = std::move(id);
  scale.measure.emplace();
  scale.measure->digits = digits;
  scale.measure->from = from;
  scale.measure->to = to;
  return scale;
}

/// One dimension with one criterion and no indicators yet.
inline CriteriaSet empty_set(std::string id = "set") {
  CriteriaSet set;
  set.id = SetId(std::move(id));
  set.dimensions.push_back({});
  set.dimensions.back().id = "dimension";
  set.criteria.push_back({});
  set.criteria.back().id = "criterion";
  set.scored_at.add(UnitKind::kOrganisation);
  return set;
}

/// Adds an indicator to the last criterion; returns its index.
inline std::uint32_t add_indicator(CriteriaSet& set, std::string id, std::uint32_t scale) {
  Indicator indicator;
  indicator.id = std::move(id);
  indicator.criterion = static_cast<std::uint32_t>(set.criteria.size() - 1);
  indicator.scale = scale;
  for (std::size_t source = 0; source < kSourceCount; ++source)
    indicator.answered_by.add(static_cast<Source>(source));
  set.indicators.push_back(std::move(indicator));
  return static_cast<std::uint32_t>(set.indicators.size() - 1);
}

/// Indicators "satisfaction" (0 to 4), "expected" (0 to 4) with the pair "both", and "hours" (one decimal; 10
/// is worth 0, 0 is worth 1); segments a and b of "group".
inline CriteriaSet small_set() {
  CriteriaSet set = empty_set();
  set.scales = {points_scale("five", {0, 1, 2, 3, 4}), measure_scale("hours", 1, {10, 0}, {0, 0})};
  set.scales[0].statistics.push_back({"net", Statistic::Kind::kNet, {4}, {0, 1}, {}});
  set.scales[0].statistics.push_back({"top2", Statistic::Kind::kShare, {3, 4}, {}, {}});
  add_indicator(set, "satisfaction", 0);
  add_indicator(set, "expected", 0);
  add_indicator(set, "hours", 1);
  set.joints.push_back({"both", 1, 0});
  set.segments.push_back({"group", {"a", "b"}, {}});
  return set;
}

}  // namespace orienta::test
