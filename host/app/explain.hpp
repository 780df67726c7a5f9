// SPDX-License-Identifier: MIT
// Why a number is what it is: the plugin's trace of one node for one unit, joined with the answers below it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/scoring.hpp"

namespace orienta {

/// A line of the tree; its children stand behind it with a greater depth.
struct ExplainLine {
  int depth = 0;
  enum class Kind : std::uint8_t {
    kNode,
    kUnit,  ///< right below the unit explained, with what it brings; `id` is the unit's
    kReason,
    kIndicator,
    kReading,
    kAnswer,
    kRemark
  } kind = Kind::kNode;
  Message text;         ///< for people
  std::string id;       ///< of the node, unit or indicator it is about, for programs
  bool scored = false;  ///< of a node: it has an index
  /// Of an indicator that counts in its criterion: what it is worth, 0 to 100.
  std::optional<double> worth{};
};

struct Explanation {
  std::string unit;
  std::string set;
  std::vector<ExplainLine> lines;
};

/// A unit with a result of its own and one from the units below has both explained one after the other, each
/// with its own parts: first what is shown as its result, the units below; then its own answers.
/// Explains `node` (a set, dimension, criterion or indicator; a set's id may stand before it with '/':
/// "set/node") for the unit, by default the root. kNotFound names the nearest id; kPlugin when the plugin
/// failed.
Result<Explanation> explain(const Project& project, const OpenAssessment& assessment, PluginHost& plugins,
                            const std::string& node, const Selection& selection);

}  // namespace orienta
