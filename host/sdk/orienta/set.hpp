// SPDX-License-Identifier: MIT
// A criteria set as a plugin reads it. A thin view: cheap to copy, valid as long as the block (for a plugin:
// until its object is destroyed). Texts are UTF-8 within the block.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "orienta/aggregate.hpp"
#include "orienta/ladder.hpp"
#include "orienta/range.hpp"
#include "orienta/set.h"

namespace orienta::sdk {

class Set {
 public:
  explicit Set(const orienta_block_t& block)
      : block_(block.data), set_(static_cast<const orienta_set_t*>(block.data)) {}

  std::string_view id() const { return text(set_->id); }
  std::string_view version() const { return text(set_->version); }
  std::string_view text(const orienta_string_t& string) const { return text_in(block_, string); }

  /// Node 0 is the set, then come the dimensions, then the criteria.
  Range<orienta_node_t> nodes() const { return {block_, set_->nodes}; }
  const orienta_node_t& node(std::uint32_t index) const { return nodes()[index]; }
  Range<orienta_indicator_t> indicators() const { return {block_, set_->indicators}; }
  /// The indicators of a criterion; the first has the index `criterion.first_child`.
  Range<orienta_indicator_t> indicators_of(const orienta_node_t& criterion) const {
    return indicators().part(criterion.first_child, criterion.child_count);
  }
  Range<orienta_level_t> levels() const { return {block_, set_->levels}; }
  Range<orienta_param_t> params() const { return {block_, set_->params}; }
  Range<orienta_string_t> roles() const { return {block_, set_->roles}; }
  Range<orienta_requirement_t> requirements() const { return {block_, set_->requirements}; }

  Holds holds() const { return {set_->hold_rating, set_->hold_mandatory}; }
  double hold_completeness() const { return set_->hold_completeness; }

  /// What is written under `key` at a node, if anything.
  std::optional<std::string_view> tag(const orienta_node_t& node, std::string_view key) const {
    for (const orienta_tag_t& tag :
         Range<orienta_tag_t>(block_, set_->tags).part(node.first_tag, node.tag_count)) {
      if (text(tag.key) == key) return text(tag.value);
    }
    return std::nullopt;
  }

  /// By id; nothing when there is none. Looks at all of them: for constructors, not for scoring.
  std::optional<std::uint32_t> find_indicator(std::string_view id) const {
    return position(indicators(), [&](const orienta_indicator_t& one) { return text(one.id) == id; });
  }
  std::optional<std::uint32_t> find_node(std::string_view id, std::uint32_t kind) const {
    return position(nodes(),
                    [&](const orienta_node_t& one) { return one.kind == kind && text(one.id) == id; });
  }

  /// A param by key, or null.
  const orienta_param_t* param(std::string_view key) const {
    const auto found = position(params(), [&](const orienta_param_t& one) { return text(one.key) == key; });
    return found ? &params()[*found] : nullptr;
  }
  /// A param's value, or `otherwise` when it is not given or of another type (which check() should have
  /// refused).
  double number(std::string_view key, double otherwise) const {
    const orienta_param_t* found = param(key);
    return found != nullptr && found->kind == ORIENTA_PARAM_NUMBER ? found->number : otherwise;
  }
  bool flag(std::string_view key, bool otherwise) const {
    const orienta_param_t* found = param(key);
    return found != nullptr && found->kind == ORIENTA_PARAM_BOOL ? found->number != 0 : otherwise;
  }
  std::string_view word(std::string_view key, std::string_view otherwise) const {
    const orienta_param_t* found = param(key);
    return found != nullptr && found->kind == ORIENTA_PARAM_TEXT ? text(found->text) : otherwise;
  }

 private:
  template <class T, class Predicate>
  static std::optional<std::uint32_t> position(const Range<T>& range, Predicate predicate) {
    for (std::uint32_t i = 0; i < range.size(); ++i) {
      if (predicate(range[i])) return i;
    }
    return std::nullopt;
  }

  const void* block_;
  const orienta_set_t* set_;
};

/// Does a node apply to units of this kind?
inline bool applies_to(const orienta_node_t& node, std::uint32_t unit_kind) {
  return node.applies_to == 0 || (node.applies_to >> unit_kind & 1u) != 0;
}

inline Aggregate aggregate_of(const orienta_node_t& node) {
  return static_cast<Aggregate>(node.aggregate);
}

}  // namespace orienta::sdk
