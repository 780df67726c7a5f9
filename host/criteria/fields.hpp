// SPDX-License-Identifier: MIT
// Reads the entries of one map, key by key, and refuses those that nobody asked for. Internal to criteria.
//
//   Fields fields(yaml, report);
//   fields.id("id", scale.id);
//   fields.number("weight", scale.weight, {0, 100});
//   fields.done();
//
// A reader leaves its target as it is (the default) when the key is missing or its value is wrong. Keys that
// must be there are read with Need::kRequired.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "criteria/source.hpp"
#include "criteria/values.hpp"

namespace orienta {

enum class Need : std::uint8_t { kOptional, kRequired };

class Fields {
 public:
  /// Reports once when `map` is no map; then it has no entries.
  Fields(const Yaml& map, Report& report);

  bool is_map() const { return map_.kind == Yaml::Kind::kMap; }
  const Yaml& map() const { return map_; }

  /// The value of a key, or null; with kRequired a missing one is reported.
  const Yaml* take(std::string_view key, Need need = Need::kOptional);

  bool id(std::string_view key, std::string& into, Need need = Need::kRequired);
  bool word(std::string_view key, std::string& into, Need need = Need::kOptional);
  bool local(std::string_view key, LocalText& into, Need need = Need::kOptional);
  bool flag(std::string_view key, bool& into);
  bool number(std::string_view key, double& into, Range range, Need need = Need::kOptional);
  bool whole(std::string_view key, int& into, Range range, Need need = Need::kOptional);
  bool decimal(std::string_view key, std::optional<Decimal>& into);
  bool words(std::string_view key, std::vector<std::string>& into);
  bool ids(std::string_view key, std::vector<std::string>& into);

  /// A word of a closed vocabulary whose order is the enum's.
  template <class Enum>
  bool choice(std::string_view key, Enum& into, std::span<const std::string_view> names) {
    const Yaml* const value = take(key);
    if (value == nullptr) return false;
    const auto index = read_choice(*value, names, report_);
    if (index) into = static_cast<Enum>(*index);
    return index.has_value();
  }

  /// A list of such words. An empty list is refused unless `may_be_empty`.
  template <class Enum>
  bool mask(std::string_view key, Mask<Enum>& into, std::span<const std::string_view> names,
            bool may_be_empty = false) {
    const Yaml* const value = take(key);
    if (value == nullptr) return false;
    const auto bits = read_bits(*value, names, may_be_empty);
    if (bits) into.bits = *bits;
    return bits.has_value();
  }

  /// The items of a list; none when the key is missing. A required list must have items.
  std::span<const Yaml> list(std::string_view key, Need need = Need::kOptional);

  /// Reports every key that was not asked for, with the nearest that was.
  void done();

 private:
  std::optional<std::uint32_t> read_bits(const Yaml& value, std::span<const std::string_view> names,
                                         bool may_be_empty);

  const Yaml& map_;
  Report& report_;
  std::vector<std::string_view> asked_;
};

}  // namespace orienta
