// SPDX-License-Identifier: MIT
// What the dashboard knows of an open project: made in the background, never changed afterwards, shared by
// the views. Whatever changes the project makes a new one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "app/assessment.hpp"
#include "app/scoring.hpp"

namespace orienta::gui {

/// A unit in the tree, each under the one it belongs to.
struct PlacedUnit {
  std::uint32_t unit = 0;
  int depth = 0;  ///< 0 at the top
};
/// `top` and all units below it, or the whole organisation, as a tree reads.
std::vector<PlacedUnit> tree_of(const Organisation& organisation, std::optional<std::uint32_t> top = {});

struct Study {
  std::filesystem::path file;
  bool read_only = false;  ///< no other program's doing: the file or folder may not be written
  std::shared_ptr<const OpenAssessment> assessment;
  std::vector<Assessment> all;  ///< the project's assessments, in the order they were made
  /// By set of the assessment; `failed` where a plugin did not do its part. Of every node, unless the
  /// organisation is too large for that: then of the sets alone.
  std::shared_ptr<const std::vector<SetScore>> scores;
  bool has_every_node = true;
  NextSteps next;  ///< what undo and redo would do

  bool is_open() const { return !assessment->record.closed && !read_only; }
  const std::vector<Unit>& units() const { return assessment->organisation.units(); }
  /// All results of a unit in a set; null: none.
  const UnitResult* unit_result(std::size_t set, std::uint32_t unit) const;
  /// The result of a node for a unit: rolled up where there is one, else its own; null: none.
  const NodeResult* result(std::size_t set, std::uint32_t unit, std::uint32_t node) const;
  const NodeResult* result(std::size_t set, std::uint32_t unit, std::uint32_t node, Basis basis) const;
};

}  // namespace orienta::gui
