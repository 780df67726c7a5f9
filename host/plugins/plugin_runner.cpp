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

/// The error of a plugin that was never called, with the set that it was wanted for.
Error about(const std::string& set, const Error& error) {
  if (error.kind != ErrorKind::kPlugin) return error;
  Error named{error.kind, {}};
  for (const Problem& problem : error.problems.kept())
    named.problems.add(problem.message, problem.where.file.empty() ? Where{set, 0, 0} : problem.where,
                       problem.severity);
  return named;
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
    else if (ending.number == wire::kThrew)
      sink.broken(msg("plugins.breach-exception", {{"reason", reason_of(ending)}}));
    else if (ending.number == ORIENTA_STOPPED)
      sink.broken(msg("plugins.breach-stopped"));
    else if (ending.number != ORIENTA_FAILED)
      sink.broken(msg("plugins.breach-status", {{"status", ending.number}}));
    if (sink.breach()) ending.fate = Fate::kBroken;
  }
  // What cannot be read says nothing of a unit; then the worker's own note of where it was has to do.
  if (ending.fate == Fate::kBroken && sink.breach()->code != msg("plugins.breach-channel").code)
    ending.unit = sink.unit();
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
  if (!run) return failure(about(checked.id, run.error()));
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
  return done({wire::Ask::kPrepare, number, &set.block}, sink, blame(set));
}

Status PluginRunner::done(const Call& call, ResultSink& sink, const Blame& blamed) {
  auto run = transport_->run(call, sink, {});
  if (!run) return failure(about(blamed.set, run.error()));
  const Ending ending = judged(*std::move(run), sink, {});
  if (!has_ended_well(ending)) return failure(error_of(ending, blamed, sink.breach()));
  return {};
}

Status PluginRunner::load() {
  auto nothing = block_of(CriteriaSet());
  if (!nothing) return failure(std::move(nothing.error()));
  ResultSink sink(shape_of(nothing->view()), plugin_, limits_, &log_);
  return done({wire::Ask::kLoad, 0, &*nothing}, sink, {plugin_, {}, {}, limits_});
}

Status PluginRunner::release(PreparedSet number) {
  const Set& set = sets_.at(number);
  ResultSink sink(shape_of(set.block.view()), plugin_, limits_, &log_);
  return done({wire::Ask::kRelease, number, &set.block}, sink, blame(set));
}

Status PluginRunner::stops(PreparedSet number, const SharedBlock& batch, std::uint64_t stop_at) {
  const Set& set = sets_.at(number);
  orienta_batch_t head;
  std::memcpy(&head, batch.view().data, sizeof head);
  ResultSink sink(shape_of(set.block.view()), plugin_, limits_, &log_);
  sink.expect(head);
  auto run = transport_->run({wire::Ask::kScore, number, &batch, stop_at}, sink, {});
  if (!run) return failure(about(set.id, run.error()));
  if (run->fate == Fate::kReturned && run->number == ORIENTA_STOPPED && !sink.breach()) return {};
  if (run->fate == Fate::kReturned && run->number == ORIENTA_OK)
    sink.broken(msg("plugins.breach-not-stopped"));
  if (run->fate == Fate::kReturned && run->number == wire::kWentOn)
    sink.broken(msg("plugins.breach-went-on"));
  // A status that means stopped was looked at above; nothing else is good here.
  const Ending ending = judged(*std::move(run), sink, {});
  return failure(error_of(ending, blame(set), sink.breach()));
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
  if (!run) return failure(about(set.id, run.error()));
  const Ending ending = judged(*std::move(run), sink, stop);
  if (has_ended_well(ending)) return sink.take_scores();
  Blame blamed = blame(set);
  if (head.units.count > 0) blamed.unit = label(std::min(ending.unit, head.units.count - 1));
  return failure(error_of(ending, blamed, sink.breach()));
}

}  // namespace orienta
