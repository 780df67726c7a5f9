// SPDX-License-Identifier: MIT
#include "analysis/assess.hpp"

#include <algorithm>
#include <array>
#include <future>
#include <map>
#include <memory>

#include "analysis/batch.hpp"
#include "analysis/unit_reader.hpp"

namespace orienta {
namespace {

/// Readings of one chunk stay within the processor's cache on their way to the worker.
constexpr std::size_t kChunkBytes = 2u << 20;

std::uint32_t units_per_chunk(const CriteriaSet& set) {
  const std::size_t per_unit =
      std::max<std::size_t>(1, set.indicators.size()) * 2 * sizeof(orienta_reading_t);
  return static_cast<std::uint32_t>(std::clamp<std::size_t>(kChunkBytes / per_unit, 1, 1024));
}

/// Targets depend on kind and role unless one names a unit; most units share them.
class TargetCache {
 public:
  TargetCache(const CriteriaSet& set, std::span<const AssessmentTarget> targets)
      : set_(set), targets_(targets) {}

  std::span<const orienta_target_t> of(const Unit& unit) {
    const bool own =
        std::ranges::any_of(targets_, [&](const AssessmentTarget& target) { return target.unit == unit.id; });
    const std::string key = std::to_string(static_cast<int>(unit.kind)) + '\x1f' + unit.role + '\x1f' +
                            (own ? unit.id.value : "");
    const auto found = cache_.find(key);
    if (found != cache_.end()) return found->second;
    return cache_.emplace(key, targets_of(set_, unit, targets_)).first->second;
  }

 private:
  const CriteriaSet& set_;
  std::span<const AssessmentTarget> targets_;
  std::map<std::string, std::vector<orienta_target_t>> cache_;
};

NodeResult without_score(const CriteriaSet& set, ResultState state) {
  NodeResult result;
  result.state = state;
  result.of = static_cast<int>(set.levels.size());
  return result;
}

/// One chunk on its way: the batch, and which unit of the organisation each of its units is. Units with open
/// answers are scored three times, so they are kept apart from those without.
struct Chunk {
  Batch batch;
  std::vector<std::uint32_t> units;
  bool with_bounds = false;
};

/// One chunk being filled while the one before is scored.
struct Lane {
  std::vector<Chunk> chunks;
  std::size_t filling = 0;
};

class Scoring {
 public:
  Scoring(const AssessInput& input, Runner& runner, PreparedSet prepared, std::uint32_t want,
          std::stop_token stop)
      : input_(input),
        runner_(runner),
        prepared_(prepared),
        want_(want),
        stop_(std::move(stop)),
        targets_(*input.set, input.targets),
        scored_(scored_units(*input.set, *input.organisation)) {}

  Result<SetResult> run(const ReadObserver& observe) {
    auto reader = UnitReader::prepare(input_);
    if (!reader) return failure(std::move(reader.error()));
    if (Status opened = open_chunks(); !opened) return failure(std::move(opened.error()));
    Status done = reader->each([&](const UnitReader::Read& read) {
      if (observe) observe(read.unit, read.sheet, read.withheld, read.readings);
      return take(read);
    });
    for (Lane& lane : lanes_)
      if (done) done = send(lane);
    const Status last = receive();
    if (done) done = last;
    if (!done) return failure(std::move(done.error()));
    std::ranges::sort(result_.units, {}, &UnitResult::unit);
    std::ranges::stable_sort(result_.notes, {}, &UnitNote::unit);
    return std::move(result_);
  }

 private:
  Status open_chunks() {
    for (const bool with_bounds : {false, true}) {
      for (int i = 0; i < 2; ++i) {
        auto batch = Batch::create();
        if (!batch) return failure(std::move(batch.error()));
        batch->begin(want_);
        lanes_[with_bounds].chunks.push_back({std::move(*batch), {}, with_bounds});
      }
    }
    return {};
  }

  Status take(const UnitReader::Read& read) {
    const Unit& unit = input_.organisation->units()[read.unit];
    if (!unit.in_scope || !scored_[read.unit]) {
      const ResultState state = unit.in_scope ? ResultState::kNotScored : ResultState::kOutOfScope;
      result_.units.push_back({read.unit, {without_score(*input_.set, state)}});
      return {};
    }
    Lane& lane = lanes_[has_open(read.readings)];
    Chunk& chunk = lane.chunks[lane.filling];
    chunk.batch.add(unit.kind, role_index(*input_.set, unit.role), read.readings, targets_.of(unit));
    chunk.units.push_back(read.unit);
    return chunk.units.size() >= units_per_chunk(*input_.set) ? send(lane) : Status();
  }

  /// Hands the filled chunk to the plugin and takes back the one before: reading and scoring go on side by
  /// side.
  Status send(Lane& lane) {
    if (Status received = receive(); !received) return received;
    Chunk& chunk = lane.chunks[lane.filling];
    if (chunk.units.empty()) return {};
    std::vector<Scenario> scenarios(1);
    if (chunk.with_bounds) {
      scenarios.push_back({ORIENTA_OPEN_WORST, {}, {}, {}});
      scenarios.push_back({ORIENTA_OPEN_BEST, {}, {}, {}});
    }
    chunk.batch.finish(scenarios);
    in_flight_ = &chunk;
    answer_ = std::async(std::launch::async, [this, &chunk] {
      return runner_.score(
          prepared_, chunk.batch.block(), [this, &chunk](std::uint32_t unit) { return label(chunk, unit); },
          stop_);
    });
    lane.filling = 1 - lane.filling;
    return {};
  }

  Status receive() {
    if (in_flight_ == nullptr) return {};
    Chunk& chunk = *in_flight_;
    in_flight_ = nullptr;
    auto scores = answer_.get();
    if (!scores) return failure(std::move(scores.error()));
    put_together_all(chunk, *scores);
    chunk.units.clear();
    chunk.batch.begin(want_);
    return {};
  }

  std::string label(const Chunk& chunk, std::uint32_t unit) const {
    return unit < chunk.units.size() ? input_.organisation->units()[chunk.units[unit]].id.value
                                     : std::string();
  }

  void put_together_all(const Chunk& chunk, const BatchScores& scores) {
    const std::size_t views = chunk.with_bounds ? 3 : 1;
    for (std::size_t i = 0; i < chunk.units.size(); ++i) {
      const ScoredUnit& as_is = scores.units[i * views];
      UnitResult unit{chunk.units[i], {}};
      unit.nodes.reserve(as_is.count);
      for (std::uint32_t node = 0; node < as_is.count; ++node) {
        const auto view = [&](std::size_t scenario) {
          return &scores.scores[scores.units[i * views + scenario].first + node];
        };
        unit.nodes.push_back(put_together(*input_.set, *view(0), views > 1 ? view(1) : nullptr,
                                          views > 1 ? view(2) : nullptr));
      }
      result_.units.push_back(std::move(unit));
    }
    for (const UnitNote& note : scores.notes)
      result_.notes.push_back({chunk.units[note.unit], note.is_remark, note.note});
  }

  const AssessInput& input_;
  Runner& runner_;
  PreparedSet prepared_;
  std::uint32_t want_;
  std::stop_token stop_;
  TargetCache targets_;
  std::vector<bool> scored_;
  std::array<Lane, 2> lanes_;  ///< without and with open answers
  Chunk* in_flight_ = nullptr;
  std::future<Result<BatchScores>> answer_;
  SetResult result_;
};

}  // namespace

TargetOf node_targets(const AssessInput& input) {
  if (input.targets.empty() && input.set->roles.empty()) return {};
  return [&input, cache = std::make_shared<TargetCache>(*input.set, input.targets)](std::uint32_t unit,
                                                                                    std::uint32_t node) {
    Target found;
    for (const orienta_target_t& target : cache->of(input.organisation->units()[unit])) {
      if (target.node != node) continue;
      if (target.kind == ORIENTA_TARGET_LEVEL) found.level = static_cast<int>(target.target);
      if (target.kind == ORIENTA_TARGET_INDEX) found.index = target.target;
    }
    return found;
  };
}

Status read_units_of(const AssessInput& input, const ReadObserver& observe) {
  auto reader = UnitReader::prepare(input);
  if (!reader) return failure(std::move(reader.error()));
  return reader->each([&](const UnitReader::Read& read) -> Status {
    observe(read.unit, read.sheet, read.withheld, read.readings);
    return {};
  });
}

Result<SetResult> assess(const AssessInput& input, Runner& runner, PreparedSet prepared, std::uint32_t want,
                         const ReadObserver& observe, std::stop_token stop) {
  auto result = Scoring(input, runner, prepared, want, std::move(stop)).run(observe);
  if (!result) return result;
  const TargetOf targets = node_targets(input);
  roll_up(*input.set, *input.organisation, result->units, targets);
  if (input.sample != nullptr)
    add_estimates(*input.set, *input.organisation, *input.sample, result->units, targets);
  return result;
}

std::vector<bool> scored_units(const CriteriaSet& set, const Organisation& organisation) {
  const auto& units = organisation.units();
  std::vector<bool> scored(units.size(), set.scored_at.empty());
  if (set.scored_at.empty()) return scored;
  for (std::size_t i = units.size(); i-- > 0;) {
    if (set.scored_at.has(units[i].kind)) scored[i] = true;
    if (const auto parent = organisation.parent(static_cast<std::uint32_t>(i)); parent && scored[i])
      scored[*parent] = true;
  }
  return scored;
}

}  // namespace orienta
