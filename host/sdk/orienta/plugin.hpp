// SPDX-License-Identifier: MIT
// A plugin is one class and one macro:
//
//   class MyPlugin {
//    public:
//     explicit MyPlugin(const orienta::sdk::Set& set);            // prepare: look things up once
//     static void check(const orienta::sdk::Set& set, orienta::sdk::Checker& checker);   // params and tags
//     void score(const orienta::sdk::Unit& unit, orienta::sdk::Output& out) const;       // one unit, one
//     scenario
//   };
//   ORIENTA_PLUGIN(MyPlugin, "my-plugin", "1.0.0")
//
// The object lives from prepare to release, the set as long as the object. All calls come on one thread, one
// at a time. Exceptions may leave any of the three: the host is told their text and the call fails. `score`
// puts nothing into globals and depends on nothing but its arguments and the set: units and scenarios come in
// any order, any number of times.
#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <string_view>

#include "orienta/note.hpp"
#include "orienta/output.hpp"
#include "orienta/plugin.h"
#include "orienta/set.hpp"
#include "orienta/unit.hpp"

namespace orienta::sdk::detail {

inline std::int32_t fail(const orienta_host_t* host, std::string_view reason) noexcept {
  if (host != nullptr && host->fail != nullptr) host->fail(host->host_data, text_of(reason));
  return ORIENTA_FAILED;
}

/// Runs `call` and turns what it throws into ORIENTA_FAILED.
template <class Call>
std::int32_t guarded(const orienta_host_t* host, Call call) noexcept {
  try {
    return call();
  } catch (const std::exception& error) {
    return fail(host, error.what());
  } catch (...) {
    return fail(host, "threw something that is not a std::exception");
  }
}

/// What is behind an orienta_handle_t.
template <class Plugin>
struct Prepared {
  Prepared(const orienta_host_t* host_, const orienta_block_t& block)
      : host(host_), set(block), plugin(set), changes(set), out(set) {}
  const orienta_host_t* host;
  Set set;
  Plugin plugin;
  Changes changes;
  Output out;
};

template <class Plugin>
std::int32_t check(const orienta_host_t* host, const orienta_block_t* set, void* sink_data,
                   Checker::Sink note) noexcept {
  return guarded(host, [&]() -> std::int32_t {
    Checker checker(note, sink_data);
    Plugin::check(Set(*set), checker);
    return checker.stopped() ? ORIENTA_STOPPED : ORIENTA_OK;
  });
}

template <class Plugin>
std::int32_t prepare(const orienta_host_t* host, const orienta_block_t* set,
                     orienta_handle_t** handle) noexcept {
  return guarded(host, [&]() -> std::int32_t {
    auto prepared = std::make_unique<Prepared<Plugin>>(host, *set);
    *handle = reinterpret_cast<orienta_handle_t*>(prepared.release());
    return ORIENTA_OK;
  });
}

template <class Plugin>
void release(orienta_handle_t* handle) noexcept {
  delete reinterpret_cast<Prepared<Plugin>*>(handle);
}

inline bool is_within(std::uint32_t first, std::uint32_t count, std::uint32_t size) {
  return first <= size && count <= size - first;
}

template <class Plugin>
std::int32_t score(orienta_handle_t* handle, const orienta_block_t* block, std::uint32_t first_unit,
                   std::uint32_t unit_count, std::uint32_t first_scenario, std::uint32_t scenario_count,
                   const orienta_sink_t* sink) noexcept {
  auto& prepared = *reinterpret_cast<Prepared<Plugin>*>(handle);
  return guarded(prepared.host, [&]() -> std::int32_t {
    const Batch batch(*block);
    const Range<orienta_scenario_t> scenarios = batch.scenarios();
    if (!is_within(first_unit, unit_count, batch.units().size()) ||
        !is_within(first_scenario, scenario_count, scenarios.size())) {
      return fail(prepared.host, "the host asked for units or scenarios beyond the batch");
    }
    for (std::uint32_t unit = first_unit; unit < first_unit + unit_count; ++unit) {
      for (std::uint32_t which = first_scenario; which < first_scenario + scenario_count; ++which) {
        prepared.changes.put(batch.block(), scenarios[which], unit);
        prepared.out.begin(*sink, unit, which, batch.want());
        prepared.plugin.score(Unit(batch, unit, scenarios[which], prepared.changes), prepared.out);
        if (!prepared.out.hand_over()) return ORIENTA_STOPPED;
      }
    }
    return ORIENTA_OK;
  });
}

template <class Plugin>
constexpr orienta_entry_t entry(std::string_view id, std::string_view version) {
  return {sizeof(orienta_entry_t),
          0,
          {ORIENTA_ABI_MAJOR, ORIENTA_ABI_MINOR},
          text_of(id),
          text_of(version),
          &check<Plugin>,
          &prepare<Plugin>,
          &release<Plugin>,
          &score<Plugin>,
          nullptr};
}

}  // namespace orienta::sdk::detail

/// Exports the plugin. Once per library, outside of any namespace; id and version as in plugin.yaml.
#define ORIENTA_PLUGIN(Class, id, version)                                                  \
  extern "C" __attribute__((visibility("default"))) const orienta_entry_t orienta_entry_v1; \
  extern "C" constexpr orienta_entry_t orienta_entry_v1 = ::orienta::sdk::detail::entry<Class>(id, version);
