// SPDX-License-Identifier: MIT
// Runs one plugin: in a worker process (the product) or in this process (tests and debugging). Both give the
// same bits.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

#include "base/hash.hpp"
#include "base/ids.hpp"
#include "base/result.hpp"
#include "criteria/set.hpp"
#include "orienta/plugin.h"
#include "plugins/block.hpp"
#include "plugins/manifest.hpp"

namespace orienta {

/// A note as the host keeps it: the plugin's texts copied, nodes and indicators still as indexes into the
/// set.
struct NoteArgument {
  std::string name;
  std::uint32_t kind = ORIENTA_ARG_NUMBER;
  std::uint32_t index = 0;
  double number = 0;
  std::string text;
  bool operator==(const NoteArgument&) const = default;
};
struct Note {
  std::uint32_t node = ORIENTA_NONE;
  std::uint32_t severity = 0;
  std::string code;
  std::vector<NoteArgument> arguments;
  bool operator==(const Note&) const = default;
};

struct ScoredUnit {
  std::uint32_t unit = 0;      ///< index in the batch
  std::uint32_t scenario = 0;  ///< index in the batch
  std::uint32_t first = 0;     ///< into BatchScores::scores
  std::uint32_t count = 0;
};

struct UnitNote {
  std::uint32_t unit = 0;
  bool is_remark = false;
  Note note;
};

/// What a plugin said about a batch: complete (every unit in every scenario once, sorted by unit, then
/// scenario; each unit's scores by node), finite and within the ranges of the contract.
struct BatchScores {
  std::vector<ScoredUnit> units;
  std::vector<orienta_score_t> scores;
  std::vector<UnitNote> notes;
};

/// How long and how much a plugin may.
struct RunLimits {
  /// Without progress to the next unit, and for check and prepare. Longer, up to six times as long, for a
  /// plugin that neither had the processor nor slept for half of it: the machine is busy.
  std::chrono::milliseconds per_unit{10'000};
  std::uint64_t memory_bytes = 1ull << 30;  ///< address space beyond the blocks
  std::uint32_t notes_per_unit = 20'000;
};

/// A set a runner has prepared, by number. Valid for the runner that gave it, while it lives; a worker that
/// had to be started again prepares it again by itself.
using PreparedSet = std::uint32_t;

/// One thread at a time. Errors are of kind kPlugin and name the plugin, the set and, where one is to blame,
/// the unit (by the label the caller gave), and what happened: it crashed (signal), hung, ended itself, used
/// a forbidden system call, ran out of memory, broke the contract (how). After an error the runner can be
/// used again.
class Runner {
 public:
  virtual ~Runner() = default;

  /// What the plugin says of the set's params. Errors mean: do not score.
  virtual Result<std::vector<Note>> check(const CriteriaSet& set) = 0;
  virtual Result<PreparedSet> prepare(const CriteriaSet& set) = 0;

  /// Scores everything in `batch` (begins with an orienta_batch_t). `label(unit)` names a unit in errors.
  /// kCancelled when `stop` was requested.
  virtual Result<BatchScores> score(PreparedSet set, const SharedBlock& batch,
                                    const std::function<std::string(std::uint32_t)>& label,
                                    std::stop_token stop = {}) = 0;

  /// Where lines of the plugin's log go (severity ORIENTA_LOG_…, UTF-8); by default nowhere. Called during
  /// the calls above, on their thread.
  void log_to(std::function<void(std::uint32_t severity, const std::string& line)> log) {
    log_ = std::move(log);
  }

 protected:
  std::function<void(std::uint32_t, const std::string&)> log_;
};

/// A worker process, started at the first call and kept warm until the runner is destroyed. The package's
/// bytes are verified against `approved` at start, and exactly those bytes are run.
std::unique_ptr<Runner> worker_runner(const Package& package, const RunLimits& limits = {});

/// In this process, without protection: a plugin that crashes takes the program along.
Result<std::unique_ptr<Runner>> in_process_runner(const Package& package, const RunLimits& limits = {});
/// The same for an entry that is linked in: tests of plugins.
std::unique_ptr<Runner> in_process_runner(const orienta_entry_t& entry, const RunLimits& limits = {});

/// Writes a set as the block plugins see.
void write_set(const CriteriaSet& set, SharedBlock& block);

}  // namespace orienta
