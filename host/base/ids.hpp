// SPDX-License-Identifier: MIT
// Strong ids: a unit id cannot be passed where a set id is meant. All are UTF-8 text, compared byte by byte.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>

namespace orienta {

template <class Tag>
struct Id {
  std::string value;

  Id() = default;
  explicit Id(std::string text) : value(std::move(text)) {}
  explicit Id(std::string_view text) : value(text) {}
  explicit Id(const char* text) : value(text) {}

  bool empty() const { return value.empty(); }
  auto operator<=>(const Id&) const = default;
};

using SetId = Id<struct SetTag>;                ///< a criteria set, "client-satisfaction"
using NodeId = Id<struct NodeTag>;              ///< a set, dimension, criterion or indicator within a set
using UnitId = Id<struct UnitTag>;              ///< a node of the organisation tree
using PluginId = Id<struct PluginTag>;          ///< "feedback-systems"
using AssessmentId = Id<struct AssessmentTag>;  ///< "2026-h2"
using PersonId = Id<struct PersonTag>;          ///< an opaque key, never a name

/// True for ids an author may choose: 1 to 64 characters of a-z, 0-9, '-', '_' and '.', beginning with a
/// letter or digit.
bool is_plain_id(std::string_view text);

}  // namespace orienta

template <class Tag>
struct std::hash<orienta::Id<Tag>> {
  std::size_t operator()(const orienta::Id<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.value);
  }
};
