// SPDX-License-Identifier: MIT
// Writes units and scenarios as the block that plugins read (orienta/batch.h).
#pragma once

#include <span>
#include <vector>

#include "base/result.hpp"
#include "orienta/batch.h"
#include "plugins/block.hpp"
#include "scoring/reading.hpp"

namespace orienta {

/// What is overridden in a scenario; see orienta/batch.h for the order of entries and their meaning.
struct Scenario {
  std::uint32_t open = ORIENTA_OPEN_LEFT_OUT;
  std::vector<orienta_value_override_t> values;
  std::vector<orienta_rating_override_t> ratings;
  std::vector<orienta_weight_override_t> weights;
};

/// The number that plugins know a role by, or ORIENTA_NONE.
std::uint32_t role_index(const CriteriaSet& set, const std::string& role);

/// Whether a combined reading is open: not answered, answered with don't know, or withheld.
bool has_open(const Readings& readings);

/// Fills one block again and again. One thread at a time.
class Batch {
 public:
  static Result<Batch> create();

  /// Starts over. `want` is ORIENTA_WANT_….
  void begin(std::uint32_t want);
  /// Copies the readings in; `role` is an index into the set's roles or ORIENTA_NONE.
  void add(UnitKind kind, std::uint32_t role, const Readings& readings,
           std::span<const orienta_target_t> targets);
  /// Completes the block. Scenario 0 must be things as they are.
  void finish(std::span<const Scenario> scenarios);

  std::uint32_t units() const { return static_cast<std::uint32_t>(units_.size()); }
  const SharedBlock& block() const { return block_; }

 private:
  explicit Batch(SharedBlock block) : block_(std::move(block)) {}

  SharedBlock block_;
  std::vector<orienta_unit_t> units_;
  std::uint64_t header_ = 0;
  std::uint32_t want_ = ORIENTA_WANT_SUMMARY;
};

}  // namespace orienta
