// SPDX-License-Identifier: MIT
// Builds the blocks that plugins read, without the host: small sets and batches written down in a test.
// `extra` makes all entries larger than this version's, as those of a newer host would be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "orienta/plugin.h"

namespace orienta::test {

/// Memory of a block under construction.
class Block {
 public:
  explicit Block(std::uint32_t extra = 0) : extra_(extra) {}

  template <class T>
  std::uint64_t put(const T& value) {
    const std::uint64_t offset = reserve(sizeof(T));
    std::memcpy(bytes() + offset, &value, sizeof(T));
    return offset;
  }
  template <class T>
  orienta_range_t put_all(const std::vector<T>& values) {
    const std::size_t stride = sizeof(T) + extra_;
    const std::uint64_t offset = reserve(stride * values.size());
    std::memset(bytes() + offset, 0x55, stride * values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
      std::memcpy(bytes() + offset + i * stride, &values[i], sizeof(T));
    }
    return {offset, static_cast<std::uint32_t>(values.size()), static_cast<std::uint32_t>(stride)};
  }
  orienta_string_t put_text(std::string_view text) {
    const std::uint64_t offset = reserve(text.size());
    std::memcpy(bytes() + offset, text.data(), text.size());
    return {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(text.size())};
  }
  template <class T>
  T& at(std::uint64_t offset) {
    return *reinterpret_cast<T*>(bytes() + offset);
  }
  orienta_block_t view() const { return {chunks_.data(), size_}; }

 private:
  struct alignas(16) Chunk {
    std::byte bytes[16];
  };
  std::byte* bytes() { return reinterpret_cast<std::byte*>(chunks_.data()); }
  std::uint64_t reserve(std::size_t size) {
    const std::uint64_t offset = size_;
    size_ += (size + 15) / 16 * 16;
    chunks_.resize(size_ / 16 + 1);
    return offset;
  }

  std::uint32_t extra_;
  std::uint64_t size_ = 0;
  std::vector<Chunk> chunks_;
};

struct IndicatorSpec {
  std::string id;
  double weight = 1;
  bool shown_only = false;
  std::string statistic = "index";
};
struct CriterionSpec {
  std::string id;
  double weight = 1;
  std::uint32_t aggregate = ORIENTA_AGGREGATE_MEAN;
  std::int32_t level = 0;
  bool mandatory = false;
  std::uint32_t applies_to = 0;
  std::map<std::string, std::string> tags;
  std::vector<IndicatorSpec> indicators;
  std::uint32_t evidence = 0;  ///< kinds that together carry full marks
};
struct DimensionSpec {
  std::string id;
  double weight = 1;
  std::uint32_t aggregate = ORIENTA_AGGREGATE_MEAN;
  std::vector<CriterionSpec> criteria;
};
struct ParamSpec {
  std::string key;
  std::uint32_t kind = ORIENTA_PARAM_NUMBER;
  double number = 0;
  std::string text;
};
struct RoleSpec {
  std::string id;
  std::map<std::uint32_t, double> needs;  ///< index by criterion node
};
struct SetSpec {
  std::uint32_t aggregate = ORIENTA_AGGREGATE_MEAN;
  std::int32_t levels = 0;
  double hold_rating = 0.85;
  double hold_mandatory = 0.5;
  std::vector<DimensionSpec> dimensions;
  std::vector<ParamSpec> params;  ///< sorted by key
  std::vector<RoleSpec> roles;
};

/// The block of a set. Indicators are numbered in the order they stand in.
Block build_set(const SetSpec& spec, std::uint32_t extra = 0);

struct UnitSpec {
  std::uint32_t kind = ORIENTA_UNIT_BRANCH;
  std::uint32_t role = ORIENTA_NONE;
  std::vector<orienta_reading_t> combined;
  std::vector<orienta_reading_t> sources;
  std::vector<orienta_target_t> targets;
};
struct ScenarioSpec {
  std::uint32_t open = ORIENTA_OPEN_LEFT_OUT;
  std::vector<orienta_value_override_t> values;
  std::vector<orienta_rating_override_t> ratings;
  std::vector<orienta_weight_override_t> weights;
};
struct BatchSpec {
  std::uint32_t want = ORIENTA_WANT_NODES;
  std::vector<UnitSpec> units;
  std::vector<ScenarioSpec> scenarios = {{}};
};
Block build_batch(const BatchSpec& spec, std::uint32_t extra = 0);

/// A combined reading from n answers.
orienta_reading_t reading(std::uint32_t indicator, double value, std::uint32_t n = 1, double error = 0);
/// A reading without a value.
orienta_reading_t reading_without(std::uint32_t indicator, std::uint32_t state);

struct NoteCopy {
  std::uint32_t unit = 0;
  std::uint32_t node = 0;
  std::uint32_t severity = 0;
  bool is_remark = false;
  std::string code;
  std::map<std::string, double> numbers;         ///< arguments with a number
  std::map<std::string, std::uint32_t> indexes;  ///< arguments that are a node, an indicator or an aggregate
  std::map<std::string, std::string> texts;

  bool operator==(const NoteCopy&) const = default;
};

/// What a plugin said. Scores by (unit, scenario), then by node.
struct Said {
  std::int32_t status = ORIENTA_OK;
  std::string failure;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<orienta_score_t>> scores;
  std::vector<NoteCopy> notes;
  std::uint32_t calls = 0;

  /// The codes said about a node, in order.
  std::vector<std::string> codes(std::uint32_t node, bool remarks = false) const;
  /// The first note with that code, or null.
  const NoteCopy* note(std::string_view code) const;
};

/// A plugin's entry with a set prepared. `stop_after`: the sink asks to stop at that call (0: never).
class Prepared {
 public:
  Prepared(const orienta_entry_t& entry, Block set);
  ~Prepared();
  Prepared(const Prepared&) = delete;
  Prepared& operator=(const Prepared&) = delete;

  Said score(const Block& batch, std::uint32_t stop_after = 0);
  Said score(const Block& batch, std::uint32_t first_unit, std::uint32_t units, std::uint32_t first_scenario,
             std::uint32_t scenarios, std::uint32_t stop_after = 0);
  std::int32_t status() const { return status_; }
  const std::string& failure() const { return failure_; }

 private:
  const orienta_entry_t& entry_;
  Block set_;
  orienta_block_t view_{};
  orienta_host_t host_{};
  orienta_handle_t* handle_ = nullptr;
  std::int32_t status_ = ORIENTA_OK;
  std::string failure_;
};

Said check(const orienta_entry_t& entry, const Block& set, std::uint32_t stop_after = 0);
/// The codes of what a plugin finds in a set.
std::vector<std::string> problem_codes(const orienta_entry_t& entry, const SetSpec& set);

}  // namespace orienta::test
