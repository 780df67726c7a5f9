// SPDX-License-Identifier: MIT
// The runner without a process of its own. It feeds the same records to the same sink as the worker's.
#include <set>

#include "base/utf8.hpp"
#include "plugins/package_bytes.hpp"
#include "plugins/plugin_runner.hpp"
#include "plugins/worker/caller.hpp"
#include "plugins/worker/library.hpp"

namespace orienta {
namespace {

class InProcess : public Transport {
 public:
  explicit InProcess(const orienta_entry_t& entry)
      : emitter_([this](const std::vector<std::byte>& records) { return sink_->take(records); }),
        caller_(entry, emitter_, page_) {}
  InProcess(worker::Library library, const orienta_entry_t& entry) : InProcess(entry) {
    library_ = std::move(library);
  }

  bool has(PreparedSet set) override { return sets_.contains(set); }

  Result<Ending> run(const Call& call, ResultSink& sink, const std::stop_token& stop) override {
    page_.unit = 0;
    page_.stop = 0;
    const std::stop_callback on_stop(stop, [this] { page_.stop = 1; });
    sink_ = &sink;
    Ending ending;
    ending.number = call_plugin(call);
    emitter_.flush();
    ending.unit = page_.unit;
    if (is_utf8(caller_.reason())) ending.text = caller_.reason();
    return ending;
  }

 private:
  std::int32_t call_plugin(const Call& call) {
    if (call.ask == wire::Ask::kLoad) return caller_.load();
    if (call.ask == wire::Ask::kCheck) return caller_.check(call.block->view());
    if (call.ask == wire::Ask::kScore) return caller_.score(call.set, call.block->view(), call.stop_at);
    if (call.ask == wire::Ask::kRelease) {
      orienta_block_t released{};
      sets_.erase(call.set);
      return caller_.release(call.set, released);
    }
    const std::int32_t status = caller_.prepare(call.set, call.block->view());
    if (status == ORIENTA_OK) sets_.insert(call.set);
    return status;
  }

  wire::Page page_{};
  ResultSink* sink_ = nullptr;
  std::set<PreparedSet> sets_;
  worker::Library library_;  // outlives the caller, which calls into it when it is destroyed
  worker::Emitter emitter_;
  worker::Caller caller_;
};

}  // namespace

Result<std::unique_ptr<Runner>> in_process_runner(const Package& package, const RunLimits& limits) {
  if (auto fits = check_version(package); !fits) return failure(std::move(fits.error()));
  if (auto bytes = verified_library(package); !bytes) return failure(std::move(bytes.error()));
  worker::Library library;
  const auto refusal = library.open(std::filesystem::absolute(package.folder / package.manifest.library),
                                    package.manifest.id.value, package.manifest.version);
  if (refusal.problem != wire::EntryProblem::kNone) {
    const Ending ending{Fate::kRefused, static_cast<std::int32_t>(refusal.problem), refusal.text, 0};
    return failure(error_of(ending, {package.manifest.id, {}, {}, limits}, {}));
  }
  const orienta_entry_t& entry = library.entry();
  return std::make_unique<PluginRunner>(package.manifest.id, limits,
                                        std::make_unique<InProcess>(std::move(library), entry));
}

std::unique_ptr<Runner> in_process_runner(const orienta_entry_t& entry, const RunLimits& limits) {
  const PluginId id(std::string_view(entry.id.data, entry.id.size));
  return std::make_unique<PluginRunner>(id, limits, std::make_unique<InProcess>(entry));
}

}  // namespace orienta
