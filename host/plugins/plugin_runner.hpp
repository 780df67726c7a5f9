// SPDX-License-Identifier: MIT
// What both runners share: the prepared sets, and the way from the end of a call to its result or error.
// Inside the module only.
#pragma once

#include <memory>
#include <vector>

#include "plugins/result_sink.hpp"
#include "plugins/runner.hpp"
#include "plugins/worker/wire.hpp"

namespace orienta {

struct Call {
  wire::Ask ask = wire::Ask::kCheck;
  PreparedSet set = 0;  ///< of kPrepare, kScore and kRelease
  const SharedBlock* block = nullptr;
  std::uint64_t stop_at = 0;  ///< of kScore: the call to the sink that is told to stop; 0: none
};

enum class Fate : std::uint8_t {
  kReturned,  ///< with `number` as its status and `text` as its reason
  kCancelled,
  kBroken,     ///< the sink says how
  kRefused,    ///< `number` is a wire::EntryProblem
  kCrashed,    ///< `text` is the signal's name
  kExited,     ///< `number` is the exit code
  kForbidden,  ///< a system call that is not allowed
  kKilled,     ///< by somebody else
  kOutOfMemory,
  kHung,
};

/// How a call ended.
struct Ending {
  Fate fate = Fate::kReturned;
  std::int32_t number = 0;
  std::string text;
  std::uint32_t unit = 0;  ///< the unit that was being scored
};

/// Where the plugin's code runs.
class Transport {
 public:
  virtual ~Transport() = default;
  /// Whether the plugin still knows the set.
  virtual bool has(PreparedSet set) = 0;
  /// Makes the call and feeds the sink. An error when there was nothing to call.
  virtual Result<Ending> run(const Call& call, ResultSink& sink, const std::stop_token& stop) = 0;
};

/// Who and what an error is about; `unit` is empty when no unit is to blame.
struct Blame {
  PluginId plugin;
  std::string set;
  std::string unit;
  RunLimits limits;
};
/// What the plugin said, or the word for nothing.
Argument reason_of(const Ending& ending);
Error error_of(const Ending& ending, const Blame& blame, const std::optional<Message>& breach);

/// An error when the package is made for another version of the contract.
Status check_version(const Package& package);

class PluginRunner : public Runner {
 public:
  PluginRunner(PluginId plugin, RunLimits limits, std::unique_ptr<Transport> transport);

  Result<std::vector<Note>> check(const CriteriaSet& set) override;
  Result<PreparedSet> prepare(const CriteriaSet& set) override;
  Result<BatchScores> score(PreparedSet set, const SharedBlock& batch,
                            const std::function<std::string(std::uint32_t)>& label,
                            std::stop_token stop) override;

  // For trying out an author's plugin (check_package.hpp).
  /// Starts the plugin and calls none of its functions.
  Status load();
  /// Has the plugin free what it made of the set, which can be prepared again afterwards.
  Status release(PreparedSet set);
  /// Scores with a sink that asks to stop at its call number `stop_at`, 1 being the first. An error unless
  /// the plugin then says nothing more and returns ORIENTA_STOPPED.
  Status stops(PreparedSet set, const SharedBlock& batch, std::uint64_t stop_at);

 private:
  struct Set {
    std::string id;
    SharedBlock block;
  };
  Status prepare(PreparedSet number, const Set& set);
  Blame blame(const Set& set) const;
  /// Makes a call that gives nothing but a status.
  Status done(const Call& call, ResultSink& sink, const Blame& blamed);

  PluginId plugin_;
  RunLimits limits_;
  std::unique_ptr<Transport> transport_;
  std::vector<Set> sets_;
};

/// A runner with a worker process, to do more with than score.
std::unique_ptr<PluginRunner> plugin_worker(const Package& package, const RunLimits& limits);

}  // namespace orienta
