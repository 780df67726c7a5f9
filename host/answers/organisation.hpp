// SPDX-License-Identifier: MIT
// The organisation of one assessment: a tree of units.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/ids.hpp"
#include "base/result.hpp"
#include "criteria/source.hpp"

namespace orienta {

struct Unit {
  UnitId id;
  UnitId parent;  ///< empty for a root
  std::string name;
  UnitKind kind = UnitKind::kOrganisation;
  double weight = 1;                        ///< among its siblings, >= 0
  std::string role;                         ///< of an employee: a role id of the sets
  std::optional<std::uint64_t> population;  ///< how many clients it has; absent: unknown
  bool in_scope = true;                     ///< false: not sampled this time
  bool operator==(const Unit&) const = default;
};

/// Units so that every parent comes before its children, otherwise in the order they were given. Immutable.
class Organisation {
 public:
  Organisation() = default;
  /// All problems at once: ids twice, unknown parents, circles, deeper or more than the limits, weights that
  /// are negative.
  static Result<Organisation> build(std::vector<Unit> units);

  const std::vector<Unit>& units() const { return units_; }
  std::optional<std::uint32_t> find(const UnitId& id) const;
  std::optional<std::uint32_t> parent(std::uint32_t unit) const;
  /// Children in the order they were given.
  const std::vector<std::uint32_t>& children(std::uint32_t unit) const { return children_[unit]; }

 private:
  std::vector<Unit> units_;
  std::vector<std::uint32_t> parents_;
  std::vector<std::vector<std::uint32_t>> children_;
  std::unordered_map<UnitId, std::uint32_t> index_;
};

}  // namespace orienta
