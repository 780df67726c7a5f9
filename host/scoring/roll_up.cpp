// SPDX-License-Identifier: MIT
#include <algorithm>

#include "orienta/aggregate.hpp"
#include "scoring/node_rules.hpp"

namespace orienta {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Units below that can be held against a target, and those that reach it.
struct AtTarget {
  std::uint32_t units = 0;
  std::uint32_t reached = 0;
};

/// What a unit brings to its parent, for one node.
struct Brought {
  const NodeResult* result = nullptr;  ///< own, else rolled; null: nothing known
  std::uint32_t scored_units = 0;
  AtTarget at_target;
};

struct Child {
  double weight = 1;
  Brought brought;
};

bool has_index(const NodeResult* result) {
  return result != nullptr && result->index.has_value();
}

bool is_applicable(ResultState state) {
  return state == ResultState::kScored || state == ResultState::kIncomplete ||
         state == ResultState::kNoLadder || state == ResultState::kOpen;
}

sdk::Part part_of(const Child& child, std::optional<double> figure) {
  const NodeResult* const result = child.brought.result;
  if (result == nullptr || !is_applicable(result->state))
    return {sdk::without_value(sdk::State::kNotApplicable), child.weight};
  if (!result->index) return {sdk::without_value(sdk::State::kOpen), child.weight};
  sdk::Rating rating = sdk::certain(figure.value_or(*result->index));
  rating.completeness = result->completeness;
  return {rating, child.weight};
}

/// Nothing is known of it yet, or it is not shown: it can be anything.
bool can_be_anything(const Child& child) {
  const NodeResult* const result = child.brought.result;
  return result != nullptr && !result->index &&
         (result->state == ResultState::kOpen || result->state == ResultState::kWithheld);
}

/// `unknown`: the index of a child that can be anything; nothing leaves it out.
template <class FigureOf>
std::vector<sdk::Part> parts_of(const std::vector<Child>& children, FigureOf figure_of,
                                std::optional<double> unknown) {
  std::vector<sdk::Part> parts;
  parts.reserve(children.size());
  for (const Child& child : children) {
    if (unknown && can_be_anything(child))
      parts.push_back({sdk::certain(*unknown), child.weight});
    else
      parts.push_back(
          part_of(child, has_index(child.brought.result) ? figure_of(*child.brought.result) : std::nullopt));
  }
  return parts;
}

/// Why no child has a result: the first of these that one of them gives.
ResultState reason_of(const std::vector<Child>& children) {
  for (const ResultState state : {ResultState::kFailed, ResultState::kOpen, ResultState::kWithheld,
                                  ResultState::kNotApplicable, ResultState::kOutOfScope}) {
    const bool given = std::any_of(children.begin(), children.end(), [=](const Child& child) {
      return child.brought.result != nullptr && child.brought.result->state == state;
    });
    if (given) return state;
  }
  return ResultState::kNotScored;
}

using Combiner = sdk::Rating (*)(const sdk::Part*, std::size_t);

/// Index, its bounds and completeness over the children; nothing of levels.
void combine_indices(const std::vector<Child>& children, Combiner combiner, NodeResult& rolled) {
  const auto combined = [&](auto figure_of, std::optional<double> unknown = {}) {
    const std::vector<sdk::Part> parts = parts_of(children, figure_of, unknown);
    return combiner(parts.data(), parts.size());
  };
  const sdk::Rating index = combined([](const NodeResult& result) { return result.index; });
  if (!index.has_value()) return;
  rolled.index = index.value;
  rolled.completeness = index.completeness;
  const auto low = [](const NodeResult& r) { return r.index_low ? r.index_low : r.index; };
  const auto high = [](const NodeResult& r) { return r.index_high ? r.index_high : r.index; };
  rolled.index_low = std::min(*rolled.index, combined(low, 0).value);
  rolled.index_high = std::max(*rolled.index, combined(high, 100).value);
}

void add_lowest_level(const std::vector<Child>& children, NodeResult& rolled) {
  const auto lower = [](std::optional<int>& lowest, std::optional<int> level) {
    if (level && (!lowest || *level < *lowest)) lowest = level;
  };
  for (const Child& child : children) {
    if (!has_index(child.brought.result) || !(child.weight > 0)) continue;
    lower(rolled.level, child.brought.result->level);
    lower(rolled.level_possible, child.brought.result->level_possible);
    rolled.of = std::max(rolled.of, child.brought.result->of);
  }
  // Open counts as worst in what is proven.
  const bool unknown = std::any_of(children.begin(), children.end(), [](const Child& child) {
    return child.weight > 0 && can_be_anything(child);
  });
  if (unknown && rolled.level) rolled.level = 0;
}

/// The level is a verdict only when it is one in every child.
ResultState state_of(const CriteriaSet& set, const std::vector<Child>& children, const NodeResult& rolled) {
  if (!rolled.index) return reason_of(children);
  const bool unsure = std::any_of(children.begin(), children.end(), [](const Child& child) {
    return has_index(child.brought.result) && child.brought.result->state == ResultState::kIncomplete;
  });
  if (rolled.completeness < set.holds.completeness || (rolled.level && unsure))
    return ResultState::kIncomplete;
  return rolled.level ? ResultState::kScored : ResultState::kNoLadder;
}

void add_counts(const std::vector<Child>& children, NodeResult& rolled) {
  std::uint32_t units = 0;
  for (const Child& child : children) {
    units += child.brought.scored_units;
    if (!has_index(child.brought.result) || child.brought.result->n == 0) continue;
    if (rolled.n == 0 || child.brought.result->n < rolled.n) rolled.n = child.brought.result->n;
  }
  rolled.of_units = units;
}

NodeResult rolled_result(const CriteriaSet& set, std::uint32_t node, Rollup rule,
                         const std::vector<Child>& children, const AtTarget& at_target) {
  NodeResult rolled;
  rolled.node = node;
  rolled.basis = Basis::kRolled;
  const bool weakest = rule == Rollup::kWeakest;
  const Combiner mean = sdk::weighted_mean;
  const Combiner lowest = sdk::weakest;
  combine_indices(children, weakest ? lowest : mean, rolled);
  if (weakest) add_lowest_level(children, rolled);
  add_counts(children, rolled);
  rolled.state = state_of(set, children, rolled);
  if (rolled.state == ResultState::kScored) rolled.stage = stage_of(set, *rolled.level);
  if (rule == Rollup::kShareAtTarget && at_target.units > 0)
    rolled.share = static_cast<double>(at_target.reached) / at_target.units;
  return rolled;
}

class RollUp {
 public:
  RollUp(const CriteriaSet& set, const Organisation& organisation, std::vector<UnitResult>& results,
         const TargetOf& targets)
      : set_(set), organisation_(organisation), results_(results), targets_(targets) {}

  void run() {
    const auto& units = organisation_.units();
    place_.assign(units.size(), kNone);
    for (std::size_t i = 0; i < results_.size(); ++i)
      place_[results_[i].unit] = i;
    const std::vector<bool> known = known_nodes();
    for (std::uint32_t node = 0; node < known.size(); ++node)
      if (known[node]) roll_node(node);
    sort();
  }

 private:
  /// A summary has results of the set alone; the other nodes have nothing to roll up.
  std::vector<bool> known_nodes() const {
    std::vector<bool> known(set_.node_count());
    for (const UnitResult& result : results_)
      for (const NodeResult& node : result.nodes)
        if (node.node < known.size()) known[node.node] = true;
    return known;
  }

  UnitResult& entry(std::uint32_t unit) {
    if (place_[unit] == kNone) {
      place_[unit] = results_.size();
      results_.push_back({unit, {}});
    }
    return results_[place_[unit]];
  }

  const NodeResult* own(std::uint32_t unit, std::uint32_t node) const {
    if (place_[unit] == kNone) return nullptr;
    for (const NodeResult& result : results_[place_[unit]].nodes)
      if (result.node == node && result.basis == Basis::kOwn) return &result;
    return nullptr;
  }

  // Children come after their parents, so from the last unit to the first every child is ready when its
  // parent's turn comes.
  void roll_node(std::uint32_t node) {
    const auto& units = organisation_.units();
    std::vector<Brought> brought(units.size());
    std::vector<NodeResult> rolled(units.size());
    std::vector<bool> has_rolled(units.size());
    for (std::uint32_t unit = static_cast<std::uint32_t>(units.size()); unit-- > 0;) {
      std::vector<Child> children;
      AtTarget below;
      bool known = false;
      for (const std::uint32_t child : organisation_.children(unit)) {
        children.push_back({units[child].weight, brought[child]});
        known = known || brought[child].result != nullptr;
        below.units += brought[child].at_target.units;
        below.reached += brought[child].at_target.reached;
      }
      if (known) {
        rolled[unit] = rolled_result(set_, node, rule_of(set_, node), children, below);
        has_rolled[unit] = true;
      }
      brought[unit] = bring(unit, node, known ? &rolled[unit] : nullptr, below);
    }
    for (std::uint32_t unit = 0; unit < units.size(); ++unit)
      if (has_rolled[unit]) entry(unit).nodes.push_back(rolled[unit]);
  }

  Brought bring(std::uint32_t unit, std::uint32_t node, const NodeResult* rolled,
                const AtTarget& below) const {
    Brought result{rolled, rolled != nullptr ? rolled->of_units.value_or(0) : 0, below};
    const NodeResult* const mine = own(unit, node);
    const NodeResult* const taken = counted(set_, organisation_.units()[unit], mine, rolled);
    if (taken != mine || mine == nullptr) {
      // Units that the set does not score are not there for their parent.
      const bool counts = taken == nullptr && mine != nullptr && mine->state != ResultState::kNotScored;
      if (counts) result.result = mine;
      return result;
    }
    result.result = mine;
    ++result.scored_units;
    if (const auto reached = reaches(*mine, target_of(set_, targets_, unit, node))) {
      ++result.at_target.units;
      if (*reached) ++result.at_target.reached;
    }
    return result;
  }

  void sort() {
    std::sort(results_.begin(), results_.end(),
              [](const UnitResult& left, const UnitResult& right) { return left.unit < right.unit; });
    for (UnitResult& result : results_)
      std::sort(result.nodes.begin(), result.nodes.end(),
                [](const NodeResult& left, const NodeResult& right) {
                  return left.node != right.node ? left.node < right.node : left.basis < right.basis;
                });
  }

  const CriteriaSet& set_;
  const Organisation& organisation_;
  std::vector<UnitResult>& results_;
  const TargetOf& targets_;
  std::vector<std::size_t> place_;  ///< by unit: its entry in results_
};

}  // namespace

Rollup rule_of(const CriteriaSet& set, std::uint32_t node) {
  if (node == 0) return set.rollup;
  const std::size_t dimension =
      node <= set.dimensions.size() ? node - 1 : set.criteria[node - 1 - set.dimensions.size()].dimension;
  return set.dimensions[dimension].rollup.value_or(set.rollup);
}

const NodeResult* counted(const CriteriaSet& set, const Unit& unit, const NodeResult* own,
                          const NodeResult* rolled) {
  const bool is_scored = set.scored_at.empty() || set.scored_at.has(unit.kind);
  const NodeResult* const first = is_scored ? own : rolled;
  const NodeResult* const second = is_scored ? rolled : own;
  return has_index(first) ? first : has_index(second) ? second : nullptr;
}

void roll_up(const CriteriaSet& set, const Organisation& organisation, std::vector<UnitResult>& results,
             const TargetOf& targets) {
  RollUp(set, organisation, results, targets).run();
}

}  // namespace orienta
