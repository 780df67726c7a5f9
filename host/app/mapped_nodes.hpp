// SPDX-License-Identifier: MIT
// What the criteria and questions of one set come to for a unit, as conformity judges them. Internal to
// conformity.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "app/conformity.hpp"

namespace orienta {

/// A unit above others is judged by the scored ones below it, as its rolled result is. Keeps references to
/// what it is made from.
class MappedNodes {
 public:
  /// Reads what questions need besides the results; errors as read_units_of().
  static Result<MappedNodes> look(const Project& project, const OpenAssessment& assessment,
                                  const SetScore& score, std::uint32_t unit);

  /// A criterion, or with `indicator` one of its questions by itself.
  MappedNode node(std::uint32_t criterion, std::optional<std::uint32_t> indicator) const;

 private:
  /// What one unit's result or reading says.
  struct Verdict {
    Conformity conformity = Conformity::kOpen;
    std::optional<double> index;
    std::optional<double> low;
    std::optional<double> high;
  };

  MappedNodes(const OpenAssessment& assessment, const SetScore& score, std::uint32_t unit);

  static Verdict judged(Verdict verdict, double needed);
  static Verdict verdict_of(const NodeResult& result, double needed);
  static Verdict verdict_of(const orienta_reading_t& reading, double needed);
  double needed(std::uint32_t criterion, std::uint32_t unit) const;
  Verdict of_unit(const MappedNode& node, std::uint32_t unit) const;
  static void put(MappedNode& out, const Verdict& verdict);
  void put_units(MappedNode& out) const;

  const OpenAssessment* assessment_;
  const SetScore* score_;
  const CriteriaSet* set_;
  std::uint32_t unit_;
  bool is_rolled_;
  std::map<std::uint32_t, std::vector<orienta_reading_t>> readings_;  ///< combined, by unit
};

}  // namespace orienta
