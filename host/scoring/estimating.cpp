// SPDX-License-Identifier: MIT
#include <map>
#include <vector>

#include "scoring/node_rules.hpp"

namespace orienta {
namespace {

/// The drawn units below one unit, for one node.
struct Group {
  std::vector<double> indices;
  std::uint32_t with_target = 0;
  std::uint32_t reached = 0;
};

class Estimating {
 public:
  Estimating(const CriteriaSet& set, const Organisation& organisation, const Sample& sample,
             std::vector<UnitResult>& results, const TargetOf& targets)
      : set_(set), organisation_(organisation), sample_(sample), results_(results), targets_(targets) {}

  void run() {
    count_frame();
    std::vector<bool> drawn(organisation_.units().size());
    for (const UnitId& id : sample_.drawn)
      if (const auto unit = organisation_.find(id)) drawn[*unit] = true;
    for (const UnitResult& result : results_)
      if (drawn[result.unit]) collect(result);
    for (UnitResult& result : results_)
      for (NodeResult& node : result.nodes)
        if (node.basis == Basis::kRolled) put(result.unit, node);
  }

 private:
  template <class Do>
  void each_above(std::uint32_t unit, Do&& act) const {
    for (auto above = organisation_.parent(unit); above; above = organisation_.parent(*above))
      act(*above);
  }

  void count_frame() {
    frame_.assign(organisation_.units().size(), 0);
    for (std::uint32_t unit = 0; unit < frame_.size(); ++unit)
      if (organisation_.units()[unit].kind == sample_.kind)
        each_above(unit, [&](std::uint32_t above) { ++frame_[above]; });
  }

  /// A unit's own result goes before what was rolled up to it, as nodes are sorted.
  void collect(const UnitResult& result) {
    const NodeResult* taken = nullptr;
    for (const NodeResult& node : result.nodes) {
      if (!node.index || (taken != nullptr && taken->node == node.node)) continue;
      taken = &node;
      const auto reached = reaches(node, target_of(set_, targets_, result.unit, node.node));
      each_above(result.unit, [&](std::uint32_t above) {
        Group& group = groups_[{above, node.node}];
        group.indices.push_back(*node.index);
        group.with_target += reached ? 1u : 0u;
        group.reached += reached.value_or(false) ? 1u : 0u;
      });
    }
  }

  void put(std::uint32_t unit, NodeResult& node) const {
    const auto group = groups_.find({unit, node.node});
    // The lowest of all units cannot be told from some of them.
    if (group == groups_.end() || !node.index || rule_of(set_, node.node) == Rollup::kWeakest) return;
    const auto n = static_cast<std::uint32_t>(group->second.indices.size());
    node.estimate = estimate_index(group->second.indices, frame_[unit]);
    if (group->second.with_target == n) add_share(*node.estimate, group->second.reached);
    node.ci_low = node.estimate->low;
    node.ci_high = node.estimate->high;
  }

  const CriteriaSet& set_;
  const Organisation& organisation_;
  const Sample& sample_;
  std::vector<UnitResult>& results_;
  const TargetOf& targets_;
  std::vector<std::uint32_t> frame_;  ///< by unit: how many units of the sample's kind lie below it
  std::map<std::pair<std::uint32_t, std::uint32_t>, Group> groups_;  ///< by unit and node
};

}  // namespace

void add_estimates(const CriteriaSet& set, const Organisation& organisation, const Sample& sample,
                   std::vector<UnitResult>& results, const TargetOf& targets) {
  Estimating(set, organisation, sample, results, targets).run();
}

}  // namespace orienta
