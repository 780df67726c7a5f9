// SPDX-License-Identifier: MIT
// Calls a plugin's functions, one unit at a time, and passes on what it says. Used by the worker and by the
// in-process runner, so that both give the same bits.
#pragma once

#include <map>
#include <string>

#include "plugins/worker/emitter.hpp"

namespace orienta::worker {

/// Not movable: the plugin keeps its address. Entry, emitter and page outlive it.
class Caller {
 public:
  Caller(const orienta_entry_t& entry, Emitter& emitter, wire::Page& page);
  ~Caller();  ///< releases what was prepared
  Caller(const Caller&) = delete;
  Caller& operator=(const Caller&) = delete;

  // Each gives the plugin's status, or one of those of wire.hpp. The last records wait in the emitter when it
  // returns.
  std::int32_t load();  ///< calls nothing
  std::int32_t check(orienta_block_t set);
  /// `set` stays until release.
  std::int32_t prepare(std::uint32_t number, orienta_block_t set);
  /// `stop_at`: the call to the sink that is told to stop, whatever the host says; 0: none.
  std::int32_t score(std::uint32_t number, orienta_block_t batch, std::uint64_t stop_at = 0);
  /// Gives back the block of the set, which the plugin does not use any more.
  std::int32_t release(std::uint32_t number, orienta_block_t& set);

  /// What the plugin said through fail() during the last call.
  const std::string& reason() const { return reason_; }

 private:
  struct Prepared {
    orienta_handle_t* handle = nullptr;
    orienta_block_t set{};
    std::uint32_t nodes = 0;
  };
  void begin(std::uint32_t nodes);
  template <class Function>
  std::int32_t called(Function function);
  std::int32_t score_units(const Prepared& prepared, orienta_block_t batch);
  /// Counts a call to the sink; whether the plugin is to stop.
  bool stops();
  std::int32_t on_note(wire::RecordKind kind, std::uint32_t unit, const orienta_note_t* note);
  orienta_sink_t sink();

  const orienta_entry_t& entry_;
  Emitter& emitter_;
  wire::Page& page_;
  orienta_host_t host_{};
  orienta_host_log_t log_{};
  std::map<std::uint32_t, Prepared> sets_;
  std::string reason_;
  std::uint64_t sink_calls_ = 0;  ///< of this call
  std::uint64_t stop_at_ = 0;
};

}  // namespace orienta::worker
