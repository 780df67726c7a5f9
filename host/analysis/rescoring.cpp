// SPDX-License-Identifier: MIT
#include "analysis/rescoring.hpp"

namespace orienta {

void Rescoring::keep(std::uint32_t unit, const Readings& readings) {
  const Unit& record = input_->organisation->units()[unit];
  kept_.push_back({unit, readings, targets_of(*input_->set, record, input_->targets)});
}

void Rescoring::keep_only(const std::vector<bool>& kept) {
  std::size_t to = 0;
  for (std::size_t place = 0; place < kept_.size(); ++place) {
    if (!kept[place]) continue;
    if (to != place) kept_[to] = std::move(kept_[place]);
    ++to;
  }
  kept_.resize(to);
}

Result<Rescored> Rescoring::score(Runner& runner, PreparedSet prepared, std::span<const Scenario> scenarios,
                                  std::uint32_t want, std::stop_token stop) const {
  auto batch = Batch::create();
  if (!batch) return failure(std::move(batch.error()));
  batch->begin(want);
  const auto& units = input_->organisation->units();
  for (const Kept& kept : kept_) {
    const Unit& record = units[kept.unit];
    batch->add(record.kind, role_index(*input_->set, record.role), kept.readings, kept.targets);
  }
  batch->finish(scenarios);
  auto scores = runner.score(
      prepared, batch->block(),
      [&](std::uint32_t place) { return place < kept_.size() ? units[kept_[place].unit].id.value : ""; },
      std::move(stop));
  if (!scores) return failure(std::move(scores.error()));
  return Rescored(std::move(*scores), scenarios.size());
}

}  // namespace orienta
