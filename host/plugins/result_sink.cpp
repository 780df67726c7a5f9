// SPDX-License-Identifier: MIT
#include "plugins/result_sink.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/utf8.hpp"

namespace orienta {
namespace {

constexpr std::uint64_t kNoteBytesPerUnit = 16u << 20;
constexpr std::uint32_t kLogLines = 10'000;

bool is_share(double value) {
  return value >= 0 && value <= 1;
}

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The name of the first figure that is not a finite number, or null.
const char* not_finite(const orienta_score_t& score) {
  if (!std::isfinite(score.value)) return "value";
  if (!std::isfinite(score.error)) return "error";
  if (!std::isfinite(score.freedom)) return "freedom";
  if (!std::isfinite(score.completeness)) return "completeness";
  if (!std::isfinite(score.progress)) return "progress";
  return nullptr;
}

struct Figure {
  const char* name = nullptr;
  double value = 0;
};

/// The first figure outside its range.
Figure out_of_range(const orienta_score_t& score, std::uint32_t levels) {
  if (score.state > ORIENTA_SCORE_WITHHELD) return {"state", static_cast<double>(score.state)};
  if (!is_share(score.value)) return {"value", score.value};
  if (score.state != ORIENTA_SCORE_VALUE && score.value != 0) return {"value", score.value};
  if (score.error < 0) return {"error", score.error};
  if (score.freedom < 0) return {"freedom", score.freedom};
  if (!is_share(score.completeness)) return {"completeness", score.completeness};
  if (!is_share(score.progress)) return {"progress", score.progress};
  if (score.level < ORIENTA_NO_LEVEL || score.level > static_cast<std::int64_t>(levels))
    return {"level", static_cast<double>(score.level)};
  return {};
}

}  // namespace

SetShape shape_of(orienta_block_t set) {
  const auto& head = *static_cast<const orienta_set_t*>(set.data);
  return {set, head.nodes.count, head.indicators.count, head.levels.count};
}

std::string SetShape::node_name(std::uint32_t node) const {
  if (node >= nodes) return std::to_string(node);
  const auto* bytes = static_cast<const char*>(block.data);
  const auto& range = static_cast<const orienta_set_t*>(block.data)->nodes;
  orienta_node_t entry;
  std::memcpy(&entry, bytes + range.offset + std::size_t{node} * range.stride, sizeof entry);
  return {bytes + entry.id.offset, entry.id.size};
}

ResultSink::ResultSink(const SetShape& shape, PluginId plugin, const RunLimits& limits, const Log* log)
    : shape_(shape), plugin_(std::move(plugin)), notes_per_unit_(limits.notes_per_unit), log_(log) {}

void ResultSink::expect(const orienta_batch_t& batch) {
  want_ = batch.want;
  units_ = batch.units.count;
  scenarios_ = batch.scenarios.count;
  scenario_mark_.assign(scenarios_, 0);
  node_mark_.assign(shape_.nodes, 0);
  const std::size_t pairs = std::size_t{units_} * scenarios_;
  result_.units.reserve(pairs);
  result_.scores.reserve(want_ == ORIENTA_WANT_SUMMARY ? pairs : pairs * shape_.nodes);
}

bool ResultSink::broken(Message how) {
  if (!breach_) breach_ = std::move(how);
  return false;
}

bool ResultSink::take(std::span<const std::byte> records) {
  while (!breach_ && !records.empty()) {
    wire::RecordHead head;
    if (records.size() < sizeof head) return broken(msg("plugins.breach-channel"));
    std::memcpy(&head, records.data(), sizeof head);
    records = records.subspan(sizeof head);
    const std::uint64_t size = head.kind == wire::RecordKind::kScores
                                   ? std::uint64_t{head.count} * sizeof(orienta_score_t)
                                   : head.count;
    if (size > records.size()) return broken(msg("plugins.breach-channel"));
    if (!take_record(head, records.first(size))) return false;
    records = records.subspan(size);
  }
  return !breach_;
}

bool ResultSink::take_record(const wire::RecordHead& head, std::span<const std::byte> payload) {
  switch (head.kind) {
    case wire::RecordKind::kScores:
      return take_scores(head, payload);
    case wire::RecordKind::kUnitDone:
      return take_unit_done(head.unit);
    case wire::RecordKind::kTrace:
    case wire::RecordKind::kRemark:
    case wire::RecordKind::kProblem:
      return take_note(head, payload);
    case wire::RecordKind::kTooMuch:
      return broken(msg("plugins.breach-too-much"));
    case wire::RecordKind::kLog:
      take_log(head, payload);
      return true;
  }
  return broken(msg("plugins.breach-channel"));
}

bool ResultSink::is_expected(const wire::RecordHead& head) {
  if (unit_ >= units_ || head.unit != unit_)
    return broken(msg("plugins.breach-unit", {{"number", head.unit}}));
  if (head.scenario >= scenarios_) return broken(msg("plugins.breach-scenario", {{"number", head.scenario}}));
  if (scenario_mark_[head.scenario] == unit_ + 1)
    return broken(msg("plugins.breach-scenario-twice", {{"number", head.scenario}}));
  const std::uint32_t wanted = want_ == ORIENTA_WANT_SUMMARY ? 1 : shape_.nodes;
  if (head.count != wanted)
    return broken(msg("plugins.breach-node-count", {{"given", head.count}, {"wanted", wanted}}));
  return true;
}

bool ResultSink::take_scores(const wire::RecordHead& head, std::span<const std::byte> payload) {
  if (!is_expected(head)) return false;
  scenario_mark_[head.scenario] = unit_ + 1;
  ++scenarios_seen_;
  ++record_;
  const std::size_t first = result_.scores.size();
  bool sorted = true;
  for (std::uint32_t i = 0; i < head.count; ++i) {
    orienta_score_t score;
    std::memcpy(&score, payload.data() + i * sizeof score, sizeof score);
    if (!is_valid(score)) return false;
    sorted = sorted && (i == 0 || result_.scores.back().node < score.node);
    result_.scores.push_back(score);
  }
  if (!sorted)
    std::ranges::sort(result_.scores.begin() + static_cast<std::ptrdiff_t>(first), result_.scores.end(), {},
                      &orienta_score_t::node);
  result_.units.push_back({unit_, head.scenario, static_cast<std::uint32_t>(first), head.count});
  return true;
}

bool ResultSink::is_valid(const orienta_score_t& score) {
  if (score.node >= shape_.nodes || (want_ == ORIENTA_WANT_SUMMARY && score.node != 0))
    return broken(msg("plugins.breach-node", {{"number", score.node}}));
  if (node_mark_[score.node] == record_)
    return broken(msg("plugins.breach-node-twice", {{"node", shape_.node_name(score.node)}}));
  node_mark_[score.node] = record_;
  if (const char* name = not_finite(score))
    return broken(
        msg("plugins.breach-not-finite", {{"figure", name}, {"node", shape_.node_name(score.node)}}));
  if (const Figure wrong = out_of_range(score, shape_.levels); wrong.name != nullptr)
    return broken(
        msg("plugins.breach-range",
            {{"figure", wrong.name}, {"value", wrong.value}, {"node", shape_.node_name(score.node)}}));
  return true;
}

bool ResultSink::take_note(const wire::RecordHead& head, std::span<const std::byte> payload) {
  const bool is_problem = head.kind == wire::RecordKind::kProblem;
  const bool is_scoring = scenarios_ > 0;
  if (is_problem == is_scoring || (is_scoring && want_ != ORIENTA_WANT_TRACE))
    return broken(msg("plugins.breach-note-unasked"));
  if (is_scoring && (unit_ >= units_ || head.unit != unit_))
    return broken(msg("plugins.breach-unit", {{"number", head.unit}}));
  note_bytes_ += payload.size();
  if (++notes_seen_ > notes_per_unit_ || note_bytes_ > kNoteBytesPerUnit)
    return broken(msg("plugins.breach-too-many-notes", {{"limit", notes_per_unit_}}));
  auto note = read_note(payload, shape_, plugin_, is_problem);
  if (!note) return broken(note.error().problems.kept().front().message);
  if (is_problem) {
    notes_.push_back(*std::move(note));
  } else {
    result_.notes.push_back({unit_, head.kind == wire::RecordKind::kRemark, *std::move(note)});
  }
  return true;
}

bool ResultSink::take_unit_done(std::uint32_t unit) {
  if (unit_ >= units_ || unit != unit_) return broken(msg("plugins.breach-channel"));
  if (scenarios_seen_ != scenarios_)
    return broken(
        msg("plugins.breach-scenario-missing", {{"given", scenarios_seen_}, {"wanted", scenarios_}}));
  std::ranges::sort(result_.units.end() - static_cast<std::ptrdiff_t>(scenarios_), result_.units.end(), {},
                    &ScoredUnit::scenario);
  scenarios_seen_ = 0;
  notes_seen_ = 0;
  note_bytes_ = 0;
  ++unit_;
  return true;
}

void ResultSink::take_log(const wire::RecordHead& head, std::span<const std::byte> payload) {
  if (log_ == nullptr || !*log_ || ++log_lines_ > kLogLines || !is_utf8(text_of(payload))) return;
  (*log_)(head.scenario, std::string(text_of(payload)));
}

bool ResultSink::complete() {
  if (breach_) return false;
  return unit_ == units_ || broken(msg("plugins.breach-channel"));
}

}  // namespace orienta
