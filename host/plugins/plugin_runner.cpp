// SPDX-License-Identifier: MIT
#include "plugins/plugin_runner.hpp"

#include <algorithm>
#include <cstring>
#include <new>

namespace orienta {
namespace {

Result<SharedBlock> block_of(const CriteriaSet& set) try {
  auto block = SharedBlock::create();
  if (block) write_set(set, *block);
  return block;
} catch (const std::bad_alloc&) {
  return failure(ErrorKind::kLimit, msg("plugins.set-too-large", {{"set", set.id.value}}));
}

bool is_same(orienta_block_t left, orienta_block_t right) {
  return left.size == right.size && std::memcmp(left.data, right.data, left.size) == 0;
}

bool has_ended_well(const Ending& ending) {
  return ending.fate == Fate::kReturned && ending.number == ORIENTA_OK;
}

/// What the plugin returned is believed only as far as the contract goes.
Ending judged(Ending ending, ResultSink& sink, const std::stop_token& stop) {
  if (sink.breach()) {
    ending.fate = Fate::kBroken;
  } else if (stop.stop_requested() && ending.fate == Fate::kReturned && ending.number != ORIENTA_FAILED) {
    ending.fate = Fate::kCancelled;
  } else if (has_ended_well(ending)) {
    if (!sink.complete()) ending.fate = Fate::kBroken;
  } else if (ending.fate == Fate::kReturned) {
    if (ending.number == wire::kNoBlock)
      ending.fate = Fate::kOutOfMemory;
    else if (ending.number == wire::kNoHandle)
      sink.broken(msg("plugins.breach-no-handle"));
    else if (ending.number == ORIENTA_STOPPED)
      sink.broken(msg("plugins.breach-stopped"));
    else if (ending.number != ORIENTA_FAILED)
      sink.broken(msg("plugins.breach-status", {{"status", ending.number}}));
    if (sink.breach()) ending.fate = Fate::kBroken;
  }
  if (ending.fate == Fate::kBroken) ending.unit = sink.unit();
  return ending;
}

}  // namespace

PluginRunner::PluginRunner(PluginId plugin, RunLimits limits, std::unique_ptr<Transport> transport)
    : plugin_(std::move(plugin)), limits_(limits), transport_(std::move(transport)) {}

Blame PluginRunner::blame(const Set& set) const {
  return {plugin_, set.id, {}, limits_};
}

Result<std::vector<Note>> PluginRunner::check(const CriteriaSet& set) {
  auto block = block_of(set);
  if (!block) return failure(std::move(block.error()));
  const Set checked{set.id.value, *std::move(block)};
  ResultSink sink(shape_of(checked.block.view()), plugin_, limits_, &log_);
  auto run = transport_->run({wire::Ask::kCheck, 0, &checked.block}, sink, {});
  if (!run) return failure(std::move(run.error()));
  const Ending ending = judged(*std::move(run), sink, {});
  if (!has_ended_well(ending)) return failure(error_of(ending, blame(checked), sink.breach()));
  return sink.take_notes();
}

Result<PreparedSet> PluginRunner::prepare(const CriteriaSet& set) {
  auto block = block_of(set);
  if (!block) return failure(std::move(block.error()));
  const auto same = std::ranges::find_if(
      sets_, [&](const Set& known) { return is_same(known.block.view(), block->view()); });
  const auto number = static_cast<PreparedSet>(same - sets_.begin());
  if (same == sets_.end()) sets_.push_back({set.id.value, *std::move(block)});
  if (transport_->has(number)) return number;
  auto done = prepare(number, sets_[number]);
  if (done) return number;
  if (number + 1 == sets_.size()) sets_.pop_back();
  return failure(std::move(done.error()));
}

Status PluginRunner::prepare(PreparedSet number, const Set& set) {
  ResultSink sink(shape_of(set.block.view()), plugin_, limits_, &log_);
  auto run = transport_->run({wire::Ask::kPrepare, number, &set.block}, sink, {});
  if (!run) return failure(std::move(run.error()));
  const Ending ending = judged(*std::move(run), sink, {});
  if (!has_ended_well(ending)) return failure(error_of(ending, blame(set), sink.breach()));
  return {};
}

Result<BatchScores> PluginRunner::score(PreparedSet number, const SharedBlock& batch,
                                        const std::function<std::string(std::uint32_t)>& label,
                                        std::stop_token stop) {
  if (number >= sets_.size()) return failure(ErrorKind::kUsage, msg("plugins.set-not-prepared"));
  if (stop.stop_requested()) return failure(ErrorKind::kCancelled, msg("plugins.cancelled"));
  const Set& set = sets_[number];
  if (!transport_->has(number))
    if (auto done = prepare(number, set); !done) return failure(std::move(done.error()));

  orienta_batch_t head;
  std::memcpy(&head, batch.view().data, sizeof head);
  ResultSink sink(shape_of(set.block.view()), plugin_, limits_, &log_);
  sink.expect(head);
  auto run = transport_->run({wire::Ask::kScore, number, &batch}, sink, stop);
  if (!run) return failure(std::move(run.error()));
  const Ending ending = judged(*std::move(run), sink, stop);
  if (has_ended_well(ending)) return sink.take_scores();
  Blame blamed = blame(set);
  if (head.units.count > 0) blamed.unit = label(std::min(ending.unit, head.units.count - 1));
  return failure(error_of(ending, blamed, sink.breach()));
}

}  // namespace orienta
