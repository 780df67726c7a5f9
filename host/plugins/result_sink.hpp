// SPDX-License-Identifier: MIT
// Judges what a plugin says, record by record, against what it was asked. Both runners feed it the same
// records. Inside the module only.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "plugins/runner.hpp"
#include "plugins/worker/wire.hpp"

namespace orienta {

/// What of a set is needed to judge results. Refers to the set's block and is valid while that is.
struct SetShape {
  orienta_block_t block{};
  std::uint32_t nodes = 0;
  std::uint32_t indicators = 0;
  std::uint32_t levels = 0;

  /// The node's id, or its number when there is no such node.
  std::string node_name(std::uint32_t node) const;
};
SetShape shape_of(orienta_block_t set);

/// A note out of its record, or how it breaks the contract. `is_problem`: from check.
Result<Note> read_note(std::span<const std::byte> bytes, const SetShape& shape, const PluginId& plugin,
                       bool is_problem);

class ResultSink {
 public:
  using Log = std::function<void(std::uint32_t severity, const std::string& line)>;

  /// For check and prepare: notes of check only.
  ResultSink(const SetShape& shape, PluginId plugin, const RunLimits& limits, const Log* log);
  /// Asks for the units and scenarios of a batch.
  void expect(const orienta_batch_t& batch);

  /// Takes whole records. False once the contract was broken; what comes afterwards is not looked at.
  bool take(std::span<const std::byte> records);
  /// Declares the contract broken.
  bool broken(Message how);
  /// The call ended well: nothing may be missing.
  bool complete();

  /// How the contract was broken, if it was, and the unit that is to blame.
  const std::optional<Message>& breach() const { return breach_; }
  std::uint32_t unit() const { return unit_; }

  BatchScores take_scores() { return std::move(result_); }
  std::vector<Note> take_notes() { return std::move(notes_); }

 private:
  bool take_record(const wire::RecordHead& head, std::span<const std::byte> payload);
  bool take_scores(const wire::RecordHead& head, std::span<const std::byte> payload);
  bool take_note(const wire::RecordHead& head, std::span<const std::byte> payload);
  bool take_unit_done(std::uint32_t unit);
  void take_log(const wire::RecordHead& head, std::span<const std::byte> payload);
  bool is_expected(const wire::RecordHead& head);
  bool is_valid(const orienta_score_t& score);

  SetShape shape_;
  PluginId plugin_;
  std::uint32_t notes_per_unit_;
  const Log* log_;
  std::optional<Message> breach_;
  std::uint32_t want_ = ORIENTA_WANT_SUMMARY;
  std::uint32_t units_ = 0;
  std::uint32_t scenarios_ = 0;
  std::uint32_t unit_ = 0;                    ///< the one being scored
  std::uint32_t scenarios_seen_ = 0;          ///< of this unit
  std::vector<std::uint32_t> scenario_mark_;  ///< unit + 1 when the scenario was seen
  std::vector<std::uint64_t> node_mark_;      ///< number of the record in which the node was seen
  std::uint64_t record_ = 0;
  std::uint32_t notes_seen_ = 0;  ///< of this unit
  std::uint64_t note_bytes_ = 0;
  std::uint32_t log_lines_ = 0;
  BatchScores result_;
  std::vector<Note> notes_;
};

}  // namespace orienta
