// SPDX-License-Identifier: MIT
#include "plugins/worker/caller.hpp"

#include <algorithm>
#include <exception>

namespace orienta::worker {
namespace {

constexpr auto kRelaxed = std::memory_order_relaxed;

std::uint32_t node_count(orienta_block_t set) {
  return static_cast<const orienta_set_t*>(set.data)->nodes.count;
}

}  // namespace

Caller::Caller(const orienta_entry_t& entry, Emitter& emitter, wire::Page& page)
    : entry_(entry), emitter_(emitter), page_(page) {
  log_.size = sizeof log_;
  log_.log = [](void* self, std::uint32_t severity, orienta_text_t line) {
    static_cast<Caller*>(self)->emitter_.log(severity, line);
  };
  host_.size = sizeof host_;
  host_.abi = {ORIENTA_ABI_MAJOR, ORIENTA_ABI_MINOR};
  host_.host_data = this;
  host_.fail = [](void* self, orienta_text_t reason) {
    if (reason.data == nullptr) return;
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(reason.size, wire::kTextBytes));
    static_cast<Caller*>(self)->reason_.assign(reason.data, size);
  };
  host_.extension = [](void* self, orienta_text_t id) -> const void* {
    if (id.data == nullptr || std::string_view(id.data, id.size) != ORIENTA_EXTENSION_LOG) return nullptr;
    return &static_cast<Caller*>(self)->log_;
  };
}

Caller::~Caller() {
  for (auto& [number, set] : sets_)
    called([&set = set, this] {
      entry_.release(set.handle);
      return ORIENTA_OK;
    });
}

void Caller::begin(std::uint32_t nodes) {
  reason_.clear();
  sink_calls_ = 0;
  stop_at_ = 0;
  emitter_.begin(nodes);
}

/// The contract knows no exceptions; one that comes is told from a crash.
template <class Function>
std::int32_t Caller::called(Function function) {
  try {
    return function();
  } catch (const std::exception& problem) {
    reason_ = std::string_view(problem.what()).substr(0, wire::kTextBytes);
  } catch (...) {
    reason_.clear();
  }
  return wire::kThrew;
}

bool Caller::stops() {
  ++sink_calls_;
  return page_.stop.load(kRelaxed) != 0 || (stop_at_ > 0 && sink_calls_ >= stop_at_);
}

std::int32_t Caller::load() {
  begin(0);
  return ORIENTA_OK;
}

std::int32_t Caller::check(orienta_block_t set) {
  begin(node_count(set));
  return called([&] {
    return entry_.check(&host_, &set, this, [](void* self, const orienta_note_t* note) -> std::int32_t {
      return static_cast<Caller*>(self)->on_note(wire::RecordKind::kProblem, 0, note);
    });
  });
}

std::int32_t Caller::prepare(std::uint32_t number, orienta_block_t set) {
  begin(node_count(set));
  // The plugin may keep the address of the orienta_block_t itself, so it is given the one in the map.
  Prepared& prepared = sets_[number];
  prepared = {nullptr, set, node_count(set)};
  std::int32_t status = called([&] { return entry_.prepare(&host_, &prepared.set, &prepared.handle); });
  if (status == ORIENTA_OK && prepared.handle == nullptr) status = wire::kNoHandle;
  if (status != ORIENTA_OK) sets_.erase(number);
  return status;
}

std::int32_t Caller::release(std::uint32_t number, orienta_block_t& set) {
  const auto found = sets_.find(number);
  if (found == sets_.end()) return wire::kNoHandle;
  begin(found->second.nodes);
  set = found->second.set;
  const std::int32_t status = called([&] {
    entry_.release(found->second.handle);
    return ORIENTA_OK;
  });
  sets_.erase(found);
  return status;
}

std::int32_t Caller::score(std::uint32_t number, orienta_block_t batch, std::uint64_t stop_at) {
  const auto found = sets_.find(number);
  if (found == sets_.end()) return wire::kNoHandle;
  begin(found->second.nodes);
  stop_at_ = stop_at;
  const std::int32_t status = called([&] { return score_units(found->second, batch); });
  return stop_at > 0 && sink_calls_ > stop_at ? wire::kWentOn : status;
}

std::int32_t Caller::score_units(const Prepared& prepared, orienta_block_t batch) {
  const auto& head = *static_cast<const orienta_batch_t*>(batch.data);
  const orienta_sink_t sink = this->sink();
  std::int32_t status = ORIENTA_OK;
  for (std::uint32_t unit = 0; unit < head.units.count && status == ORIENTA_OK; ++unit) {
    page_.unit.store(unit, kRelaxed);
    if (page_.stop.load(kRelaxed) != 0) {
      status = ORIENTA_STOPPED;
      break;
    }
    status = entry_.score(prepared.handle, &batch, unit, 1, 0, head.scenarios.count, &sink);
    if (status == ORIENTA_OK && !emitter_.unit_done(unit)) status = ORIENTA_STOPPED;
  }
  return status;
}

std::int32_t Caller::on_note(wire::RecordKind kind, std::uint32_t unit, const orienta_note_t* note) {
  const bool listening = emitter_.note(kind, unit, note);
  return stops() || !listening ? 1 : 0;
}

orienta_sink_t Caller::sink() {
  orienta_sink_t sink{};
  sink.size = sizeof sink;
  sink.host_data = this;
  sink.scores = [](void* self, std::uint32_t unit, std::uint32_t scenario, const orienta_score_t* scores,
                   std::uint32_t count, std::uint32_t stride) -> std::int32_t {
    auto& caller = *static_cast<Caller*>(self);
    const bool listening = caller.emitter_.scores(unit, scenario, scores, count, stride);
    return caller.stops() || !listening ? 1 : 0;
  };
  sink.trace = [](void* self, std::uint32_t unit, const orienta_note_t* note) -> std::int32_t {
    return static_cast<Caller*>(self)->on_note(wire::RecordKind::kTrace, unit, note);
  };
  sink.remark = [](void* self, std::uint32_t unit, const orienta_note_t* note) -> std::int32_t {
    return static_cast<Caller*>(self)->on_note(wire::RecordKind::kRemark, unit, note);
  };
  return sink;
}

}  // namespace orienta::worker
