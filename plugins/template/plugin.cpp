// SPDX-License-Identifier: MIT
// A plugin to copy: criteria are averaged as the set says, and one without any evidence gets at most
// `params.cap`.
#include <cstdint>

#include "orienta/sdk.hpp"

namespace {

namespace sdk = orienta::sdk;
namespace arg = orienta::sdk::arg;

class MyPlugin {
 public:
  // Called once per set: look up here what scoring needs.
  explicit MyPlugin(const sdk::Set& set) : set_(set), tree_(set), cap_(set.number("cap", 0.5)) {}

  // Says what is wrong with the set's params before anything is scored.
  static void check(const sdk::Set& set, sdk::Checker& checker) {
    const double cap = set.number("cap", 0.5);
    if (!(cap >= 0 && cap <= 1)) checker.error(ORIENTA_NONE, "my-plugin.cap", {arg::number("cap", cap)});
  }

  // One unit in one scenario. The tree aggregates dimensions and the set, climbs the levels and explains
  // both.
  void score(const sdk::Unit& unit, sdk::Output& out) const {
    tree_.score(unit, out, [&](std::uint32_t criterion) { return rate(unit, out, criterion); });
  }

 private:
  sdk::Rating rate(const sdk::Unit& unit, sdk::Output& out, std::uint32_t criterion) const {
    sdk::Rating rating = tree_.rate_by_indicators(unit, out, criterion);
    if (rating.has_value() && rating.value > cap_ && !has_evidence(unit, criterion)) {
      rating.value = cap_;
      out.trace(criterion, "my-plugin.capped", {arg::index("cap", cap_)});
    }
    return rating;
  }

  bool has_evidence(const sdk::Unit& unit, std::uint32_t criterion) const {
    const orienta_node_t& node = set_.node(criterion);
    for (std::uint32_t i = node.first_child; i < node.first_child + node.child_count; ++i) {
      if (unit.combined(i).evidence != 0) return true;
    }
    return false;
  }

  sdk::Set set_;
  sdk::ScoreTree tree_;
  double cap_;
};

}  // namespace

ORIENTA_PLUGIN(MyPlugin, "my-plugin", "0.1.0")
