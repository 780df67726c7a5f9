// SPDX-License-Identifier: MIT
#include "analysis/batch.hpp"

#include <algorithm>

namespace orienta {

std::uint32_t role_index(const CriteriaSet& set, const std::string& role) {
  const auto found = std::ranges::find(set.roles, role, &Role::id);
  return found == set.roles.end() ? ORIENTA_NONE : static_cast<std::uint32_t>(found - set.roles.begin());
}

bool has_open(const Readings& readings) {
  return std::ranges::any_of(readings.combined, [](const orienta_reading_t& reading) {
    return reading.state == ORIENTA_STATE_MISSING || reading.state == ORIENTA_STATE_DONT_KNOW ||
           reading.state == ORIENTA_STATE_WITHHELD;
  });
}

Result<Batch> Batch::create() {
  auto block = SharedBlock::create();
  if (!block) return failure(block.error());
  return Batch(std::move(*block));
}

void Batch::begin(std::uint32_t want) {
  block_.clear();
  units_.clear();
  want_ = want;
  header_ = block_.reserve(sizeof(orienta_batch_t));
}

void Batch::add(UnitKind kind, std::uint32_t role, const Readings& readings,
                std::span<const orienta_target_t> targets) {
  orienta_unit_t unit{};
  unit.kind = static_cast<std::uint32_t>(kind);
  unit.role = role;
  unit.combined = block_.put_all(std::span<const orienta_reading_t>(readings.combined));
  unit.sources = block_.put_all(std::span<const orienta_reading_t>(readings.sources));
  unit.targets = block_.put_all(targets);
  units_.push_back(unit);
}

void Batch::finish(std::span<const Scenario> scenarios) {
  std::vector<orienta_scenario_t> written;
  for (const Scenario& scenario : scenarios) {
    orienta_scenario_t entry{};
    entry.open = scenario.open;
    entry.values = block_.put_all(std::span<const orienta_value_override_t>(scenario.values));
    entry.ratings = block_.put_all(std::span<const orienta_rating_override_t>(scenario.ratings));
    entry.weights = block_.put_all(std::span<const orienta_weight_override_t>(scenario.weights));
    written.push_back(entry);
  }
  orienta_batch_t header{};
  header.size = sizeof(orienta_batch_t);
  header.want = want_;
  header.units = block_.put_all(std::span<const orienta_unit_t>(units_));
  header.scenarios = block_.put_all(std::span<const orienta_scenario_t>(written));
  block_.at<orienta_batch_t>(header_) = header;
}

}  // namespace orienta
