// SPDX-License-Identifier: MIT
// A strict YAML tree with marks: what the rest of the program sees of YAML. Also read with it: mapping files
// and plugin manifests. yaml-cpp's events are refused or taken one by one, so that nothing unwanted is ever
// built.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace orienta {

struct YamlEntry;

/// A scalar (always text), a list or a map with unique keys in file order.
struct Yaml {
  enum class Kind : std::uint8_t { kText, kList, kMap };
  Kind kind = Kind::kText;
  bool quoted = false;  ///< for texts: written in quotes, or a block
  std::string text;
  std::vector<Yaml> items;         ///< of a list
  std::vector<YamlEntry> entries;  ///< of a map
  std::uint32_t line = 0;          ///< from 1
  std::uint32_t column = 0;
  std::uint32_t key_line = 0;  ///< of its key, for the value of a map's entry
  std::uint32_t key_column = 0;

  /// The value of a map's key, or null.
  const Yaml* find(std::string_view key) const;
};

/// A key and its value; named as a pair is, so that `for (const auto& [key, value] : map.entries)` reads
/// well.
struct YamlEntry {
  std::string first;
  Yaml second;
};

/// One document, or all problems found before the parser had to stop. `name` is the file in the problems.
Result<Yaml> parse_yaml(std::string_view text, std::string_view name);

}  // namespace orienta
