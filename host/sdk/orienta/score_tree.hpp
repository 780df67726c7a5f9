// SPDX-License-Identifier: MIT
// What most plugins share: rate each criterion in the plugin's way, aggregate dimensions and the set as the
// set declares, climb the set's ladder, and say why.
//
//   tree_.score(unit, out, [&](std::uint32_t criterion) { return my_rating(unit, criterion); });
//
// Levels: node 0 gets one when the set has levels and something of it is answered. The rungs are judged over
// all criteria of the set that name a rung, each with its own weight. A plugin with another idea of levels
// calls fill(), then climb() for the nodes that have a ladder, or neither.
//
// A group or a rung whose parts are those of the last time is not worked out again (orienta/kept.hpp): in a
// unit's scenarios, which change little, most are. `rate` and `counts_with` are asked every time.
#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

#include "orienta/kept.hpp"
#include "orienta/output.hpp"
#include "orienta/score_trace.hpp"
#include "orienta/set.hpp"
#include "orienta/unit.hpp"

namespace orienta::sdk {

class ScoreTree {
 public:
  explicit ScoreTree(const Set& set)
      : holds_(set.holds()), rungs_(static_cast<std::int32_t>(set.levels().size())) {
    for (const orienta_node_t& node : set.nodes())
      add(set, node);
  }

  /// Fills `out` for every node and climbs the set's ladder.
  template <class Rate>
  void score(const Unit& unit, Output& out, const Rate& rate) const {
    fill(unit, out, rate);
    climb(unit, out, 0);
  }

  /// Ratings of every node, without levels. `rate(criterion)` gives the Rating of a criterion node, and
  /// explains it when out.tells(); it is not asked when the scenario gives the rating.
  template <class Rate>
  void fill(const Unit& unit, Output& out, const Rate& rate) const {
    for (std::uint32_t node = first_criterion_; node < nodes_.size(); ++node) {
      if (const auto given = unit.given_rating(node)) {
        out.put(node, certain(*given));
        if (out.tells()) trace::overridden(out, node);
      } else {
        out.put(node, rate(node));
      }
    }
    for (std::uint32_t node = first_criterion_; node-- > 0;)
      aggregate_children(unit, out, node);
  }

  /// Climbs the set's ladder over the criteria below `node`, the set or a dimension, that name a rung.
  /// `counts_with(criterion)` is the Rating that a criterion brings to its rung.
  template <class CountsWith>
  void climb(const Unit& unit, Output& out, std::uint32_t node, const CountsWith& counts_with) const {
    if (rungs_ == 0) return;
    Scratch& scratch = out.scratch();
    KeptRung* const kept = kept_rungs(scratch, node);
    for (std::int32_t level = 1; level <= rungs_; ++level)
      kept[level - 1].begin();
    for (const LadderCriterion& one : ladder_) {
      if (node != 0 && one.dimension != node) continue;
      kept[one.level - 1].put(
          {{counts_with(one.node), unit.weight(one.node)}, one.level, one.mandatory, one.node});
    }
    scratch.rungs.clear();
    for (std::int32_t level = 1; level <= rungs_; ++level) {
      scratch.rungs.push_back(kept[level - 1].result([&](const std::vector<Step>& steps) {
        return judge_rung(steps.data(), steps.size(), level, holds_, scratch.rung_parts);
      }));
    }
    const Climb climbed = sdk::climb(scratch.rungs.data(), scratch.rungs.size());
    if (out.rating(node).has_value() && climbed.level != ORIENTA_NO_LEVEL) {
      out.put_level(node, climbed.level, climbed.progress);
      if (out.tells()) trace::ladder(out, node, climbed, holds_);
    }
  }
  void climb(const Unit& unit, Output& out, std::uint32_t node) const {
    climb(unit, out, node, [&](std::uint32_t criterion) { return out.rating(criterion); });
  }

  /// A criterion's rating as the declared aggregate of its indicators' combined values. Indicators that are
  /// only shown stay out. Explains itself when out.tells().
  Rating rate_by_indicators(const Unit& unit, Output& out, std::uint32_t criterion) const {
    const Node& node = nodes_[criterion];
    KeptGroup& kept = out.scratch().kept_groups[criterion];
    kept.begin();
    for (std::uint32_t i = node.first; i < node.first + node.count; ++i)
      kept.put({rating_of(unit.combined(indicators_[i].index)), indicators_[i].weight});
    const Rating& rating = rating_of_group(kept, node);
    if (out.tells()) {
      Scratch& scratch = out.scratch();
      scratch.parts = kept.items();
      scratch.children.clear();
      for (std::uint32_t i = node.first; i < node.first + node.count; ++i) {
        scratch.children.push_back(indicators_[i].index);
      }
      out.put(criterion, rating);
      trace::group(out, criterion, node.aggregate, trace::Children::kIndicators);
      trace::origins(out, unit, criterion);
    }
    return rating;
  }

 private:
  struct Node {
    Aggregate aggregate = Aggregate::kMean;
    std::uint32_t first = 0;  ///< a node; of a criterion: into indicators_
    std::uint32_t count = 0;
  };
  struct Indicator {
    std::uint32_t index = 0;
    double weight = 1;
  };
  struct LadderCriterion {
    std::uint32_t node = 0;
    std::uint32_t dimension = 0;
    std::int32_t level = 0;
    bool mandatory = false;
  };

  void add(const Set& set, const orienta_node_t& node) {
    Node own{aggregate_of(node), node.first_child, node.child_count};
    if (node.kind == ORIENTA_NODE_CRITERION) {
      own.first = static_cast<std::uint32_t>(indicators_.size());
      std::uint32_t index = node.first_child;
      for (const orienta_indicator_t& one : set.indicators_of(node)) {
        if (one.shown_only == 0) indicators_.push_back({index, one.weight});
        ++index;
      }
      own.count = static_cast<std::uint32_t>(indicators_.size()) - own.first;
      if (node.level > 0 && node.level <= rungs_) {
        const auto index_of_node = static_cast<std::uint32_t>(nodes_.size());
        ladder_.push_back({index_of_node, node.parent, node.level, node.mandatory != 0});
      }
    } else {
      ++first_criterion_;
    }
    nodes_.push_back(own);
  }

  void aggregate_children(const Unit& unit, Output& out, std::uint32_t index) const {
    const Node& node = nodes_[index];
    KeptGroup& kept = out.scratch().kept_groups[index];
    kept.begin();
    for (std::uint32_t child = node.first; child < node.first + node.count; ++child)
      kept.put({out.rating(child), unit.weight(child)});
    out.put(index, rating_of_group(kept, node));
    if (!out.tells()) return;
    Scratch& scratch = out.scratch();
    scratch.parts = kept.items();
    scratch.children.resize(node.count);
    std::iota(scratch.children.begin(), scratch.children.end(), node.first);
    trace::group(out, index, node.aggregate, trace::Children::kNodes);
  }

  static const Rating& rating_of_group(KeptGroup& kept, const Node& node) {
    return kept.result([&](const std::vector<Part>& parts) { return aggregate(node.aggregate, parts); });
  }

  /// Of one node's ladder, rung 1 first.
  KeptRung* kept_rungs(Scratch& scratch, std::uint32_t node) const {
    const auto rungs = static_cast<std::size_t>(rungs_);
    if (scratch.kept_rungs.size() < (node + 1) * rungs) scratch.kept_rungs.resize((node + 1) * rungs);
    return scratch.kept_rungs.data() + node * rungs;
  }

  Holds holds_;
  std::int32_t rungs_;
  std::uint32_t first_criterion_ = 0;
  std::vector<Node> nodes_;
  std::vector<Indicator> indicators_;
  std::vector<LadderCriterion> ladder_;
};

}  // namespace orienta::sdk
