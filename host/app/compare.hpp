// SPDX-License-Identifier: MIT
// Two assessments, or two units of one, side by side: what changed, like for like.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/standing.hpp"
#include "app/scoring.hpp"

namespace orienta {

struct CompareOrder {
  std::string first;       ///< an assessment or a unit
  std::string second;      ///< the same kind of thing
  std::string unit;        ///< of two assessments: empty is the one on top
  std::string set;         ///< empty: every set that both have
  std::string assessment;  ///< of two units: empty is the newest open one
};

/// Answers below a node in the second assessment.
struct AnswerOrigins {
  std::uint64_t reassessed = 0;  ///< given anew, and there was one before
  std::uint64_t carried = 0;     ///< carried over and not looked at again
  std::uint64_t fresh = 0;       ///< there was none before
};

struct NodeChange {
  std::uint32_t node = 0;
  NodeResult first;  ///< as each was reported; a node without result has the state that says why
  NodeResult second;
  /// Change of the index when both are scored with the second one's set version over the units that both
  /// have in scope, and in each over the questions that both have a value for. Nothing between two units that
  /// others stand for.
  std::optional<double> like_for_like;
  /// Whether that change lies outside the combined 95 % interval of sampling, sqrt(a^2 + b^2) of the two
  /// half-widths; nothing where either has no interval.
  std::optional<bool> beyond_chance;
  std::optional<AnswerOrigins> answers;  ///< of two assessments
};

struct SetChange {
  SetId set;
  std::string first_version;
  std::string second_version;
  std::vector<NodeChange> nodes;  ///< by node
  std::vector<TableCell> ids;     ///< of the nodes
  std::vector<TableCell> titles;  ///< the same for people
  std::uint32_t dimensions = 0;
};

struct Comparison {
  std::string first;  ///< ids
  std::string second;
  std::string unit;  ///< of two assessments
  std::vector<SetChange> sets;
  std::vector<Message> notes;  ///< what has to be known to read it
  Problems remarks;            ///< sets whose plugin failed
};

/// kNotFound when one of the two is neither, kUsage when they are not of one kind. Errors as open_assessment.
Result<Comparison> compare(const Project& project, PluginHost& plugins, const CompareOrder& order);

/// unit,set,node,index_first,index_second,change,like_for_like,beyond_chance,level_first,
/// level_second,share_first,share_second,reassessed,carried_over,new: sets and dimensions, or every node.
/// `with_titles`: for people, nodes by their titles.
Table compare_table(const Comparison& comparison, bool every_node, bool with_titles);

}  // namespace orienta
