// SPDX-License-Identifier: MIT
// Where a plugin puts the scores and reasons of one unit in one scenario.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "orienta/capability.hpp"
#include "orienta/kept.hpp"
#include "orienta/ladder.hpp"
#include "orienta/note.hpp"
#include "orienta/plugin.h"
#include "orienta/set.hpp"

namespace orienta::sdk {

/// Memory to work in that is kept from unit to unit, so that scoring allocates nothing. Contents are lost,
/// except for what is kept for ScoreTree.
struct Scratch {
  std::vector<Part> parts;
  std::vector<std::uint32_t> children;  ///< node or indicator behind each part
  std::vector<Part> rung_parts;
  std::vector<Rung> rungs;
  std::vector<Attribute> attributes;
  std::vector<KeptGroup> kept_groups;  ///< by node
  std::vector<KeptRung> kept_rungs;    ///< by node, then rung; as long as needed so far
};

/// Starts empty for each unit and scenario: every node not applicable, without level. Valid during
/// Plugin::score.
class Output {
 public:
  explicit Output(const Set& set) : entries_(set.nodes().size()), scores_(set.nodes().size()) {
    scratch_.kept_groups.resize(set.nodes().size());
  }

  void put(std::uint32_t node, const Rating& rating) {
    // Member by member: copied as a whole, a rating just made goes over the stack, where the copy waits.
    Rating& own = entries_[node].rating;
    own.state = rating.state;
    own.value = rating.value;
    own.error = rating.error;
    own.freedom = rating.freedom;
    own.completeness = rating.completeness;
    own.count = rating.count;
  }
  /// What was put for a node so far.
  const Rating& rating(std::uint32_t node) const { return entries_[node].rating; }
  /// Of a node with a ladder: 0 to the number of rungs, and the share of the next one.
  void put_level(std::uint32_t node, std::int32_t level, double progress) {
    entries_[node].level = level;
    entries_[node].progress = progress;
  }

  /// What was put, or ORIENTA_NO_LEVEL.
  std::int32_t level(std::uint32_t node) const { return entries_[node].level; }

  /// Are reasons and remarks asked for? Without that, trace and remark do nothing.
  bool tells() const { return tells_; }
  /// A reason behind a node's score.
  void trace(std::uint32_t node, std::string_view code, Args args = {}) {
    if (tells_) say(sink_->trace, node, code, args);
  }
  /// Something worth saying about the unit.
  void remark(std::uint32_t node, std::string_view code, Args args = {}) {
    if (tells_) say(sink_->remark, node, code, args);
  }

  Scratch& scratch() { return scratch_; }

  /// For the trampolines in plugin.hpp: begins a unit in a scenario, and hands over what was put. False: the
  /// host asked to stop.
  void begin(const orienta_sink_t& sink, std::uint32_t unit, std::uint32_t scenario, std::uint32_t want) {
    sink_ = &sink;
    unit_ = unit;
    scenario_ = scenario;
    count_ = want == ORIENTA_WANT_SUMMARY ? 1 : static_cast<std::uint32_t>(entries_.size());
    tells_ = want == ORIENTA_WANT_TRACE && scenario == 0;
    stopped_ = false;
    for (Entry& entry : entries_)
      entry = Entry{};
  }
  bool hand_over() {
    if (stopped_) return false;
    for (std::uint32_t node = 0; node < count_; ++node)
      scores_[node] = score(node);
    return sink_->scores(sink_->host_data, unit_, scenario_, scores_.data(), count_,
                         sizeof(orienta_score_t)) == 0;
  }

 private:
  struct Entry {
    Rating rating;
    std::int32_t level = ORIENTA_NO_LEVEL;
    double progress = 0;
  };
  using Say = std::int32_t (*)(void* host_data, std::uint32_t unit, const orienta_note_t* note);

  orienta_score_t score(std::uint32_t node) const {
    const Entry& entry = entries_[node];
    const Rating& rating = entry.rating;
    return {node,           static_cast<std::uint32_t>(rating.state),
            rating.value,   rating.error,
            rating.freedom, rating.completeness,
            entry.progress, entry.level,
            rating.count};
  }
  void say(Say how, std::uint32_t node, std::string_view code, const Args& args) {
    if (stopped_) return;
    const orienta_note_t one = sdk::note(node, 0, code, args);
    stopped_ = how(sink_->host_data, unit_, &one) != 0;
  }

  std::vector<Entry> entries_;
  std::vector<orienta_score_t> scores_;
  Scratch scratch_;
  const orienta_sink_t* sink_ = nullptr;
  std::uint32_t unit_ = 0;
  std::uint32_t scenario_ = 0;
  std::uint32_t count_ = 0;
  bool tells_ = false;
  bool stopped_ = false;
};

}  // namespace orienta::sdk
