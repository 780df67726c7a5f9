// SPDX-License-Identifier: MIT
// staff-competencies: what is observed of a person beside what the role requires. A competency (criterion) is
// rated as it is observed, from its sources by the declared combination; what the role does not require is
// not applicable. On the ladder a competency counts with its achievement, observed / required and at most 1,
// so that a strength beyond the requirement makes up for nothing. A unit without a role has an index and no
// level.
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "check.hpp"
#include "orienta/sdk.hpp"

namespace staff_competencies {
namespace {

namespace sdk = orienta::sdk;
namespace arg = orienta::sdk::arg;

/// How much of the requirement is there: observed / required, at most 1. All in [0, 1].
double achievement(double observed, double required) {
  return observed >= required ? 1 : observed / required;
}

class StaffCompetencies {
 public:
  explicit StaffCompetencies(const sdk::Set& set)
      : set_(set),
        tree_(set),
        required_(set.roles().size() * set.nodes().size(), kNone),
        blind_spot_(set.number("blind_spot", kBlindSpot) / 100) {
    for (const orienta_requirement_t& one : set.requirements())
      required_[one.role * set.nodes().size() + one.criterion] = one.index / 100;
  }

  static void check(const sdk::Set& set, sdk::Checker& checker) { staff_competencies::check(set, checker); }

  void score(const sdk::Unit& unit, sdk::Output& out) const {
    tree_.fill(unit, out, [&](std::uint32_t criterion) { return rate(unit, out, criterion); });
    if (unit.role() == ORIENTA_NONE) {
      if (unit.kind() == ORIENTA_UNIT_EMPLOYEE) out.trace(0, "staff-competencies.no-role");
    } else {
      tree_.climb(unit, out, 0, [&](std::uint32_t criterion) { return counted(unit, out, criterion); });
    }
    if (out.tells()) tell(unit, out);
  }

 private:
  static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

  /// In [0, 1]; NaN when the unit's role does not require it.
  double required(const sdk::Unit& unit, std::uint32_t criterion) const {
    return unit.role() == ORIENTA_NONE ? kNone : required_[unit.role() * set_.nodes().size() + criterion];
  }

  sdk::Rating rate(const sdk::Unit& unit, sdk::Output& out, std::uint32_t criterion) const {
    if (unit.role() == ORIENTA_NONE) return tree_.rate_by_indicators(unit, out, criterion);
    const double needed = required(unit, criterion);
    if (std::isnan(needed)) {
      out.trace(criterion, "staff-competencies.not-required");
      return sdk::without_value(sdk::State::kNotApplicable);
    }
    const sdk::Rating rating = tree_.rate_by_indicators(unit, out, criterion);
    if (rating.has_value()) {
      out.trace(criterion, rating.value >= needed ? "staff-competencies.meets" : "staff-competencies.below",
                {arg::index("observed", rating.value), arg::index("required", needed)});
    }
    return rating;
  }

  /// What a competency brings to its rung.
  sdk::Rating counted(const sdk::Unit& unit, const sdk::Output& out, std::uint32_t criterion) const {
    sdk::Rating rating = out.rating(criterion);
    const double needed = required(unit, criterion);
    if (std::isnan(needed)) return sdk::without_value(sdk::State::kNotApplicable);
    if (rating.has_value()) rating.value = achievement(rating.value, needed);
    return rating;
  }

  void tell(const sdk::Unit& unit, sdk::Output& out) const {
    std::uint32_t met = 0;
    std::uint32_t known = 0;
    std::uint32_t furthest = ORIENTA_NONE;
    double largest = 0;
    for (std::uint32_t node = 0; node < set_.nodes().size(); ++node) {
      if (set_.node(node).kind != ORIENTA_NODE_CRITERION || !out.rating(node).has_value()) continue;
      tell_blind_spot(unit, out, node);
      const double needed = required(unit, node);
      if (std::isnan(needed)) continue;
      ++known;
      const double gap = needed - out.rating(node).value;
      if (gap <= 0) ++met;
      if (gap <= largest) continue;
      largest = gap;
      furthest = node;
    }
    if (known == 0) return;
    out.remark(0, "staff-competencies.profile", {arg::count("met", met), arg::count("n", known)});
    if (furthest == ORIENTA_NONE) return;
    out.remark(furthest, "staff-competencies.furthest",
               {arg::node("competency", furthest), arg::index("observed", out.rating(furthest).value),
                arg::index("required", required(unit, furthest))});
  }

  /// A person's own view far from the combined one: the mean difference over the indicators that have both.
  void tell_blind_spot(const sdk::Unit& unit, sdk::Output& out, std::uint32_t criterion) const {
    const orienta_node_t& node = set_.node(criterion);
    double self = 0;
    double combined = 0;
    std::uint32_t both = 0;
    for (std::uint32_t i = node.first_child; i < node.first_child + node.child_count; ++i) {
      const orienta_reading_t& all = unit.recorded(i);
      if (all.state != ORIENTA_STATE_VALUE) continue;
      for (const orienta_reading_t& one : unit.sources(i)) {
        if (one.source != ORIENTA_SOURCE_SELF || one.state != ORIENTA_STATE_VALUE) continue;
        self += one.value;
        combined += all.value;
        ++both;
      }
    }
    if (both == 0 || std::abs(self - combined) / both < blind_spot_) return;
    out.remark(criterion,
               self > combined ? "staff-competencies.rates-higher" : "staff-competencies.rates-lower",
               {arg::node("competency", criterion), arg::index("self", self / both),
                arg::index("combined", combined / both)});
  }

  sdk::Set set_;
  sdk::ScoreTree tree_;
  std::vector<double> required_;  ///< by role, then node
  double blind_spot_;
};

}  // namespace
}  // namespace staff_competencies

ORIENTA_PLUGIN(staff_competencies::StaffCompetencies, "staff-competencies", "0.1.0")
