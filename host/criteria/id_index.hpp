// SPDX-License-Identifier: MIT
// Which ids a file has defined, and where. Internal to criteria.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "criteria/report.hpp"
#include "criteria/yaml.hpp"

namespace orienta {

/// Keeps views into the YAML tree, which must outlive it.
class IdIndex {
 public:
  /// Remembers what the id stands for. False when it is taken: the first one stays and, if `report` is given,
  /// the later one is reported with the place of the first.
  bool add(std::string_view id, Mark mark, std::uint32_t index, Report* report);

  /// What the id stands for.
  std::optional<std::uint32_t> find(std::string_view id) const;

  /// What the id in `reference` stands for; an unknown one is reported with the nearest known. `of` is the
  /// key under which such things are defined ("scales").
  std::optional<std::uint32_t> resolve(const Yaml& reference, std::string_view of, Report& report) const;
  std::optional<std::uint32_t> resolve(std::string_view id, Mark mark, std::string_view of,
                                       Report& report) const;

 private:
  struct Entry {
    std::uint32_t index = 0;
    Mark mark;
  };
  std::unordered_map<std::string_view, Entry> entries_;
};

}  // namespace orienta
